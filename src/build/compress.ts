import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** With more pages than this, a site is large. */
const large = 100;

/** Whether a site has so many pages among its files that each must be done quickly. */
export const isLarge = (files: readonly string[]): boolean =>
  files.filter((file) => file.endsWith(".html")).length > large;

/** Files that may gain from it; what is zipped or a picture is compressed already. */
const compressible =
  /\.(?:css|html|js|json|md|svg|txt|webmanifest|xml|pagefind|pf_filter|pf_fragment|pf_index|pf_meta)$/;

/** A variant that is not this much smaller (bytes) is not worth a file. */
const worthwhile = 50;

/** Where a gzip file names the system it was made on, and what stands for any (RFC 1952, 2.3.1). */
const [systemByte, anySystem] = [9, 255];

/** Whether that is how a file begins (RFC 1952, 2.3.1). */
export const isZipped = (content: Uint8Array): boolean =>
  content[0] === 0x1f && content[1] === 0x8b;

/** Files that a reader waits for before anything is shown or searched. */
const awaited = /\.(?:html|js|pagefind|pf_meta)$/;

/** What takes no more bytes than this reaches a reader in one flight, however well compressed. */
const oneFlight = 7_000;

/** How many files are compressed at once: twice as many as Node has threads for it. */
const atOnce = 8;

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = constants;

/** @param window how far back repetitions are looked for: 64 kB take a tenth of the time of 4 MB */
const brotli = ({ length }: Buffer, quality: number, window = constants.BROTLI_DEFAULT_WINDOW) => ({
  params: {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: length,
    [BROTLI_PARAM_LGWIN]: window,
  },
});

/** The best there is; quickly, what takes a twentieth of the time and gives 8 % more bytes. */
const brotliOf = async (content: Buffer, quickly: boolean, isAwaited: boolean): Promise<Buffer> => {
  const quick = quickly && (await toBrotli(content, brotli(content, 9, 16)));
  return quick && (quick.length <= oneFlight || !isAwaited)
    ? quick
    : toBrotli(content, brotli(content, quickly ? 10 : 11));
};

/**
 * Writes the brotli and the gzip variant of one file beside it, where it gains from them.
 * @param quickly since it is one of many: then only what needs it to be fast is compressed well
 */
const compressFile = async (path: string, quickly: boolean): Promise<void> => {
  const content = readFileSync(path);
  if (isZipped(content)) return;
  const variants = {
    br: await brotliOf(content, quickly, awaited.test(path)),
    gz: await toGzip(content, { level: 9 }),
  };
  variants.gz[systemByte] = anySystem;
  for (const [ending, variant] of Object.entries(variants))
    if (variant.length + worthwhile < content.length) writeFileSync(`${path}.${ending}`, variant);
};

/**
 * Writes variants beside those files that gain from them, for servers that send what is there
 * instead of compressing each answer anew.
 * @param quickly where the site is so large that the best compression takes longer than its build
 */
export const compress = async (paths: readonly string[], quickly: boolean): Promise<void> => {
  const waiting = paths.filter((path) => compressible.test(path)).values();
  const work = async () => {
    for (const path of waiting) await compressFile(path, quickly);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};
