import { searchFolder, wordListFile } from "./search-folder.ts";

/* The part of Pagefind's API (version 1) that is used here. */
export interface Passage {
  /** The text of the passage; its words are what white space separates. */
  content: string;
  meta: { title: string; alsoAsked?: string };
  url: string;
}
export interface Place {
  /** The id of the passage. */
  id: string;
  /** How well it fits, as Pagefind sees it: in a short passage, or more often, better. */
  score: number;
  /** The positions of the matching words in its text, counted in words. */
  words: number[];
  /** The metadata with matching words. */
  matchedMetaFields?: ("title" | "alsoAsked" | "spellings")[] | null;
  /** Fetches the passage, once. */
  data: () => Promise<Passage>;
}
interface Pagefind {
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    query: string | null,
    options?: { filters: Record<string, string> },
  ): Promise<{ results: Place[] }>;
}

/** The index, and what is known of all passages. */
interface Engine {
  readonly pagefind: Pagefind;
  /** The section of each passage, by id. */
  readonly sections: ReadonlyMap<string, string>;
  /** The ids of the passages that no longer apply. */
  readonly archived: ReadonlySet<string>;
  /** The ids of the passages that only name what is elsewhere. */
  readonly outlines: ReadonlySet<string>;
}

let engine: Promise<Engine> | undefined;

/**
 * Whether a part of the index failed to load. Pagefind does not report that, and would say that
 * nothing is found. Nothing else on these pages fetches anything.
 */
let incomplete = false;
const originalFetch = globalThis.fetch;
const watchedFetch: typeof originalFetch = async (...request) => {
  const response = await originalFetch(...request).catch((error: unknown) => {
    incomplete = true;
    throw error;
  });
  incomplete ||= !response.ok;
  return response;
};
globalThis.fetch = watchedFetch;

/** Loads the index, once; after a failure, the next call tries again. */
export const load = (): Promise<Engine> =>
  (engine ??= start().catch((error: unknown) => {
    engine = undefined;
    throw error;
  }));

const start = async (): Promise<Engine> => {
  incomplete = false;
  const path = `/${searchFolder}/pagefind.js`;
  const { createInstance } = (await import(/* @vite-ignore */ path)) as {
    createInstance: (options: object) => Pagefind & { init(): Promise<void> };
  };
  /* A worker would be another file, and Trusted Types would refuse its address. */
  const pagefind = createInstance({ noWorker: true });
  await pagefind.init();
  const filters = await pagefind.filters();
  const having = async (filter: string, value: string) =>
    (await pagefind.search(null, { filters: { [filter]: value } })).results.map(({ id }) => id);
  const sections = new Map<string, string>();
  for (const section of Object.keys(filters["section"] ?? {}))
    for (const id of await having("section", section)) sections.set(id, section);
  return {
    pagefind,
    sections,
    archived: new Set(await having("kind", "former")),
    outlines: new Set(await having("kind", "outline")),
  };
};

/** @throws if any part of the index did not arrive */
const complete = async <Value>(answer: Promise<Value>): Promise<Value> => {
  const value = await answer;
  if (incomplete) {
    engine = undefined;
    throw new Error("a part of the search index did not arrive");
  }
  return value;
};

/**
 * The passages that have words next to one another, in any inflection. Of one that has them in its
 * text, Pagefind does not say whether its metadata has them too, nor how well it fits.
 * @throws if any part of the index cannot be loaded
 */
export const having = async (words: string): Promise<Place[]> => {
  const { pagefind } = await load();
  return (await complete(pagefind.search(`"${words}"`))).results;
};

/**
 * The passages that have a word with the given beginning. Where there is none, Pagefind shortens the
 * beginning until it finds something.
 * @throws if any part of the index cannot be loaded
 */
export const beginningWith = async (letters: string): Promise<Place[]> => {
  const { pagefind } = await load();
  return (await complete(pagefind.search(letters))).results;
};

let list: Promise<string> | undefined;

/**
 * The words of the site, one a line; fetched once.
 * @throws if they cannot be loaded
 */
export const wordList = (): Promise<string> =>
  (list ??= complete(
    watchedFetch(`/${searchFolder}/${wordListFile}`).then((response) => response.text()),
  ).catch((error: unknown) => {
    list = undefined;
    throw error;
  }));
