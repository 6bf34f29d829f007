import { search as language } from "virtual:words";
import { beginningWith, having, passage, wordList, type Place } from "./engine.ts";
import { folded, piecesOf, spellings } from "./letters.ts";
import { isMeant } from "./meaning.ts";
import { phraseIn, tellingWords, wordsOf } from "./query.ts";
import type { Passage } from "./search-folder.ts";
import { forgivable, withOneSlip } from "./slips.ts";

/** A word or phrase of a query, and where it is found. */
export interface Term {
  /** As it is looked for: without a slip in it, if there was one. */
  readonly word: string;
  /** As it was typed, where that is found nowhere. */
  readonly mistyped?: string;
  /** Whether it is a phrase, of which the words in the text are known as they stand there. */
  readonly isPhrase?: boolean;
  /** Whether only words that begin with it are found. */
  readonly isBeginning?: boolean;
  /** The passages that have it, by number. */
  readonly places: ReadonlyMap<number, Place>;
  /** Whether there may be more: not all were read. */
  readonly atLeast?: boolean;
}

/** Matches an empty query, or a single Latin letter, which would find everything. */
export const tooShort = /^\p{Script=Latin}?$/u;

/** Matches two Latin letters: a word of their own, if nothing follows, or how most words begin. */
export const mayGoOn = /^\p{Script=Latin}{2}$/u;

/** Places by passage; for two in the same passage, all of its words and metadata. */
const byPassage = (found: readonly Place[]): Map<number, Place> => {
  const places = new Map<number, Place>();
  for (const place of found) {
    const other = places.get(place.number);
    places.set(place.number, {
      ...place,
      words: [...new Set([...(other?.words ?? []), ...place.words])],
      fields: [...(other?.fields ?? []), ...place.fields],
    });
  }
  return places;
};

/** Places of a word, with what is known of the same passages as places of its beginning. */
const judged = async (places: Map<number, Place>, word: string): Promise<Map<number, Place>> => {
  for (const { number, score, fields } of await beginningWith(word)) {
    const place = places.get(number);
    if (place) places.set(number, { ...place, score, fields: [...place.fields, ...fields] });
  }
  return places;
};

/** The words of a passage that may have brought it up: those that a place names, or any. */
const wordsAt = ({ text, title, alsoAsked }: Passage, { words }: Place): string[] => {
  const all = tellingWords(text, language.idle).map(({ word }) => word);
  return [
    ...wordsOf(`${title} ${alsoAsked}`),
    ...(words.length > 0 ? words.flatMap((at) => all[at] ?? []) : all),
  ];
};

/** The passages with words that begin with a word; none where Pagefind found only what is shorter. */
const beginnings = async (word: string): Promise<Place[]> => {
  const found = await beginningWith(word);
  const [sample] = found.toSorted((a, b) => b.words.length - a.words.length);
  if (!sample) return [];
  const words = wordsAt(await passage(sample.number), sample);
  return words.some((other) => isMeant(word, other, language.stem)) ? found : [];
};

/** The fewest letters of a beginning that is looked for. */
const fewest = 3;

/** The words that somebody meant who mistyped one, those in most passages first. */
const corrected = async (typed: string): Promise<Term | undefined> => {
  const near = forgivable.test(folded(typed)) ? withOneSlip(folded(typed), await wordList()) : [];
  const found = await Promise.all(
    near.map(async (word) => ({
      word,
      places: await judged(byPassage(await having(folded(word))), folded(word)),
    })),
  );
  const [best] = found.toSorted((a, b) => b.places.size - a.places.size);
  return best && { ...best, mistyped: typed };
};

/**
 * Finds a word. One that is nowhere as it stands is taken for its pieces, for the beginning of a
 * word, or for one with a slip in it, in this order.
 * @param forgiving whether to look for slips, which costs the list of words
 * @returns a term, or one for each piece
 */
export const findWord = async (typed: string, forgiving: boolean): Promise<Term[]> => {
  const [word = "", ...others] = spellings(typed);
  const pieces = piecesOf(typed).map(folded);
  const ways = pieces.length > 1 ? [word, ...others, pieces.join(" ")] : [word, ...others];
  const whole = byPassage((await Promise.all(ways.map(having))).flat());
  if (whole.size > 0) return [{ word: typed, places: await judged(whole, word) }];
  if (pieces.length > 1)
    return (
      await Promise.all(
        pieces.filter((piece) => !tooShort.test(piece)).map((piece) => findWord(piece, forgiving)),
      )
    ).flat();
  /* Digits are whole: 20 is no beginning of 2025. */
  if (word.length >= fewest && !/\p{N}/u.test(word)) {
    const places = byPassage(await beginnings(word));
    if (places.size > 0) return [{ word: typed, isBeginning: true, places }];
  }
  const meant = forgiving ? await corrected(typed) : undefined;
  return [meant ?? { word: typed, places: whole }];
};

/** How many passages are read to see whether a phrase is in them. */
const passagesRead = 30;

/** The passages that have all of several words, those first that have them next to one another. */
const havingAll = async (words: readonly string[]): Promise<Place[]> => {
  if (words.length === 0) return [];
  const together = await having(words.join(" "));
  const each = await Promise.all(words.map(having));
  const all = each.map((places) => new Set(places.map(({ number }) => number)));
  const anywhere = (each[0] ?? []).filter(({ number }) => all.every((some) => some.has(number)));
  return [...byPassage([...together, ...anywhere]).values()];
};

/** Finds a phrase, word for word: Pagefind takes any inflection of its words for the same. */
export const findPhrase = async (phrase: string): Promise<Term> => {
  const words = wordsOf(phrase).map(folded);
  const found = await havingAll(words.filter((word) => !language.idle.test(word)));
  const read = await Promise.all(
    found.slice(0, passagesRead).map(async (place): Promise<Place[]> => {
      const { text, title } = await passage(place.number);
      const inText = phraseIn(text, phrase);
      const isInTitle = phraseIn(title, phrase).length > 0;
      if (inText.length === 0 && !isInTitle) return [];
      return [{ ...place, words: inText, fields: isInTitle ? ["title"] : [] }];
    }),
  );
  return {
    word: phrase,
    isPhrase: true,
    places: byPassage(read.flat()),
    /* The index does not know of words that say nothing. */
    atLeast: found.length > read.length || words.every((word) => language.idle.test(word)),
  };
};
