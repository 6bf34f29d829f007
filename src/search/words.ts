/** A word as it is compared: in lower case, without accents, punctuation and symbols, ß as ss. */
const normalized = (word: string) =>
  word
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{P}\p{S}]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss");

/** The words of a query, each once. */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    query
      .split(/\s+/)
      .map(normalized)
      .filter((word) => word !== ""),
  ),
];

/**
 * The part of a word that another must contain to count as the same word, typos included: half of
 * it and at least four letters, or its stem if that is shorter.
 */
const beginning = (word: string, stems: RegExp) => {
  const stem = word.replace(stems, "$1");
  return word.slice(0, Math.min(stem.length, Math.max(4, Math.ceil(word.length / 2))));
};

/**
 * Whether Pagefind found what a word of the query means. If no page has a word, Pagefind shortens it
 * until it finds something: “pricing” may find a “P”.
 * @param word from `wordsOf`; any word that is not in Latin letters counts as meant
 * @param found the words on a page that Pagefind matched
 * @param stems a pattern for words of the site's language, whose first group is the stem
 */
export const isMeant = (word: string, found: readonly string[], stems: RegExp): boolean =>
  !/^[\p{Script=Latin}\p{N}]+$/u.test(word) ||
  found.some((match) => normalized(match).includes(beginning(word, stems)));
