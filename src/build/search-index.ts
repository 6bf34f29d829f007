import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { close, createIndex, type CustomRecord, type IndexFile } from "pagefind";
import { minify } from "vite";
import { pathOfBuilt } from "../centre/addresses.ts";
import { bare, folded, piecesOf, spellings } from "../search/letters.ts";
import { isTelling } from "../search/query.ts";
import { searchFolder, wordListFile } from "../search/search-folder.ts";
import { forgivable } from "../search/slips.ts";
import { isZipped } from "./compress.ts";
import { memoized } from "./memoized.ts";
import { indexedPage, type IndexedPage, type Passage } from "./passages.ts";

/** Pagefind's own interfaces, which this site does not use. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/;

/** The engine for languages that Pagefind does not support. */
const fallback = "wasm.unknown.pagefind";

/** A function that says whether the site's own search requests a file of the index. */
const usedIn = (files: readonly IndexFile[]): ((file: IndexFile) => boolean) => {
  const entry = files.find(({ path }) => path === "pagefind-entry.json");
  if (!entry) throw new Error("Pagefind has made no pagefind-entry.json");
  const { languages } = JSON.parse(Buffer.from(entry.content).toString()) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const isKnown = Object.values(languages).every(({ wasm }) => wasm !== null);
  return ({ path }) => !interfaces.test(path) && !(isKnown && path === fallback);
};

/** A zipped fragment of fewer bytes gains too little from better compression to have variants. */
const large = 2_000;

/**
 * Pagefind zips its files itself, which keeps a server from compressing them any better; its script
 * reads them unzipped just as well. All but the largest fragments stay zipped: every page has a
 * fragment, and variants of each would be thousands of files that save next to nothing.
 */
const unzipped = (path: string, content: Uint8Array) =>
  isZipped(content) && (!path.endsWith(".pf_fragment") || content.length > large)
    ? gunzipSync(content)
    : content;

/** Pagefind's script, minified to four fifths of its size; any other file as it is. */
const minified = async (path: string, content: Uint8Array): Promise<Uint8Array> => {
  if (path !== "pagefind.js") return content;
  const { code, errors } = await minify(path, Buffer.from(content).toString(), { module: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return Buffer.from(code);
};

/** How many passages are sent to Pagefind at once, so that it never waits for the next. */
const concurrency = 16;

/** The words that Pagefind itself finds in one: it knows accents, and parts at ASCII punctuation. */
const foundIn = (word: string): string[] => {
  const parts = word
    .toLowerCase()
    .normalize("NFD")
    .split(/[!-/:-@[-`{-~]+/)
    .map((part) => part.replaceAll(/[\p{M}\p{P}]/gu, ""));
  return [parts.join(""), ...parts.filter((part) => part.length > 1)];
};

/**
 * What else a word is found by: without the letters that not every keyboard has, and in pieces, such
 * as the “2” of “SOC-2”.
 */
const otherSpellings = memoized((word: string): readonly string[] => {
  const known = foundIn(word);
  const pieces = piecesOf(word).filter((piece) => /^\p{N}+$|../u.test(piece));
  return [word, ...pieces]
    .flatMap(spellings)
    .filter((other) => other !== "" && !known.includes(other));
});

/** The values that are there. */
const given = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));

/** What stands between the address of a passage and its digest, in what Pagefind is given. */
const separator = " ";

const digestOf = (passage: Passage): string =>
  createHash("sha256").update(JSON.stringify(passage)).digest("hex").slice(0, 12);

/**
 * A passage as Pagefind takes it: without the words that say nothing, which would be half of the
 * index. What is found beside its text is in its metadata. Pagefind names files by their content, so
 * the address tells all of it.
 */
const recordOf = (
  { language, section, isArchived }: IndexedPage,
  passage: Passage,
  tells: (word: string) => boolean,
): CustomRecord => {
  const { url, title, isOutline, alsoAsked } = passage;
  /* What an outline names is found where it is; Pagefind leaves out what has no text at all. */
  const text = isOutline ? title : passage.text;
  const brief = (whole: string) => whole.split(/\s+/).filter(tells);
  const parts = { title: brief(title), text: brief(text), alsoAsked: brief(alsoAsked) };
  const words = [...parts.title, ...parts.text, ...parts.alsoAsked];
  return {
    url: `${url}${separator}${digestOf(passage)}`,
    content: parts.text.join(" "),
    language,
    meta: given({
      title: parts.title.join(" "),
      alsoAsked: parts.alsoAsked.join(" "),
      spellings: [...new Set(words.flatMap(otherSpellings))].join(" "),
    }),
    filters: {
      section: [section],
      kind: [...(isArchived ? ["former"] : []), ...(isOutline ? ["outline"] : [])],
    },
  };
};

const mark = "pagefind_dcd";

/** A file of the index; where it holds a passage, that is as its page has it. */
const withPassage = (
  { path, content }: IndexFile,
  passages: ReadonlyMap<string, Passage>,
): IndexFile => {
  if (!path.endsWith(".pf_fragment")) return { path, content };
  const { url } = JSON.parse(gunzipSync(content).subarray(mark.length).toString()) as CustomRecord;
  const passage = passages.get(url);
  if (!passage) throw new Error(`Pagefind has made a passage of its own: ${url}`);
  const { title, text, alsoAsked } = passage;
  const meta = given({ title, alsoAsked });
  const whole = { url: passage.url, content: text, meta, anchors: [] };
  return { path, content: gzipSync(`${mark}${JSON.stringify(whole)}`, { level: 9 }) };
};

/** The words of a site in which a slip can be forgiven, as `withOneSlip` takes them. */
const wordList = (pages: readonly IndexedPage[]): string => {
  const written = new Set<string>();
  for (const { title, text, alsoAsked } of pages.flatMap(({ passages }) => passages))
    for (const word of `${title} ${text} ${alsoAsked}`.split(" ")) written.add(word);
  const words = [...written]
    .flatMap((word) => [bare(word), ...piecesOf(word)])
    .filter((word) => forgivable.test(folded(word)));
  return [...new Set(words)].sort().join("\n");
};

/**
 * Has Pagefind index the passages of a site's pages in the given order, since it numbers them as they
 * come. The pages are read before this returns: what only the index needs can be taken out of them then.
 * @param folder of the built site
 * @param names of the pages' files, relative to the folder
 * @param idle matches words that say nothing of what is looked for
 * @returns the files of the index, the same for the same pages
 * @throws the errors that Pagefind reports
 */
export const indexPages = (
  folder: string,
  names: readonly string[],
  idle: RegExp,
): Promise<IndexFile[]> =>
  indexed(
    names.flatMap((name) => {
      const html = readFileSync(join(folder, name), "utf8");
      return indexedPage(html, `/${pathOfBuilt(name)}`) ?? [];
    }),
    idle,
  );

const indexed = async (pages: readonly IndexedPage[], idle: RegExp): Promise<IndexFile[]> => {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join("\n"));
    const recordErrors: string[] = [];
    const passages = new Map<string, Passage>();
    const tells = memoized((word: string) => isTelling(word, idle));
    const records = pages.flatMap((page) =>
      page.passages.map((passage) => {
        const record = recordOf(page, passage, tells);
        passages.set(record.url, passage);
        return record;
      }),
    );
    const waiting = records.values();
    const add = async () => {
      for (const record of waiting)
        recordErrors.push(...(await index.addCustomRecord(record)).errors);
    };
    await Promise.all(Array.from({ length: concurrency }, add));
    const { files, errors: fileErrors } = await index.getFiles();
    const allErrors = [...recordErrors, ...fileErrors];
    if (allErrors.length > 0) throw new Error(allErrors.join("\n"));
    const used = await Promise.all(
      files
        .filter(usedIn(files))
        .map((file) => withPassage(file, passages))
        .map(async ({ path, content }) => ({
          path,
          content: await minified(path, unzipped(path, content)),
        })),
    );
    return [...used, { path: wordListFile, content: Buffer.from(wordList(pages)) }];
  } finally {
    await close();
  }
};

/**
 * Writes the files of an index into their folder of the built site.
 * @param folder of the built site
 * @returns the paths of its files
 */
export const writeIndex = (folder: string, files: readonly IndexFile[]): string[] =>
  files.map(({ path, content }) => {
    const target = join(folder, searchFolder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  });
