import { search as language } from "virtual:words";
import { lookUp, type Result, type SearchResults } from "./engine.ts";
import { hitsOn, type Hit } from "./hits.ts";
import { isMeant, wordsOf } from "./words.ts";

/** Returns the results on a page; fetches it on the first call. */
type ReadPage = () => Promise<readonly Hit[]>;

export interface Findings {
  /** The best results, in an order that stays the same when more follow. */
  readonly hits: readonly Hit[];
  /** The number of all results. */
  readonly total: number;
  /** Whether the total is a minimum: each page that is not fetched yet counts as one result. */
  readonly atLeast: boolean;
}

export interface Answer {
  /** Whether no page has all the words, and pages with some of them were searched for. */
  readonly isPartial: boolean;
  /** The sections with results, even those that the search is not limited to. */
  readonly sections: readonly string[];
  /** Whether only other sections have results. */
  readonly elsewhere: boolean;
  /** Fetches only the best page. */
  glance(): Promise<Findings>;
  /** Fetches further pages. @param round 1 at first, then one more each time the visitor asks for more */
  read(round: number): Promise<Findings>;
}

/** The number of pages fetched at once, best first; each costs a request. */
const pagesAtOnce = 3;
/** The number of results of a page that are listed before those of other pages. */
const perPage = 6;
/** The number of results listed at once, and how many are too few while there are others. */
const [resultsAtOnce, tooFew] = [10, 4];

/** Matches an empty query, or a single Latin letter, which would find everything. */
export const tooShort = /^\p{Script=Latin}?$/u;

/** The ids, as Pagefind names them, of the pages that were fetched. */
const fetched = new Set<string>();

const fetchPage = async ({ id, data }: Result) => {
  const page = await data();
  fetched.add(id);
  return page;
};

/** The words that Pagefind really found; they match the same words on every page. */
const wordsFound = async (
  words: readonly string[],
  { results }: SearchResults,
): Promise<string[]> => {
  const result = results.find(({ id }) => fetched.has(id)) ?? results[0];
  if (!result) return [];
  const { raw_content } = await fetchPage(result);
  const content = raw_content.split(raw_content.includes("\u200B") ? "\u200B" : /\s+/);
  const found = result.words.flatMap((at) => content[at] ?? []);
  return words.filter((word) => isMeant(word, found, language.stem));
};

const once = (read: ReadPage): ReadPage => {
  let hits: ReturnType<ReadPage> | undefined;
  return () => (hits ??= read());
};

const readPage = (result: Result): ReadPage =>
  once(async () => {
    const page = await fetchPage(result);
    /* Every place on a page that matches all words of a query weighs the same. */
    return hitsOn(page, [{ word: "", weight: 1, places: page.sub_results }], language.stem);
  });

const answer = (
  pages: readonly ReadPage[],
  { sections }: Pick<SearchResults, "sections">,
  { isPartial = false, elsewhere = false } = {},
): Answer => {
  const listed = async (pageCount: number, hitCount: number): Promise<Findings> => {
    const fetchedPages = await Promise.all(pages.slice(0, pageCount).map((read) => read()));
    const others = pages.length - fetchedPages.length;
    const best = fetchedPages.flatMap((hits) => hits.slice(0, perPage));
    const rest = fetchedPages.flatMap((hits) => hits.slice(perPage));
    return {
      hits: (others > 0 ? best : [...best, ...rest]).slice(0, hitCount),
      total: best.length + rest.length + others,
      atLeast: others > 0,
    };
  };
  return {
    isPartial,
    sections,
    elsewhere,
    glance: () => listed(1, pages.length > 1 ? perPage : resultsAtOnce),
    read: async (round) => {
      for (let pageCount = round * pagesAtOnce; ; pageCount += pagesAtOnce) {
        const findings = await listed(pageCount, round * resultsAtOnce);
        if (!findings.atLeast || findings.hits.length > round * tooFew) return findings;
      }
    },
  };
};

/** Finds pages with some of several words; words in fewer places weigh more. */
const searchPartly = async (words: readonly string[], section: string): Promise<Answer> => {
  const perWord = await Promise.all(
    words
      .filter((word) => !tooShort.test(word))
      .map(async (word) => {
        const found = await lookUp(word, section);
        return (await wordsFound([word], found)).length > 0 ? [{ word, ...found }] : [];
      }),
  );
  const known = perWord.flat().map((found) => ({
    ...found,
    places: found.results.reduce((sum, { words }) => sum + words.length, 0),
  }));
  const total = known.reduce((sum, { places }) => sum + places, 0);
  const matches = known.flatMap(({ word, results, places }) =>
    results.map((result) => ({ result, word, weight: Math.log1p(total / places) })),
  );
  const ranked = Object.values(Object.groupBy(matches, ({ result }) => result.id))
    .flatMap((same) => (same ? [same] : []))
    .map((same) => ({
      same,
      weight: same.reduce((sum, { weight }) => sum + weight, 0),
      score: same.reduce((sum, { result }) => sum + result.score, 0),
    }))
    .toSorted((a, b) => b.weight - a.weight || b.score - a.score);
  const pages = ranked.map(({ same }) =>
    once(async () => {
      const matches = [];
      let page;
      for (const { result, word, weight } of same) {
        page = await fetchPage(result);
        matches.push({ word, weight, places: page.sub_results });
      }
      return page ? hitsOn(page, matches, language.stem) : [];
    }),
  );
  const sections = [...new Set(known.flatMap((found) => found.sections))];
  return answer(pages, { sections }, { isPartial: true });
};

const noPages: readonly ReadPage[] = [];

/**
 * Searches the site.
 * @param section to search in, or an empty string for all
 * @param isWanted says whether the answer is still wanted; if not, nothing more is requested
 * @returns the answer, or undefined if it was no longer wanted
 * @throws if the index cannot be loaded
 */
export const search = async (
  query: string,
  section: string,
  isWanted: () => boolean,
): Promise<Answer | undefined> => {
  const found = await lookUp(query, section);
  if (!isWanted()) return undefined;
  const words = wordsOf(query);
  const meant = await wordsFound(words, found);
  if (!isWanted()) return undefined;
  if (found.results.length > 0 && meant.length === words.length)
    return answer(found.results.map(readPage), found);
  const partial =
    words.length > 1 ? await searchPartly(words, section) : answer(noPages, { sections: [] });
  const isFound = (await partial.glance()).total > 0;
  if (isFound || section === "") return partial;
  const everywhere = await search(query, "", isWanted);
  if (!everywhere) return undefined;
  const elsewhere = (await everywhere.glance()).total > 0;
  return answer(noPages, everywhere, { elsewhere });
};
