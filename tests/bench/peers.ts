import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { splitProse } from "../../src/parse/front-matter.ts";
import { costOf, type Cost } from "./process-tree.ts";

/** What else a site can be made with, for comparison. */
interface Peer {
  readonly name: string;
  /** Packages and versions that are installed for it; the project's own serve where there are none. */
  readonly packages: Readonly<Record<string, string>>;
  /** The files of its project besides the questions. */
  readonly files: Readonly<Record<string, string>>;
  /** The folder of the questions. */
  readonly pages: string;
}

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: { readonly astro: string };
};

const peers: readonly Peer[] = [
  {
    name: "Bare Astro",
    packages: {},
    files: {
      "astro.config.mjs": "export default {};",
      "src/layouts/Page.astro":
        '<html lang="en"><head><meta charset="utf-8"><title>{Astro.props.frontmatter.title}</title></head><body><h1>{Astro.props.frontmatter.title}</h1><slot /></body></html>',
    },
    pages: "src/pages",
  },
  {
    name: "Starlight",
    packages: { astro: dependencies.astro, "@astrojs/starlight": "0.42.4" },
    files: {
      "astro.config.mjs":
        'import starlight from "@astrojs/starlight";\nexport default { site: "https://starlight.test", integrations: [starlight({ title: "Questions" })] };',
      "src/content.config.mjs":
        'import { defineCollection } from "astro:content";\nimport { docsLoader } from "@astrojs/starlight/loaders";\nimport { docsSchema } from "@astrojs/starlight/schema";\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };',
    },
    pages: "src/content/docs",
  },
];

/** Why a peer is not measured, or what its build takes. */
export type PeerCost = { readonly name: string } & (Cost | { readonly skipped: string });

const write = (folder: string, files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};

/** The questions of a content as pages that any of them reads: plain Markdown with a title. */
const pagesOf = (content: string, { pages, packages }: Peer): Record<string, string> =>
  Object.fromEntries(
    globSync("faq/*.mdx", { cwd: content }).map((file) => {
      const { matter = "", body } = splitProse(readFileSync(join(content, file), "utf8"));
      const title = /^question: *(.*)/m.exec(matter)?.[1] ?? "";
      const layout = Object.keys(packages).length > 0 ? "" : "\nlayout: ../layouts/Page.astro";
      /* Words alone: a component of this site would be text there. */
      const words = body.trim().replaceAll(/^<.*$/gm, "");
      return [
        join(pages, `${basename(file, ".mdx")}.md`),
        `---\ntitle: ${JSON.stringify(title)}${layout}\n---\n\n${words}\n`,
      ];
    }),
  );

/** Installs what a peer needs into its folder, once. */
const install = (folder: string, { packages }: Peer) => {
  if (Object.keys(packages).length === 0) return;
  write(folder, {
    "package.json": JSON.stringify({ private: true, type: "module", dependencies: packages }),
  });
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
};

const measured = async (content: string, peer: Peer): Promise<PeerCost> => {
  const { name, files, pages } = peer;
  const folder = join(".bench/peers", name.replaceAll(/\W+/g, "-").toLowerCase());
  for (const stale of ["dist", ".astro", "node_modules/.astro", pages])
    rmSync(join(folder, stale), { recursive: true, force: true });
  write(folder, { ...files, ...pagesOf(content, peer) });
  try {
    install(folder, peer);
  } catch {
    return { name, skipped: "npm could not install it" };
  }
  const astro = Object.keys(peer.packages).length > 0 ? folder : ".";
  const command = [join(astro, "node_modules/astro/bin/astro.mjs"), "build", "--root", folder];
  return { name, ...(await costOf(command, { ASTRO_TELEMETRY_DISABLED: "1" })) };
};

/**
 * Builds the questions of a content with what else a site can be made with, and says what each takes.
 * What is no package of the project is installed into `.bench/` from the registry of npm.
 */
export const measurePeers = async (content: string): Promise<PeerCost[]> => {
  const costs: PeerCost[] = [];
  for (const peer of peers) costs.push(await measured(content, peer));
  return costs;
};
