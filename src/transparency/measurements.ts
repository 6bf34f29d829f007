import { longDate } from "../centre/dates.ts";
import { buildDay } from "../environment.ts";
import type { Lockfile } from "../sbom/lockfile.ts";
import { shipped } from "../sbom/shipped.ts";
import type { BuiltPage } from "./built-pages.ts";
import { sentHeaders } from "./explained-headers.ts";
import { inPlainWords } from "./explained-policies.ts";
import { exceptionsTo, policyOf } from "./policies.ts";
import type { Figures } from "./slots.ts";
import { weightsOf } from "./weights.ts";

const counted = (count: number) => count.toLocaleString("en-GB");

/** `/data/` as the id of a row. */
const idOf = (prefix: string, text: string) =>
  `${prefix}-${
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "overview"
  }`;

const one = <Item extends { readonly path: string }>(
  items: readonly Item[],
  path: string,
): Item => {
  const found = items.find((item) => item.path === path);
  if (!found) throw new Error(`the built site has no page at ${path}`);
  return found;
};

interface Built {
  /** Where the site was built. */
  readonly folder: string;
  readonly pages: readonly BuiltPage[];
  readonly lockfile: Lockfile;
  readonly digest: string;
}

/**
 * Everything that `/this-site/` says in figures, of a site that is built, sealed and compressed.
 * Its own page is left out where it would have to know its own size.
 */
export const measurements = ({ folder, pages, lockfile, digest }: Built): Figures => {
  const others = pages.filter(({ path }) => path !== "/this-site/");
  const weights = weightsOf(folder, others);
  const overview = one(pages, "/");
  const policy = policyOf(overview);
  const language = overview.elements.find(({ name }) => name === "html")?.attributes["lang"];
  const search = one(weights, "/search/");
  const licence = lockfile.get("")?.license;
  return {
    single: {
      pages: counted(pages.length),
      waiting: counted(one(weights, "/").script),
      searchBytes: counted(search.besides),
      searchRequests: counted(search.requests - 1),
      day: longDate(buildDay(), language ?? "en"),
      digest,
      licence:
        licence === undefined
          ? "The site’s own program states no licence."
          : `The licence of the site’s own program is ${licence}.`,
    },
    lists: {
      weights: weights.map(({ path: page, bytes, requests, script }) => ({
        id: idOf("weight", page),
        page,
        bytes: counted(bytes),
        requests: counted(requests),
        script: counted(script),
      })),
      policy: inPlainWords(policy).map(([name, sources, words]) => ({
        id: idOf("policy", name),
        name,
        sources,
        words,
      })),
      exceptions: exceptionsTo(policy, pages).map(({ directive, pages: where }, position) => ({
        id: `exception-${String(position + 1)}`,
        pages: where.join(" "),
        directive: directive.join(" "),
        words: inPlainWords([directive])[0]?.[2] ?? "",
      })),
      headers: sentHeaders().map(([name, value, words], position) => ({
        id: `header-${String(position + 1)}`,
        name,
        value,
        words,
      })),
      licences: shipped.map(({ name, part }) => {
        const { version = "", license = "" } = lockfile.get(`node_modules/${name}`) ?? {};
        return { id: idOf("package", name), package: `${name} ${version}`, licence: license, part };
      }),
    },
  };
};
