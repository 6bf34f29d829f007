import { searchFolder } from "./search-folder.ts";

/* The part of Pagefind's API that is used here, as version 1 documents it. */
export interface SubResult {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: { balanced_score: number }[];
}
export interface PageResult {
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  raw_content: string;
  sub_results: SubResult[];
}
export interface Result {
  id: string;
  score: number;
  /** Where on the page words match, counted in words. */
  words: number[];
  /** Fetches the page, once; the next call, for whatever query, changes what this one gave. */
  data: () => Promise<PageResult>;
}
interface Pagefind {
  filters(): Promise<unknown>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{
    results: Result[];
    totalFilters: Record<string, Record<string, number>>;
  }>;
}

/** The pages that Pagefind finds, best first. */
export interface Found {
  readonly results: readonly Result[];
  /** The sections in which something matches, whichever one the search is limited to. */
  readonly sections: readonly string[];
}

let pagefind: Promise<Pagefind> | undefined;

/**
 * Whether a part of the index did not arrive. Pagefind keeps quiet about that and finds nothing,
 * which would be a lie; nothing but Pagefind fetches anything on these pages.
 */
let incomplete = false;
const fetchAsIs = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const response = await fetchAsIs(...request).catch((error: unknown) => {
    incomplete = true;
    throw error;
  });
  incomplete ||= !response.ok;
  return response;
};

/** Begins to fetch the index, once; a failure is forgotten, so that the next call tries again. */
export const load = (): Promise<Pagefind> =>
  (pagefind ??= start().catch((error: unknown) => {
    pagefind = undefined;
    throw error;
  }));

const start = async (): Promise<Pagefind> => {
  incomplete = false;
  const path = `/${searchFolder}/pagefind.js`;
  const { createInstance } = (await import(/* @vite-ignore */ path)) as {
    createInstance: (options: object) => Pagefind & { init(): Promise<void> };
  };
  /* A worker would be one more file, and Trusted Types would refuse its address. */
  const instance = createInstance({ noWorker: true, excerptLength: 26 });
  await instance.init();
  /* Loads the sections too: only then does a search count what it finds in each. */
  await instance.filters();
  return instance;
};

/**
 * Has Pagefind look for the pages that have all words of a query.
 * @param section the one to look in, or an empty string for all
 * @throws where the index, or a part of it, cannot be loaded
 */
export const lookUp = async (query: string, section: string): Promise<Found> => {
  const engine = await load();
  const { results, totalFilters } = await engine.search(query, {
    filters: section === "" ? {} : { section },
  });
  if (incomplete) {
    pagefind = undefined;
    throw new Error("a part of the search index did not arrive");
  }
  return {
    results,
    sections: Object.entries(totalFilters["section"] ?? {})
      .filter(([, count]) => count > 0)
      .map(([name]) => name),
  };
};
