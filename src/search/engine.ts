import { searchFolder } from "./search-folder.ts";

/** What a search finds: a page, or the question or heading on it that matches. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly section: string;
  readonly archived: boolean;
  /** The matching passage, cut where matching words begin and end. */
  readonly excerpt: readonly { readonly text: string; readonly matches: boolean }[];
}

export interface Findings {
  readonly hits: readonly Hit[];
  /** The sections in which something matches, whichever one the search is limited to. */
  readonly sections: readonly string[];
}

/* The part of Pagefind's API that is used here, as version 1 documents it. */
interface SubResult {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: { balanced_score: number }[];
}
interface PageResult {
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sub_results: SubResult[];
}
interface Pagefind {
  filters(): Promise<unknown>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{
    results: { data(): Promise<PageResult> }[];
    totalFilters: Record<string, Record<string, number>>;
  }>;
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

/** How many pages of findings are fetched, best first; each costs a request. */
const pagesShown = 4;
/** How many matching passages of one page are listed. */
const perPage = 6;

const score = ({ weighted_locations }: SubResult) =>
  weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);

const unescaped = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The words of an excerpt without the heading that it often begins with. */
const withoutTitle = (excerpt: string, title: string) => {
  const words = excerpt.split(" ");
  const heading = title.trim().split(/\s+/);
  /* Pagefind ends a heading with a full stop. */
  const begins = heading.every(
    (word, at) =>
      words[at]?.replace(/<\/?mark>/g, "").replace(/\.$/, "") === word.replace(/\.$/, ""),
  );
  return words.slice(begins ? heading.length : 0).join(" ");
};

const passage = (excerpt: string, title: string) =>
  withoutTitle(excerpt, title)
    .split(/<\/?mark>/)
    .map((html, position) => ({ text: unescaped(html), matches: position % 2 === 1 }))
    .filter(({ text }) => text !== "");

const hitsOf = ({ meta, filters, sub_results }: PageResult): Hit[] =>
  sub_results
    .toSorted((a, b) => score(b) - score(a))
    .slice(0, perPage)
    .map(({ title, url, excerpt }) => ({
      href: url,
      title,
      section: filters["section"]?.[0] ?? "",
      archived: meta["status"] !== undefined,
      excerpt: passage(excerpt, title),
    }));

/**
 * Searches the centre, in one section or (with an empty string) in all.
 * @param isWanted whether the answer is still waited for; what is not costs no request
 * @returns nothing where it was not
 * @throws where the index cannot be loaded
 */
export const search = async (
  query: string,
  section: string,
  isWanted: () => boolean,
): Promise<Findings | undefined> => {
  const engine = await load();
  if (!isWanted()) return undefined;
  const { results, totalFilters } = await engine.search(query, {
    filters: section === "" ? {} : { section },
  });
  if (incomplete) {
    pagefind = undefined;
    throw new Error("a part of the search index did not arrive");
  }
  if (!isWanted()) return undefined;
  const pages = await Promise.all(results.slice(0, pagesShown).map((result) => result.data()));
  return {
    hits: pages.flatMap(hitsOf),
    sections: Object.entries(totalFilters["section"] ?? {})
      .filter(([, count]) => count > 0)
      .map(([name]) => name),
  };
};
