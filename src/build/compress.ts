import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isOfReleases, isVersion, pathOfBuilt, twinName } from "../centre/addresses.ts";
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
 * view. What was released is many pages, and few visit them: there that, or what a statement may have,
 * has to be in reach.
 */
const needsBest = (name: string, bytes: number): boolean =>
  page.test(name) &&
  bytes > firstView.page &&
  (!isOfReleases(`/${pathOfBuilt(name)}`) ||
    [firstView.page, statementBytes].some((bound) => bytes > bound && bytes <= bound * gain));

/** The best brotli, except where a visitor would gain nothing. */
const brotliOf = async (name: string, content: Buffer, isAwaited: boolean): Promise<Buffer> => {
  if (isAwaited) return bestBrotli(content);
  const quick = await quickBrotli(content);
  return needsBest(name, quick.length) ? bestBrotli(content) : quick;
};

/** What programs ask for, page by page. */
const forPrograms = new RegExp(`(?:^|/)(?:${twinName.replace(".", "\\.")}|feed\\.(?:json|xml))$`);

/**
 * Which variants a file is worth. There are many pages of the past, texts and feeds: the former have the
 * one that browsers ask for, the latter the one that programs know.
 */
const variantsOf = (name: string) => ({
  br: !forPrograms.test(name),
  gz: !(page.test(name) && isVersion(`/${pathOfBuilt(name)}`)),
});

/** Zipped content, as any system would have it. */
const zipped = async (content: Buffer): Promise<Buffer> => {
  const variant = await toGzip(content);
  variant[systemByte] = unknownSystem;
  return variant;
};

/**
 * A function that writes the compressed variants of a file beside it, where they are smaller.
 * @param folder of the built site
 */
export const compressor =
  (folder: string) =>
  async (name: string, content: Buffer, isAwaited = ofSearch.test(name)): Promise<void> => {
    if (!compressible.test(name) || isZipped(content)) return;
    const worth = variantsOf(name);
    const variants = {
      br: worth.br && (await brotliOf(name, content, isAwaited)),
      gz: worth.gz && (await zipped(content)),
    };
    for (const [ending, variant] of Object.entries(variants))
      if (variant && variant.length + worthwhile < content.length)
        writeFileSync(join(folder, `${name}.${ending}`), variant);
  };

/** Does some work for each value, in their order, some of them at once: twice the threads of Node's pool. */
export const inParallel = async <Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<void>,
): Promise<void> => {
  const waiting = values.values();
  const worker = async () => {
    for (const value of waiting) await work(value);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
};

/**
 * Writes compressed variants beside the files that gain from them, for servers that send these
 * instead of compressing every response.
 * @param folder of the built site
 * @param names of files, relative to the folder
 */
export const compress = async (folder: string, names: readonly string[]): Promise<void> => {
  const areFew = names.filter((name) => partOfIndex.test(name)).length <= manyParts;
  const isAwaited = (name: string) => ofSearch.test(name) || (areFew && partOfIndex.test(name));
  const write = compressor(folder);
  await inParallel(
    names.filter((name) => compressible.test(name)),
    async (name) => write(name, readFileSync(join(folder, name)), isAwaited(name)),
  );
};
