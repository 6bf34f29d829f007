import { folded, piecesOf, spellings } from "./letters.ts";
import { asAsked, readQuery, tellingWords } from "./query.ts";
import type { Passages } from "./search-folder.ts";

/** What a language has: other forms of its words, and the words that say nothing. */
export interface Language {
  readonly inflections: readonly (readonly [ending: RegExp, other: string])[];
  readonly idle: RegExp;
}

/** The fewest letters of a beginning, or of another form, that is looked for. */
const fewest = 3;

/** The forms by which a word is the same as another: itself first, and those without its ending. */
export const formsOf = (word: string, inflections: Language["inflections"]): string[] => [
  word,
  ...inflections
    .filter(([ending]) => !/\p{N}/u.test(word) && ending.test(word))
    .map(([ending, other]) => word.replace(ending, other))
    .filter((form) => form.length >= fewest),
];

/** The ways in which a word is found: as it is spelled, in pieces, and in other forms. */
const keysOf = (word: string, inflections: Language["inflections"]): string[] =>
  [word, ...piecesOf(word)].flatMap(spellings).flatMap((one) => formsOf(one, inflections));

/** How well a text fits that is just what is asked: better than any that only has the words. */
const exact = 3;

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
  { inflections, idle }: Language,
): FindTitles => {
  const textOf = (text: string): Text => ({
    asked: asAsked(text, idle),
    keys: tellingWords(text, idle).map(({ word }) => keysOf(word, inflections)),
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
    const ways = spellings(typed).flatMap((one) => formsOf(one, inflections));
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
      if (own === asked) return exact;
      return has(keys) ? Math.min(1, needed.length / keys.length) + (at === 0 ? 1 : 0) : 0;
    };
    return known
      .map(({ found, texts }) => ({ found, fit: Math.max(...texts.map(fitOf)) }))
      .filter(({ found, fit }) => fit > 0 && (fit === exact || !outlines.includes(found.number)))
      .sort((a, b) => b.fit - a.fit)
      .map(({ found }) => found);
  };
};
