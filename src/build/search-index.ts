import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { close, createIndex, type CustomRecord, type IndexFile } from "pagefind";
import { contactsPage, questionsPage } from "../centre/addresses.ts";
import { bare, folded, piecesOf, spellings } from "../search/letters.ts";
import { isTelling } from "../search/query.ts";
import { used } from "../search/pagefind.ts";
import {
  engineFile,
  indexFile,
  packed,
  passageFile,
  passagesFile,
  searchFolder,
  wordListFile,
  type Passages,
  type Titles,
} from "../search/search-folder.ts";
import { forgivable } from "../search/slips.ts";
import { formsOf, type Language } from "../search/titles.ts";
import { isZipped } from "./compress.ts";
import { memoized } from "./memoized.ts";
import type { IndexedPage, Passage } from "./passages.ts";

/** What Pagefind's files begin with. */
const mark = "pagefind_dcd";

/** A file of Pagefind, unzipped and without its mark: a server compresses it better. */
const plain = (content: Uint8Array): Buffer<ArrayBuffer> => {
  const whole = Buffer.from(isZipped(content) ? gunzipSync(content) : content);
  return whole.subarray(whole.toString("latin1", 0, mark.length) === mark ? mark.length : 0);
};

/** @throws if there is none, or another one too */
const onlyOne = <Value>(values: readonly Value[], what: string): Value => {
  const [one] = values;
  if (one === undefined || values.length > 1)
    throw new Error(`Pagefind has made ${String(values.length)} of its ${what}, and not one`);
  return one;
};

/**
 * The engine for the language of the site, or for any where Pagefind does not know it.
 * @throws if it is not as the search has it
 */
const engineOf = async (files: readonly IndexFile[], language: string): Promise<IndexFile> => {
  const engine =
    files.find(({ path }) => path === engineFile(language)) ??
    files.find(({ path }) => path === engineFile("unknown"));
  const content = plain(engine?.content ?? new Uint8Array());
  const exported = WebAssembly.Module.exports(await WebAssembly.compile(content));
  const missing = used.filter((name) => !exported.some((one) => one.name === name));
  if (missing.length > 0)
    throw new Error(
      `Pagefind's engine has no ${missing.join(", ")}: src/search/pagefind.ts is for another version`,
    );
  return { path: engineFile(language), content };
};

/** Where else to look where nothing is found. */
const waysOn = [questionsPage, contactsPage];

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

const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);

/**
 * A passage as Pagefind takes it: without the words that say nothing, which would be half of the
 * index. What is found beside its text is in its metadata.
 */
const recordOf = (
  { language }: IndexedPage,
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
    url,
    content: parts.text.join(" "),
    language,
    meta: given({
      title: parts.title.join(" "),
      alsoAsked: parts.alsoAsked.join(" "),
      spellings: [...new Set(words.flatMap(otherSpellings))].join(" "),
    }),
  };
};

/** What is in a fragment, of which only the address is read. */
interface Fragment {
  readonly url: string;
}

/**
 * The name that Pagefind gave each passage, in the order of the passages. It is a digest, which no
 * compression makes shorter; a number in its place takes half of what must be known of an index.
 */
const namesOf = (files: readonly IndexFile[], urls: readonly string[]): string[] => {
  const names = new Map(
    files
      .filter(({ path }) => path.endsWith(".pf_fragment"))
      .map(({ path, content }) => {
        const { url } = JSON.parse(plain(content).toString()) as Fragment;
        return [url, basename(path, ".pf_fragment")];
      }),
  );
  return urls.map((url) => {
    const name = names.get(url);
    if (name === undefined) throw new Error(`Pagefind has made no passage of ${url}`);
    return name;
  });
};

/** What is known of an index, with numbers in place of the names of passages, as long as these. */
const numbered = (meta: Buffer, names: readonly string[]): Buffer => {
  const [prefix = ""] = /^.*_/.exec(names[0] ?? "") ?? [];
  const numbers = new Map(
    names.map((name, number) => [
      name,
      prefix + String(number).padStart(name.length - prefix.length, "0"),
    ]),
  );
  /* What follows a name may look like more of it. */
  const renamed = (letters: string): string => {
    const ends = Array.from(letters, (_, at) => letters.length - at);
    const end = ends.find((one) => numbers.has(letters.slice(0, one))) ?? 0;
    return (numbers.get(letters.slice(0, end)) ?? "") + letters.slice(end);
  };
  const named = new RegExp(`${prefix}[\\da-f]+`, "g");
  return Buffer.from(meta.toString("latin1").replaceAll(named, renamed), "latin1");
};

/** A passage as the search fetches it; each page has some, so that variants would be too many files. */
const zipped = ({ url, title, text, alsoAsked }: Passage): Buffer =>
  gzipSync(JSON.stringify({ url, title, text, alsoAsked }), { level: 9 });

/** At most so many bytes, compressed as they are sent, may titles add to what is loaded first. */
const titlesBound = 10_000;

/** Whether titles add more than that; without the words beside them, which are found in all texts. */
const areTooLong = (titles: Partial<Titles>): boolean =>
  brotliCompressSync(JSON.stringify(titles)).length > titlesBound;

/** The words of texts that say something, and their pieces, as they are compared. */
const wordsOf = (texts: readonly string[], idle: RegExp): Set<string> => {
  const written = new Set(texts.flatMap((text) => text.split(/\s+/)));
  const telling = [...written].filter((word) => isTelling(word, idle));
  return new Set(telling.flatMap((word) => [word, ...piecesOf(word)].map(folded)));
};

/** The titles of passages, and the words of the texts, in any form, that words of titles begin with. */
const titlesOf = (
  passages: readonly Passage[],
  { inflections, idle }: Language,
): Titles | undefined => {
  const of = passages.map(
    ({ url, title, alsoAsked }) =>
      (alsoAsked === "" ? [url, title] : [url, title, alsoAsked]) satisfies Titles["of"][number],
  );
  if (areTooLong({ of })) return undefined;
  const inTitles = [
    ...wordsOf(
      of.map(([, ...words]) => words.join(" ")),
      idle,
    ),
  ];
  const inTexts = wordsOf(
    passages.map(({ text }) => text),
    idle,
  );
  const forms = new Set([...inTexts].flatMap((word) => formsOf(word, inflections)));
  const whole = [...forms].filter((word) =>
    inTitles.some((other) => other !== word && other.startsWith(word)),
  );
  const titles = { of, whole: ` ${whole.sort().join(" ")} ` };
  return areTooLong(titles) ? undefined : titles;
};

/** What is known of all passages of a site. */
const passagesOf = (
  pages: readonly IndexedPage[],
  version: string,
  language: Language,
): Passages => {
  const sections = [...new Set(pages.map(({ section }) => section))];
  const all = pages.flatMap(({ section, isArchived, passages }) =>
    passages.map((passage) => ({ ...passage, section, isArchived })),
  );
  const where = (is: (passage: (typeof all)[number]) => boolean) =>
    all.flatMap((passage, number) => (is(passage) ? [number] : []));
  const titles = titlesOf(all, language);
  return {
    version,
    sections,
    sectionOf: all.map(({ section }) => sections.indexOf(section)),
    archived: where(({ isArchived }) => isArchived),
    outlines: where(({ isOutline }) => isOutline),
    waysOn: all
      .filter(({ url }) => waysOn.includes(url))
      .map(({ url, title }) => [url, title] as const),
    ...(titles && { titles }),
  };
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
 * come.
 * @param words of the language that say nothing of what is looked for, and other forms of the others
 * @returns the files of the index, the same for the same pages
 * @throws the errors that Pagefind reports
 */
export const indexPages = async (
  pages: readonly IndexedPage[],
  words: Language,
): Promise<IndexFile[]> => {
  const tells = memoized((word: string) => isTelling(word, words.idle));
  const records = pages.flatMap((page) =>
    page.passages.map((passage) => recordOf(page, passage, tells)),
  );
  return filesFor(
    pages,
    await indexFiles(records),
    records.map(({ url }) => url),
    words,
  );
};

/** What Pagefind makes of records. It is gone with its memory before anything else is done. */
const indexFiles = async (records: readonly CustomRecord[]): Promise<IndexFile[]> => {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join("\n"));
    const recordErrors: string[] = [];
    const waiting = records.values();
    const add = async () => {
      for (const record of waiting)
        recordErrors.push(...(await index.addCustomRecord(record)).errors);
    };
    await Promise.all(Array.from({ length: concurrency }, add));
    const { files, errors: fileErrors } = await index.getFiles();
    const allErrors = [...recordErrors, ...fileErrors];
    if (allErrors.length > 0) throw new Error(allErrors.join("\n"));
    return files;
  } finally {
    await close();
  }
};

/** The files of the search, from what Pagefind has made of the passages with these addresses. */
const filesFor = async (
  pages: readonly IndexedPage[],
  files: readonly IndexFile[],
  urls: readonly string[],
  words: Language,
): Promise<IndexFile[]> => {
  const [{ language } = { language: "" }] = pages;
  const passages = pages.flatMap((page) => page.passages);
  const version = digestOf(passages);
  const meta = onlyOne(
    files.filter(({ path }) => path.endsWith(".pf_meta")),
    "lists of passages",
  );
  const pieces = files.filter(({ path }) => path.endsWith(".pf_index"));
  const [piece = meta, ...others] = pieces.map(({ path, content }) => ({
    path,
    content: plain(content),
  }));
  const known = numbered(plain(meta.content), namesOf(files, urls));
  const first = others.length === 0 ? piece.content : new Uint8Array();
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  return [
    await engineOf(files, language),
    { path: indexFile, content: packed(known, first) },
    ...(others.length > 0 ? [piece, ...others] : []),
    { path: passagesFile, content: json(passagesOf(pages, version, words)) },
    ...passages.map((passage, number) => ({
      path: passageFile(version, number),
      content: zipped(passage),
    })),
    { path: wordListFile, content: Buffer.from(wordList(pages)) },
  ];
};

/**
 * Writes the files of an index into their folder of the built site.
 * @param folder of the built site
 * @returns the names of its files, relative to the folder
 */
export const writeIndex = (folder: string, files: readonly IndexFile[]): string[] => {
  const names = files.map(({ path }) => join(searchFolder, path));
  for (const within of new Set(names.map(dirname)))
    mkdirSync(join(folder, within), { recursive: true });
  for (const [at, { content }] of files.entries())
    writeFileSync(join(folder, names[at] ?? ""), content);
  return names;
};
