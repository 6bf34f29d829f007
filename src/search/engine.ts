import {
  engineFile,
  indexFile,
  passageFile,
  passagesFile,
  pieceFile,
  searchFolder,
  unpacked,
  wordListFile,
  type Passage,
  type Passages,
} from "./search-folder.ts";
import { openIndex, type Index } from "./pagefind.ts";

/** Where something is found. */
export interface Place {
  /** The number of the passage. */
  readonly number: number;
  /** How well it fits, as Pagefind sees it: in a short passage, or more often, better. */
  readonly score: number;
  /** The positions of the matching words in its text, counted in words. */
  readonly words: readonly number[];
  /** The metadata with matching words: `title`, `alsoAsked` or `spellings`. */
  readonly fields: readonly string[];
}

/** What is on its way since somebody reached for the search, by its address. */
declare global {
  var searchFiles: Record<string, Promise<Response> | undefined>;
}

/** @throws if it does not arrive */
const fetched = async (file: string): Promise<Response> => {
  const address = `/${searchFolder}/${file}`;
  const early = searchFiles[address];
  searchFiles[address] = undefined;
  const response = await (early ?? fetch(address));
  if (!response.ok) throw new Error(`${file} did not arrive: ${String(response.status)}`);
  return response;
};

const bytesOf = async (file: string) => new Uint8Array(await (await fetched(file)).arrayBuffer());

/** A function that keeps what it got for each key, but forgets what failed, so that one can try again. */
const kept = <Key, Value>(get: (key: Key) => Promise<Value>): ((key: Key) => Promise<Value>) => {
  const values = new Map<Key, Promise<Value>>();
  return (key) => {
    const value =
      values.get(key) ??
      get(key).catch((error: unknown) => {
        values.delete(key);
        throw error;
      });
    values.set(key, value);
    return value;
  };
};

/** The same for what there is one of. */
const keptOnce = <Value>(get: () => Promise<Value>): (() => Promise<Value>) => {
  const only = kept<undefined, Value>(get);
  return () => only(undefined);
};

/** What is known of all passages. @throws if it does not arrive */
export const passages = keptOnce(
  async () => (await (await fetched(passagesFile)).json()) as Passages,
);

/** The index, and the pieces of it that were asked for. */
interface Engine {
  readonly index: Index;
  readonly piece: (name: string) => Promise<void>;
}

const engine = keptOnce(async (): Promise<Engine> => {
  const [code, whole] = await Promise.all([
    bytesOf(engineFile(document.documentElement.lang)),
    bytesOf(indexFile),
  ]);
  const [meta, only] = unpacked(whole);
  const index = await openIndex(code, meta);
  if (only.length > 0) index.add(only);
  return {
    index,
    piece:
      only.length > 0
        ? () => Promise.resolve()
        : kept(async (name) => {
            index.add(await bytesOf(pieceFile(name)));
          }),
  };
});

/** Loads the index, once; after a failure, the next call tries again. @throws if it does not arrive */
export const load = async (): Promise<Passages> => {
  const [known] = await Promise.all([passages(), engine()]);
  return known;
};

const search = async (query: string, isPhrase: boolean): Promise<Place[]> => {
  const { index, piece } = await engine();
  if (query === "") return [];
  await Promise.all(index.piecesFor(query).map(piece));
  return index.search(query, isPhrase).map(({ p, s, l, mf }) => ({
    /* The build has named passages by their numbers. */
    number: Number(p.split("_").at(-1)),
    score: s,
    words: l.map(({ l: position }) => position),
    fields: mf ?? [],
  }));
};

/**
 * The passages that have words next to one another, in any inflection. Of one that has them in its
 * text, Pagefind does not say whether its metadata has them too, nor how well it fits.
 * @throws if any part of the index cannot be loaded
 */
export const having = (words: string): Promise<Place[]> => search(words, true);

/**
 * The passages that have a word with the given beginning. Where there is none, Pagefind shortens the
 * beginning until it finds something.
 * @throws if any part of the index cannot be loaded
 */
export const beginningWith = (letters: string): Promise<Place[]> => search(letters, false);

/** A passage by its number, fetched once. @throws if it does not arrive */
export const passage = kept(async (number: number) => {
  const { version } = await passages();
  const { body } = await fetched(passageFile(version, number));
  const text = body?.pipeThrough(new DecompressionStream("gzip")) ?? null;
  return (await new Response(text).json()) as Passage;
});

/** The words of the site, one a line; fetched once. @throws if they cannot be loaded */
export const wordList = keptOnce(async () => (await fetched(wordListFile)).text());
