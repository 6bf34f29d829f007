import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
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
      const pages = await index.addDirectory({ path: site });
      const { files, errors: faults } = await index.getFiles();
      const failed = [...pages.errors, ...faults];
      if (failed.length > 0) throw new Error(failed.join("\n"));
      for (const { path, content } of files.filter(({ path }) => !unused.test(path))) {
        const target = join(site, searchFolder, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, unzipped(content));
      }
      await close();
      logger.info(`${String(pages.page_count)} pages indexed for search`);
    },
  },
});
