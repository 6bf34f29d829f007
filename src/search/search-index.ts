import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { inSettledOrder } from "./in-settled-order.ts";
import { searchFolder } from "./search-folder.ts";

/** Pagefind's own interfaces, which this site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/;

/**
 * Pagefind zips its files itself, which keeps a server from compressing them any better; its
 * script reads them unzipped just as well.
 */
const unzipped = (content: Uint8Array) =>
  content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content;

/**
 * Indexes the built site with Pagefind and writes the index to a folder beside the pages.
 * @throws what Pagefind says went wrong.
 */
export const searchIndex = (): AstroIntegration => ({
  name: "search-index",
  hooks: {
    "astro:build:done": async ({ dir, logger }) => {
      const site = fileURLToPath(dir);
      const { index, errors } = await createIndex();
      if (!index) throw new Error(errors.join("\n"));
      /* Pagefind numbers pages as they come, and folders list them in an order of their own. */
      const names = globSync("**/*.html", { cwd: site }).sort();
      const faults: string[] = [];
      for (const name of names) {
        const content = await readFile(join(site, name), "utf8");
        const sourcePath = name.replaceAll("\\", "/");
        faults.push(...(await index.addHTMLFile({ sourcePath, content })).errors);
      }
      const made = await index.getFiles();
      const failed = [...faults, ...made.errors];
      if (failed.length > 0) throw new Error(failed.join("\n"));
      const files = made.files
        .filter(({ path }) => !unused.test(path))
        .map(({ path, content }) => ({ path, content: unzipped(content) }));
      for (const { path, content } of inSettledOrder(files)) {
        const target = join(site, searchFolder, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      await close();
      logger.info(`${String(names.length)} pages indexed for search`);
    },
  },
});
