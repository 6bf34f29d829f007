import { glob, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { AstroIntegration } from "astro";

const compressible =
  "**/*.{css,html,js,json,md,svg,txt,webmanifest,xml,pagefind,pf_filter,pf_fragment,pf_index,pf_meta}";

/** A variant that is not this much smaller (bytes) is not worth a file. */
const worthwhile = 50;

/** From so many bytes on, the best compression of a whole site takes longer than its build. */
const large = 5_000_000;

/** What takes no more bytes than this reaches a reader in one flight, however well compressed. */
const oneFlight = 7_000;

/** How many files are compressed at once: as many as Node has threads for it. */
const atOnce = 4;

const brotli = (content: Buffer, quality: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  },
});

/** The best there is; in a large site only for what would not fit one flight otherwise. */
const brotliOf = async (content: Buffer, isLarge: boolean): Promise<Buffer> => {
  const quick = isLarge && brotliCompressSync(content, brotli(content, 6));
  return quick && quick.length <= oneFlight
    ? quick
    : promisify(brotliCompress)(content, brotli(content, constants.BROTLI_MAX_QUALITY));
};

/**
 * Writes the brotli and the gzip variant of one file beside it, where it gains from them.
 * @param isLarge whether it is one of so many that each must be done quickly
 */
export const compressFile = async (path: string, isLarge = false): Promise<void> => {
  const content = await readFile(path);
  const variants = {
    br: await brotliOf(content, isLarge),
    gz: gzipSync(content, { level: 9 }),
  };
  for (const [ending, variant] of Object.entries(variants))
    if (variant.length + worthwhile < content.length) await writeFile(`${path}.${ending}`, variant);
};

/**
 * Writes variants beside every file of the built site that gains from them, for servers that send
 * what is there instead of compressing each answer anew.
 */
export const compressFiles = (): AstroIntegration => ({
  name: "compress-files",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const paths = await Array.fromAsync(glob(compressible, { cwd: folder }), (name) =>
        join(folder, name),
      );
      const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
      const isLarge = sizes.reduce((sum, size) => sum + size, 0) > large;
      const waiting = paths.values();
      const work = async () => {
        for (const path of waiting) await compressFile(path, isLarge);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
  },
});
