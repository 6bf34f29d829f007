import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isOfReleases, pathOfBuilt } from "../centre/addresses.ts";
import { firstView, statementBytes } from "../centre/first-view.ts";

/** Files worth compressing; pictures and zipped files are compressed already. */
const compressible = /\.(?:css|csv|html|ics|js|json|md|svg|txt|webmanifest|xml|pagefind|pf_index)$/;

/** A variant that is not this much smaller (bytes) is not worth a file. */
const worthwhile = 50;

/** The byte of a gzip header that names the operating system, and its value for "unknown" (RFC 1952, 2.3.1). */
const [systemByte, unknownSystem] = [9, 255];

/** Whether a file begins as gzip does (RFC 1952, 2.3.1). */
export const isZipped = (content: Uint8Array): boolean =>
  content[0] === 0x1f && content[1] === 0x8b;

/** What anybody who searches waits for. */
const ofSearch = /\.(?:js|pagefind)$|[\\/]passages\.json$/;

/** Parts of the index, each for some words. */
const partOfIndex = /\.pf_index$/;

/** With more parts than this, the index is so large that the best compression takes too long. */
const manyParts = 10;

const page = /\.html$/;

/** How many files are compressed at once: twice the threads of Node's pool. */
const concurrency = 8;

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = constants;

/** @param window how far back repetitions are looked for, as a power of two */
const brotli = ({ length }: Buffer, quality: number, window: number) => ({
  params: {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: length,
    [BROTLI_PARAM_LGWIN]: window,
  },
});

/** A window of 64 kB takes a tenth of the time of one of 128 kB. */
const smallWindow = 16;

/** Brotli in a fortieth of the time of the best, with 10 % more bytes. */
const quickBrotli = (content: Buffer) => toBrotli(content, brotli(content, 6, smallWindow));

/** Memory is taken for the whole window, so it is no larger than the content. */
const bestBrotli = (content: Buffer) => {
  const window = Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.ceil(Math.log2(content.length)));
  return toBrotli(content, brotli(content, 11, Math.max(smallWindow, window)));
};

/** By how much the best compression is better at most. */
const gain = 1.15;

/**
 * Whether a page that is compressed to so many bytes needs the best compression: to fit its first
 * view. What was released is many pages, and few visit them: there it has to be in reach.
 */
const needsBest = (name: string, bytes: number): boolean =>
  page.test(name) &&
  bytes > firstView.page &&
  !(isOfReleases(`/${pathOfBuilt(name)}`) && bytes > statementBytes * gain);

/** The best brotli, except where a visitor would gain nothing. */
const brotliOf = async (name: string, content: Buffer, isAwaited: boolean): Promise<Buffer> => {
  if (isAwaited) return bestBrotli(content);
  const quick = await quickBrotli(content);
  return needsBest(name, quick.length) ? bestBrotli(content) : quick;
};

/**
 * Writes the brotli and gzip variants of a file beside it, where they are smaller. Small files are
 * read and written at once: to wait for each takes longer.
 */
const compressFile = async (folder: string, name: string, isAwaited: boolean): Promise<void> => {
  const path = join(folder, name);
  const content = readFileSync(path);
  if (isZipped(content)) return;
  const variants = { br: await brotliOf(name, content, isAwaited), gz: await toGzip(content) };
  variants.gz[systemByte] = unknownSystem;
  for (const [ending, variant] of Object.entries(variants))
    if (variant.length + worthwhile < content.length) writeFileSync(`${path}.${ending}`, variant);
};

/**
 * Writes compressed variants beside the files that gain from them, for servers that send these
 * instead of compressing every response.
 * @param folder of the built site
 * @param names of files, relative to the folder
 */
export const compress = async (folder: string, names: readonly string[]): Promise<void> => {
  const areFew = names.filter((name) => partOfIndex.test(name)).length <= manyParts;
  const waiting = names.filter((name) => compressible.test(name)).values();
  const work = async () => {
    for (const name of waiting)
      await compressFile(folder, name, ofSearch.test(name) || (areFew && partOfIndex.test(name)));
  };
  await Promise.all(Array.from({ length: concurrency }, work));
};
