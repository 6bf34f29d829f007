import { folded, piecesOf, spellings } from "./letters.ts";
import { asAsked, readQuery, tellingWords } from "./query.ts";
import type { Passages } from "./search-folder.ts";

/** What a language has: the stems of its words, and the words that say nothing. */
interface Language {
  readonly stem: RegExp;
  readonly idle: RegExp;
}

/** The fewest letters of a beginning, or of a stem, that is looked for. */
const fewest = 3;

/** The ways in which a word is found: as it is spelled, in pieces, and by its stem. */
const keysOf = (word: string, stem: RegExp): string[] =>
  [word, ...piecesOf(word)].flatMap(spellings).flatMap((one) => [one, stemOf(one, stem)]);

/** The stem of a folded word; of one that is as short as that, or has digits, the word. */
const stemOf = (word: string, stem: RegExp): string => {
  const found = /\p{N}/u.test(word) ? undefined : stem.exec(word)?.[1];
  return found !== undefined && found.length >= fewest ? found : word;
};

/** A title, or something that people also ask, as it is found. */
interface Text {
  readonly asked: string;
  readonly keys: readonly (readonly string[])[];
}

/** What is found by its title, or by what people also ask. */
export interface TitleFound {
  readonly number: number;
  readonly href: string;
  readonly title: string;
  readonly section: string;
}

/** What finds passages by their titles, best first. */
export type FindTitles = (query: string) => readonly TitleFound[];

/**
 * Finds passages by their titles and by what people also ask, before the index is there. What is
 * found has all words of a query, so that the index will not find what is better: neither is what
 * no longer applies, nor what only names what is elsewhere.
 * @returns a function that takes what was typed
 */
export const titleFinder = (
  { titles, sections, sectionOf, archived, outlines }: Passages,
  { stem, idle }: Language,
): FindTitles => {
  const textOf = (text: string): Text => ({
    asked: asAsked(text, idle),
    keys: tellingWords(text, idle).map(({ word }) => keysOf(word, stem)),
  });
  const known = (titles?.of ?? []).flatMap(([href, title, alsoAsked = ""], number) => {
    if (archived.includes(number)) return [];
    const section = sections[sectionOf[number] ?? -1] ?? "";
    const texts = [title, ...alsoAsked.split(";").filter((text) => text !== "")].map(textOf);
    return [{ found: { number, href, title, section }, texts }];
  });
  const all = new Set(known.flatMap(({ texts }) => texts.flatMap(({ keys }) => keys.flat())));
  /** Says of the keys of a word whether a word of the query is meant by them; undefined if by none. */
  const matcherOf = (typed: string): ((keys: readonly string[]) => boolean) | undefined => {
    const ways = spellings(typed).flatMap((one) => [one, stemOf(one, stem)]);
    if (ways.some((way) => all.has(way))) return (keys) => ways.some((way) => keys.includes(way));
    const [word = ""] = ways;
    const isBeginning =
      word.length >= fewest && !/\p{N}/u.test(word) && !titles?.whole.includes(` ${word} `);
    return isBeginning && [...all].some((key) => key.startsWith(word))
      ? (keys) => keys.some((key) => key.startsWith(word))
      : undefined;
  };
  return (query) => {
    const { words, phrases } = readQuery(query);
    const terms = words.filter((word) => !idle.test(folded(word)));
    if (phrases.length > 0 || terms.length === 0) return [];
    const matchers = terms.flatMap((word) => {
      const pieces = piecesOf(word);
      const matcher = matcherOf(word);
      return matcher || pieces.length < 2 ? [matcher] : pieces.map(matcherOf);
    });
    const needed = matchers.filter((matcher) => matcher !== undefined);
    if (needed.length < matchers.length) return [];
    const asked = asAsked(query, idle);
    const has = (keys: Text["keys"]) => needed.every((matcher) => keys.some(matcher));
    /** How well a text fits: just what is asked, before a title, before what people also ask. */
    const fitOf = ({ asked: own, keys }: Text, at: number) => {
      if (own === asked) return 2;
      return has(keys) ? needed.length / keys.length + (at === 0 ? 1 : 0) : 0;
    };
    return known
      .map(({ found, texts }) => ({ found, fit: Math.max(...texts.map(fitOf)) }))
      .filter(({ found, fit }) => fit > 0 && (fit === 2 || !outlines.includes(found.number)))
      .sort((a, b) => b.fit - a.fit)
      .map(({ found }) => found);
  };
};
