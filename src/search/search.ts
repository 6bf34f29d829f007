import { search as language } from "virtual:words";
import { lookUp, type Found, type Result } from "./engine.ts";
import { hitsOn, type Hit } from "./hits.ts";
import { isMeant, wordsOf } from "./words.ts";

/** A page on which something is found; it is fetched once it is read for the first time. */
type Page = () => Promise<readonly Hit[]>;

export interface Findings {
  /** The best, in an order that does not change when there are more of them. */
  readonly hits: readonly Hit[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether that is all that is known yet: each page that is not fetched counts as one. */
  readonly atLeast: boolean;
}

export interface Answer {
  /** Whether no page has all the words, so that what has some of them was looked for. */
  readonly isPartial: boolean;
  /** The sections in which something is found, whichever one the search is limited to. */
  readonly sections: readonly string[];
  /** Whether something is found in other sections only. */
  readonly elsewhere: boolean;
  /** Reads as little as shows something, where that is not all. */
  glance(): Promise<Findings>;
  /** Reads on. @param times how often more was asked for, and once to begin with */
  read(times: number): Promise<Findings>;
}

/** How many pages are fetched at once, best first; each costs a request. */
const pagesAtOnce = 3;
/** How many matching passages of one page are listed before those of others. */
const perPage = 6;
/** How many findings are listed at once, and how few are too few where there are others. */
const [many, few] = [10, 4];

/** Nothing, or a single Latin letter, which would find everything. */
export const tooShort = /^\p{Script=Latin}?$/u;

/** The pages that were fetched, by Pagefind's names for them. */
const fetched = new Set<string>();

const fetchPage = async ({ id, data }: Result) => {
  const page = await data();
  fetched.add(id);
  return page;
};

/** Which of the words are those that Pagefind found; it finds the same for them on every page. */
const meantBy = async (words: readonly string[], { results }: Found): Promise<string[]> => {
  const result = results.find(({ id }) => fetched.has(id)) ?? results[0];
  if (!result) return [];
  const { raw_content } = await fetchPage(result);
  const content = raw_content.split(raw_content.includes("\u200B") ? "\u200B" : /\s+/);
  const found = result.words.flatMap((at) => content[at] ?? []);
  return words.filter((word) => isMeant(word, found, language.stem));
};

const once = (read: Page): Page => {
  let hits: ReturnType<Page> | undefined;
  return () => (hits ??= read());
};

const pageOf = (result: Result): Page =>
  once(async () => {
    const page = await fetchPage(result);
    /* What matches all words of a query matches each place as much. */
    return hitsOn(page, [{ word: "", weight: 1, places: page.sub_results }], language.stem);
  });

const answer = (
  pages: readonly Page[],
  { sections }: Pick<Found, "sections">,
  { isPartial = false, elsewhere = false } = {},
): Answer => {
  const listed = async (fetching: number, listing: number): Promise<Findings> => {
    const read = await Promise.all(pages.slice(0, fetching).map((page) => page()));
    const others = pages.length - read.length;
    const best = read.flatMap((hits) => hits.slice(0, perPage));
    const rest = read.flatMap((hits) => hits.slice(perPage));
    return {
      hits: (others > 0 ? best : [...best, ...rest]).slice(0, listing),
      total: best.length + rest.length + others,
      atLeast: others > 0,
    };
  };
  return {
    isPartial,
    sections,
    elsewhere,
    glance: () => listed(1, pages.length > 1 ? perPage : many),
    read: async (times) => {
      for (let fetching = times * pagesAtOnce; ; fetching += pagesAtOnce) {
        const findings = await listed(fetching, times * many);
        if (!findings.atLeast || findings.hits.length > times * few) return findings;
      }
    },
  };
};

/** What has some of several words; a word that is in fewer places counts for more. */
const partly = async (words: readonly string[], section: string): Promise<Answer> => {
  const each = await Promise.all(
    words
      .filter((word) => !tooShort.test(word))
      .map(async (word) => {
        const found = await lookUp(word, section);
        return (await meantBy([word], found)).length > 0 ? [{ word, ...found }] : [];
      }),
  );
  const known = each.flat().map((found) => ({
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

const nothing: readonly Page[] = [];

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
): Promise<Answer | undefined> => {
  const found = await lookUp(query, section);
  if (!isWanted()) return undefined;
  const words = wordsOf(query);
  const meant = await meantBy(words, found);
  if (!isWanted()) return undefined;
  if (found.results.length > 0 && meant.length === words.length)
    return answer(found.results.map(pageOf), found);
  const some = words.length > 1 ? await partly(words, section) : answer(nothing, { sections: [] });
  const isFound = (await some.glance()).total > 0;
  if (isFound || section === "") return some;
  const all = await search(query, "", isWanted);
  if (!all) return undefined;
  const elsewhere = (await all.glance()).total > 0;
  return answer(nothing, all, { elsewhere });
};
