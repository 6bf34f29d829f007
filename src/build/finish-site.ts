import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { IndexFile } from "pagefind";
import { buildDay } from "../environment.ts";
import { builtFiles } from "../hosting/built-files.ts";
import { isRedirect } from "../hosting/moved.ts";
import { billOfMaterials, type Supplier } from "../sbom/bill-of-materials.ts";
import { readLockfile } from "../sbom/lockfile.ts";
import { sbomPath } from "../sbom/sbom-path.ts";
import type { Words } from "../words/index.ts";
import { compress } from "./compress.ts";
import { closeTags, finishPages } from "./finish-pages.ts";
import { measureSite } from "./measure-site.ts";
import { indexPages, writeIndex } from "./search-index.ts";
import { writeHostFiles } from "./write-host-files.ts";

/**
 * What happens to the site once Astro has built its pages, step by step. Pagefind runs alongside the
 * first steps. Integrations that write files, such as the sitemap, must be listed before this one.
 * @param words the catalogue of the site's language
 * @param supplier the organization that publishes the site
 */
export const finishSite = (words: Words, supplier: Supplier = {}): AstroIntegration => {
  let root: URL;
  let pages: readonly string[];
  /* Redirect pages are not indexed, and too small to compress. */
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
        const htmlFiles = builtFiles(folder, ".html");
        redirects = new Set(
          htmlFiles.filter((name) => isRedirect(readFileSync(join(folder, name), "utf8"))),
        );
        pages = htmlFiles.filter((name) => !redirects.has(name));
        closeTags(folder, pages);
        index = indexPages(folder, pages, words.search);
        /* An error is reported below, where the index is awaited. */
        index.catch(() => undefined);
        logger.info(`${String(pages.length)} pages are indexed for search`);
      },
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const lockfile = readLockfile(root);

        await finishPages(folder, [...pages, ...redirects]);
        await writeFile(join(folder, sbomPath), billOfMaterials(lockfile, supplier, buildDay()));
        const visited = builtFiles(folder).filter((name) => !redirects.has(name));
        await compress(visited.map((name) => join(folder, name)));
        await compress(writeIndex(folder, await index));
        await writeHostFiles(folder);
        const digest = await measureSite(folder, lockfile, words);

        logger.info(`the digest of this build is ${digest}`);
      },
    },
  };
};
