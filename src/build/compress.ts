import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** With more pages than this, a site is large. */
const large = 100;

/** Whether a site has so many pages among its files that each must be done quickly. */
export const isLarge = (files: readonly string[]): boolean =>
  files.filter((file) => file.endsWith(".html")).length > large;

/** Files worth compressing; pictures and zipped files are compressed already. */
const compressible =
  /\.(?:css|html|js|json|md|svg|txt|webmanifest|xml|pagefind|pf_filter|pf_fragment|pf_index|pf_meta)$/;

/** A variant that is not this much smaller (bytes) is not worth a file. */
const worthwhile = 50;

/** The byte of a gzip header that names the operating system, and its value for "unknown" (RFC 1952, 2.3.1). */
const [systemByte, unknownSystem] = [9, 255];

/** Whether a file begins as gzip does (RFC 1952, 2.3.1). */
export const isZipped = (content: Uint8Array): boolean =>
  content[0] === 0x1f && content[1] === 0x8b;

/** Files that a visitor waits for before anything is shown or searched. */
const awaited = /\.(?:html|js|pagefind|pf_meta)$/;

/** A file of at most so many bytes arrives in one flight; better compression gains nothing. */
const firstFlight = 7_000;

/** How many files are compressed at once: twice the threads of Node's pool. */
const concurrency = 8;

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

/** The best brotli; or, done quickly, one that takes a twentieth of the time and 8 % more bytes. */
const brotliOf = async (content: Buffer, quickly: boolean, isAwaited: boolean): Promise<Buffer> => {
  const quick = quickly && (await toBrotli(content, brotli(content, 9, 16)));
  return quick && (quick.length <= firstFlight || !isAwaited)
    ? quick
    : toBrotli(content, brotli(content, quickly ? 10 : 11));
};

/**
 * Writes the brotli and gzip variants of a file beside it, where they are smaller.
 * @param quickly for a large site: only files that a visitor waits for are then compressed well
 */
const compressFile = async (path: string, quickly: boolean): Promise<void> => {
  const content = readFileSync(path);
  if (isZipped(content)) return;
  const variants = {
    br: await brotliOf(content, quickly, awaited.test(path)),
    gz: await toGzip(content, { level: 9 }),
  };
  variants.gz[systemByte] = unknownSystem;
  for (const [ending, variant] of Object.entries(variants))
    if (variant.length + worthwhile < content.length) writeFileSync(`${path}.${ending}`, variant);
};

/**
 * Writes compressed variants beside the files that gain from them, for servers that send these
 * instead of compressing every response.
 * @param quickly where the site is so large that the best compression takes longer than its build
 */
export const compress = async (paths: readonly string[], quickly: boolean): Promise<void> => {
  const waiting = paths.filter((path) => compressible.test(path)).values();
  const work = async () => {
    for (const path of waiting) await compressFile(path, quickly);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
};
