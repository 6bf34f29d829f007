import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { AstroIntegration } from "astro";

const compressible =
  "**/*.{css,html,js,json,md,svg,txt,webmanifest,xml,pagefind,pf_filter,pf_fragment,pf_index,pf_meta}";

/** A variant that is not this much smaller (bytes) is not worth a file. */
const worthwhile = 50;

/**
 * Writes brotli and gzip variants beside every file of the built site that gains from them, for
 * servers that send what is there instead of compressing each answer anew.
 */
export const compressFiles = (): AstroIntegration => ({
  name: "compress-files",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for await (const name of glob(compressible, { cwd: folder })) {
        const path = join(folder, name);
        const content = await readFile(path);
        const variants = {
          br: await promisify(brotliCompress)(content, {
            params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
          }),
          gz: await promisify(gzip)(content, { level: 9 }),
        };
        for (const [ending, variant] of Object.entries(variants))
          if (variant.length + worthwhile < content.length)
            await writeFile(`${path}.${ending}`, variant);
      }
    },
  },
});
