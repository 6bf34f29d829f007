import { search as language } from "virtual:words";
import { having, load, passage, type Place } from "./engine.ts";
import { excerptOf, type Hit } from "./hits.ts";
import { folded } from "./letters.ts";
import { isMeant } from "./meaning.ts";
import { asAsked, readQuery, telling, tellingWords, wordsOf, type Query } from "./query.ts";
import type { Passage, Passages } from "./search-folder.ts";
import { findPhrase, findWord, type Term } from "./terms.ts";

export interface Findings {
  /** The best results, in an order that stays the same when more follow. */
  readonly hits: readonly Hit[];
  /** The number of all results. */
  readonly total: number;
  /** Whether the total is a minimum. */
  readonly atLeast: boolean;
}

/** Who has all words of a query: a passage, only one that no longer applies, or none. */
type Coverage = "whole" | "former" | "partial";

export interface Answer {
  /** What was looked for in the end: without slips, and without quotes around what is nowhere. */
  readonly query: string;
  /** The phrases that no page has word for word. */
  readonly nowhere: readonly string[];
  /** The words that are nowhere as they were typed, and were taken for others. */
  readonly mistyped: readonly string[];
  /** Whether a word is nowhere, and was not looked for as one with a slip in it. */
  readonly hasUnknown: boolean;
  readonly coverage: Coverage;
  /** The sections with results, even those that the search is not limited to. */
  readonly sections: readonly string[];
  /** Whether only other sections have results. */
  readonly elsewhere: boolean;
  /** Fetches only the best results. */
  glance(): Promise<Findings>;
  /** Fetches further ones. @param round 1 at first, then one more each time the visitor asks for more */
  read(round: number): Promise<Findings>;
}

/** The section of a passage. */
const sectionWith = ({ sections, sectionOf }: Passages, number: number): string =>
  sections[sectionOf[number] ?? -1] ?? "";

/** The number of results listed at once; each costs a request. */
export const atOnce = 10;

/** The same at first glance. */
const atFirst = 2;

/** A single letter or digit, which says nothing where it does not stand beside other words. */
const single = /^[\p{Script=Latin}\p{N}]$/u;

/** A passage that may be a result. */
interface Candidate {
  readonly place: Place;
  /** How much of the query it has: rarer words count more. */
  readonly share: number;
  /** How good a result it is. */
  readonly score: number;
  /** Whether it has all words. */
  readonly isWhole: boolean;
  /** Whether all are in its title, or in what people also ask. */
  readonly isNamed: boolean;
  readonly isArchived: boolean;
}

/** What a word counts in a heading or in what people also ask, in the text, and for how well it fits. */
const [inHeading, inText, asFitting] = [2.5, 1, 0.5];

/** What a word counts that only begins like one. */
const asBeginning = 0.6;

/** What a passage counts that only names what is elsewhere. */
const asOutline = 0.4;

const isNamed = ({ fields }: Place) => fields.some((field) => field !== "spellings");

/** How much a place says of a term. */
const strengthIn = ({ places, isBeginning }: Term): ((place: Place) => number) => {
  const best = Math.max(...[...places.values()].map(({ score }) => score));
  return (place) =>
    ((isNamed(place) ? inHeading : inText) + (asFitting * place.score) / best) *
    (isBeginning ? asBeginning : 1);
};

/** Whether a title, or something that people also ask, is just what is looked for. */
const isAsked = ({ title, alsoAsked }: Passage, query: string): boolean =>
  [title, ...alsoAsked.split(";")].some(
    (other) => asAsked(other, language.idle) === asAsked(query, language.idle),
  );

/** The passages that have a term, scored; the more passages have it, the less it counts. */
const candidatesOf = async (
  terms: readonly Term[],
  query: string,
  { sectionOf, archived, outlines }: Passages,
): Promise<Candidate[]> => {
  const weighed = terms.map((term) => ({
    ...term,
    weight:
      terms.length > 1 && single.test(term.word)
        ? 0
        : Math.log1p(sectionOf.length / Math.max(1, term.places.size)),
    strength: strengthIn(term),
  }));
  const inOrder = new Set(
    terms.length > 1
      ? (await having(asAsked(query, language.idle))).map(({ number }) => number)
      : [],
  );
  const places = new Map(terms.flatMap(({ places }) => [...places]));
  return [...places].map(([number, place]) => {
    const found = weighed.flatMap((term) => {
      const there = term.places.get(number);
      return there ? [{ weight: term.weight, strength: term.strength(there), there }] : [];
    });
    const share = found.reduce((sum, { weight }) => sum + weight, 0);
    return {
      place,
      share,
      score:
        (found.reduce((sum, { weight, strength }) => sum + weight * strength, 0) +
          (inOrder.has(number) ? share : 0)) *
        (outlines.includes(number) ? asOutline : 1),
      isWhole: found.length === terms.length,
      isNamed: found.length === terms.length && found.every(({ there }) => isNamed(there)),
      isArchived: archived.includes(number),
    };
  });
};

/** The results among candidates, best first; those that no longer apply come after all others. */
const ranked = (candidates: readonly Candidate[]): { list: Candidate[]; coverage: Coverage } => {
  const sorted = candidates.toSorted((a, b) => b.score - a.score);
  const most = Math.max(0, ...sorted.map(({ share }) => share));
  const current = sorted.filter(({ isArchived }) => !isArchived);
  const archived = sorted.filter(({ isArchived }) => isArchived);
  const whole = (those: readonly Candidate[]) => those.filter(({ isWhole }) => isWhole);
  const partial = (those: readonly Candidate[]) => those.filter(({ share }) => share >= most / 2);
  if (whole(current).length > 0)
    return { list: [...whole(current), ...whole(archived)], coverage: "whole" };
  if (whole(archived).length > 0)
    return { list: [...partial(current), ...whole(archived)], coverage: "former" };
  return { list: [...partial(current), ...partial(archived)], coverage: "partial" };
};

/** How many of the best results are read to see which is just what is looked for. */
const compared = 3;

/** Puts first what is just what is looked for. */
const askedFirst = async (list: readonly Candidate[], query: string): Promise<Candidate[]> => {
  const asked = await Promise.all(
    list
      .filter(({ isNamed, isArchived }) => isNamed && !isArchived)
      .slice(0, compared)
      .map(async (candidate) =>
        isAsked(await passage(candidate.place.number), query) ? [candidate] : [],
      ),
  );
  return [...new Set([...asked.flat(), ...list])];
};

/** Where a term is in the text of a passage, even if only spelled otherwise. */
const positions = (
  text: string,
  { word, isPhrase, places }: Term,
  number: number,
): readonly number[] => {
  const { words = [], fields } = places.get(number) ?? {};
  if (isPhrase) return words;
  const all = tellingWords(text, language.idle);
  if (words.length > 0) return words.flatMap((position) => all[position]?.at ?? []);
  return fields?.includes("spellings")
    ? all.flatMap((other) => (isMeant(folded(word), other.word, language.stem) ? [other.at] : []))
    : [];
};

/** A query without slips, and with quotes only where somebody has what is in them. */
const mended = (phrases: readonly Term[], words: readonly string[], terms: readonly Term[]) =>
  [
    ...phrases.map(({ word }) => `"${word}"`),
    ...words.map((word) => terms.find(({ mistyped }) => mistyped === word)?.word ?? word),
  ].join(" ");

/** The terms of a query, and the phrases that are nowhere, whose words are looked for instead. */
const termsOf = async ({ words, phrases }: Query, forgiving: boolean) => {
  const found = await Promise.all(phrases.map(findPhrase));
  const there = found.filter(({ places }) => places.size > 0);
  const missed = found.filter(({ places }) => places.size === 0);
  const all = [...words, ...missed.flatMap(({ word }) => wordsOf(word))];
  const single = (
    await Promise.all(telling(all, language.idle).map((word) => findWord(word, forgiving)))
  ).flat();
  const terms = [...there, ...single];
  return {
    terms: [...new Map(terms.map((term) => [folded(term.word), term])).values()],
    nowhere: missed.flatMap(({ word, atLeast }) => (atLeast ? [] : [word])),
    mended: mended(there, all, single),
  };
};

/**
 * Candidates with those first that are known by their titles, in their order: what was shown before
 * the index was there stays where it is.
 */
const withNamed = (candidates: readonly Candidate[], named: readonly number[]): Candidate[] => {
  const byNumber = new Map(candidates.map((candidate) => [candidate.place.number, candidate]));
  const first = named.map((number, at) => ({
    place: { number, score: 0, words: [], fields: [] },
    share: 1,
    ...byNumber.get(number),
    score: Number.MAX_SAFE_INTEGER - at,
    isWhole: true,
    isNamed: true,
    isArchived: false,
  }));
  return [...first, ...candidates.filter(({ place }) => !named.includes(place.number))];
};

/**
 * Searches the site.
 * @param section to search in, or an empty string for all
 * @param named the numbers of the passages that are found by their titles, best first
 * @param isWanted says whether the answer is still wanted; if not, nothing more is requested
 * @param forgiving whether a slip in a word is forgiven, which costs a request where there is one
 * @returns the answer, or undefined if it was no longer wanted
 * @throws if the index cannot be loaded
 */
export const search = async (
  typed: string,
  section: string,
  named: readonly number[],
  isWanted: () => boolean,
  forgiving: boolean,
): Promise<Answer | undefined> => {
  const known = await load();
  if (!isWanted()) return undefined;
  const { terms, nowhere, mended } = await termsOf(readQuery(typed), forgiving);
  if (!isWanted()) return undefined;
  const found = await candidatesOf(terms, mended, known);
  const candidates = withNamed(
    found.filter(({ share }) => share > 0),
    named,
  );
  const sectionOf = ({ place }: Candidate) => sectionWith(known, place.number);
  const { list: everywhere, coverage: overall } = ranked(candidates);
  const { list, coverage } =
    section === ""
      ? { list: everywhere, coverage: overall }
      : ranked(candidates.filter((candidate) => sectionOf(candidate) === section));
  const sorted = named.length > 0 ? list : await askedFirst(list, mended);
  const hitOf = async ({ place: { number } }: Candidate): Promise<Hit> => {
    const { text, title, url } = await passage(number);
    return {
      href: url,
      title,
      section: sectionWith(known, number),
      archived: known.archived.includes(number),
      excerpt: excerptOf(
        text,
        known.outlines.includes(number) ? [] : terms.map((term) => positions(text, term, number)),
      ),
    };
  };
  const mistyped = terms.flatMap(({ mistyped }) => mistyped ?? []);
  const listed = async (count: number): Promise<Findings> => ({
    hits: await Promise.all(sorted.slice(0, count).map(hitOf)),
    total: sorted.length,
    atLeast: terms.some(({ atLeast }) => atLeast === true),
  });
  return {
    query: nowhere.length > 0 || mistyped.length > 0 ? mended : typed,
    nowhere,
    mistyped,
    hasUnknown: named.length === 0 && !forgiving && terms.some(({ places }) => places.size === 0),
    coverage,
    sections: [...new Set(everywhere.map(sectionOf))],
    elsewhere: sorted.length === 0 && everywhere.length > 0,
    glance: () => listed(atFirst),
    read: (round) => listed(round * atOnce),
  };
};
