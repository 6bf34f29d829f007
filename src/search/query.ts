import { asSeen, folded } from "./letters.ts";

/** What somebody looks for. */
export interface Query {
  /** The words that are not in quotes, each once. */
  readonly words: readonly string[];
  /** What is in quotes. */
  readonly phrases: readonly string[];
}

/* The straight quote is escaped for those who look for strings in scripts. */
const quoted = /[\x22“”„‟«»「『]([^\x22“”„‟«»「」『』]+)[\x22“”„‟«»」』]/g;

/** The words of a text; punctuation alone is none. */
export const wordsOf = (text: string): string[] =>
  asSeen(text)
    .split(" ")
    .filter((word) => folded(word) !== "");

/** Reads a query. A quote that is never closed quotes nothing. */
export const readQuery = (typed: string): Query => {
  const query = asSeen(typed);
  const unique = new Map(
    wordsOf(query.replaceAll(quoted, " ")).map((word) => [folded(word), word]),
  );
  return {
    words: [...unique.values()],
    phrases: [...query.matchAll(quoted)]
      .map(([, phrase = ""]) => phrase.trim())
      .filter((phrase) => folded(phrase) !== ""),
  };
};

/**
 * The words that say something, or all where none does: “what do you do” is a query too.
 * @param idle matches words that do not
 */
export const telling = (words: readonly string[], idle: RegExp): readonly string[] => {
  const some = words.filter((word) => !idle.test(folded(word)));
  return some.length > 0 ? some : words;
};

/** What somebody asks for, whatever the small words, capitals and punctuation. */
export const asAsked = (text: string, idle: RegExp): string =>
  telling(wordsOf(text), idle).map(folded).join(" ");

/** A word of a text, and its position, counted in what white space separates. */
interface WordAt {
  readonly word: string;
  readonly at: number;
}

/**
 * Whether a word says something; punctuation does not.
 * @param idle matches words that do not
 */
export const isTelling = (word: string, idle: RegExp): boolean => {
  const letters = folded(word);
  return letters !== "" && !idle.test(letters);
};

/**
 * The words of a text that say something, which are those that the index has.
 * @param idle matches words that do not
 */
export const tellingWords = (text: string, idle: RegExp): WordAt[] =>
  text
    .split(/\s+/)
    .map((word, at) => ({ word, at }))
    .filter(({ word }) => isTelling(word, idle));

/**
 * Where a text has a phrase word for word, whatever its capitals and punctuation.
 * @returns the positions of its words, counted in what white space separates
 */
export const phraseIn = (text: string, phrase: string): number[] => {
  const wanted = wordsOf(phrase).map(folded);
  const words = tellingWords(text, /^$/).map(({ word, at }) => ({ word: folded(word), at }));
  return words.flatMap((_, start) => {
    const part = words.slice(start, start + wanted.length);
    return wanted.every((word, at) => word === part[at]?.word) ? part.map(({ at }) => at) : [];
  });
};
