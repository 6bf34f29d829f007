import { folded, spellings } from "./letters.ts";

/**
 * The part of a word that another must begin with to count as the same word: half of it and at least
 * four letters, or its stem if that is shorter.
 */
const beginning = (word: string, stems: RegExp) => {
  const stem = word.replace(stems, "$1");
  return word.slice(0, Math.min(stem.length, Math.max(4, Math.ceil(word.length / 2))));
};

/**
 * Whether a word of a text is what a word of the query means. Where no page has a word, Pagefind
 * shortens it until it finds something: “pricing” may find a “P”.
 * @param word as `folded` returns it; any that is not in Latin letters counts as meant
 * @param found in the text
 * @param stems a pattern for words of the site's language, whose first group is the stem
 */
export const isMeant = (word: string, found: string, stems: RegExp): boolean =>
  !/^[\p{Script=Latin}\p{N}]+$/u.test(word) ||
  [folded(found), ...spellings(found)].some((match) => match.includes(beginning(word, stems)));
