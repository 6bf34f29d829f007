import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { IndexFile } from "pagefind";
import { buildDay } from "../environment.ts";
import { builtFiles } from "../hosting/built-files.ts";
import { leadsOn } from "../hosting/moved.ts";
import { billOfMaterials, type Supplier } from "../sbom/bill-of-materials.ts";
import { readLockfile } from "../sbom/lockfile.ts";
import { sbomPath } from "../sbom/sbom-path.ts";
import type { Words } from "../words/index.ts";
import { compress, isLarge } from "./compress.ts";
import { finishPages } from "./finish-pages.ts";
import { measureSite } from "./measure-site.ts";
import { indexPages, writeIndex } from "./search-index.ts";
import { writeHostFiles } from "./write-host-files.ts";

/**
 * What happens to the site once Astro has made its pages, step by step. Pagefind works beside the
 * first steps. Integrations that write files of their own, such as the sitemap, come before this.
 * @param words what the site says of itself, in its language
 * @param supplier whose site it is
 */
export const finishSite = (words: Words, supplier: Supplier = {}): AstroIntegration => {
  let root: URL;
  let pages: readonly string[];
  /* Pages that only lead on: nobody reads them, no search finds them, and they are small. */
  let redirects: ReadonlySet<string>;
  let index: Promise<IndexFile[]>;
  return {
    name: "finish-site",
    hooks: {
      "astro:config:done": ({ config }) => {
        root = config.root;
      },
      "astro:build:generated": ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const all = builtFiles(folder, ".html");
        redirects = new Set(
          all.filter((name) => leadsOn(readFileSync(join(folder, name), "utf8"))),
        );
        pages = all.filter((name) => !redirects.has(name));
        index = indexPages(folder, pages);
        /* What goes wrong is told below, where it is waited for. */
        index.catch(() => undefined);
        logger.info(`${String(pages.length)} pages are indexed for search`);
      },
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const lockfile = readLockfile(root);
        const isManyPages = isLarge(pages);

        await finishPages(folder, [...pages, ...redirects]);
        await writeFile(join(folder, sbomPath), billOfMaterials(lockfile, supplier, buildDay()));
        const read = builtFiles(folder).filter((name) => !redirects.has(name));
        await compress(
          read.map((name) => join(folder, name)),
          isManyPages,
        );
        await compress(writeIndex(folder, await index), isManyPages);
        await writeHostFiles(folder);
        const digest = await measureSite(folder, lockfile, words);

        logger.info(`the digest of this build is ${digest}`);
      },
    },
  };
};
