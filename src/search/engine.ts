import { searchFolder } from "./search-folder.ts";

/* The part of Pagefind's API (version 1) that is used here. */
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
  /** The positions of the matching words on the page, counted in words. */
  words: number[];
  /** Fetches the page, once; a later call, for any query, changes the result of an earlier one. */
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
export interface SearchResults {
  readonly results: readonly Result[];
  /** The sections with matches, even those that the search is not limited to. */
  readonly sections: readonly string[];
}

let pagefind: Promise<Pagefind> | undefined;

/**
 * Whether a part of the index failed to load. Pagefind does not report that, and would say that
 * nothing is found. Only Pagefind fetches anything on these pages.
 */
let incomplete = false;
const originalFetch = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const response = await originalFetch(...request).catch((error: unknown) => {
    incomplete = true;
    throw error;
  });
  incomplete ||= !response.ok;
  return response;
};

/** Loads the index, once; after a failure, the next call tries again. */
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
  /* A worker would be another file, and Trusted Types would refuse its address. */
  const instance = createInstance({ noWorker: true, excerptLength: 26 });
  await instance.init();
  /* Loads the sections: only then does a search count the matches in each. */
  await instance.filters();
  return instance;
};

/**
 * Has Pagefind find the pages that contain all words of a query.
 * @param section to search in, or an empty string for all
 * @throws if any part of the index cannot be loaded
 */
export const lookUp = async (query: string, section: string): Promise<SearchResults> => {
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
