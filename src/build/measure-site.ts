import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { isLarge } from "./built-files.ts";
import { compress } from "./compress-files.ts";
import { readLockfile } from "../sbom/lockfile.ts";
import { builtPages } from "../transparency/built-pages.ts";
import { fileList, leftOut, sha256 } from "../transparency/digest.ts";
import { measurements } from "../transparency/measurements.ts";
import { brokenPromises } from "../transparency/promises.ts";
import { filled } from "../transparency/slots.ts";

/**
 * Measures the site and writes the figures into `/this-site/`, and the list of all files beside
 * it. It must come after everything else that writes a file, compressing included.
 * @throws where the site does what that page promises it does not.
 */
export const measureSite = (): AstroIntegration => {
  let root: URL;
  return {
    name: "measure-site",
    hooks: {
      "astro:config:done": ({ config }) => {
        root = config.root;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = builtPages(folder);
        const [broken] = brokenPromises(folder, pages);
        if (broken !== undefined) throw new Error(broken);
        const list = fileList(folder);
        const digest = sha256(list);
        const page = join(folder, leftOut, "index.html");
        const html = await readFile(page, "utf8");
        const figures = measurements({ folder, pages, lockfile: readLockfile(root), digest });
        const files = { [page]: filled(html, figures), [join(folder, leftOut, "files.txt")]: list };
        for (const [path, text] of Object.entries(files)) await writeFile(path, text);
        await compress(Object.keys(files), isLarge(pages.map(({ file }) => file)));
        logger.info(`the digest of this build is ${digest}`);
      },
    },
  };
};
