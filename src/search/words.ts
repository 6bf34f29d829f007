/** A word as words are compared: without accents, punctuation, symbols and capitals, ß as ss. */
const plain = (word: string) =>
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
      .map(plain)
      .filter((word) => word !== ""),
  ),
];

/**
 * How much of a word another must have to count as the same, or as a slip of the pen: half of it
 * and at least four letters, or all of it but its ending.
 */
const beginning = (word: string, stems: RegExp) => {
  const stem = word.replace(stems, "$1");
  return word.slice(0, Math.min(stem.length, Math.max(4, Math.ceil(word.length / 2))));
};

/**
 * Whether one of the words that Pagefind found for a query is meant by a word of the query. It
 * shortens a word that is nowhere until it finds one: “pricing” becomes a “P”.
 * @param word one of `wordsOf` the query; words of other scripts than Latin are taken to be meant
 * @param stems matches a word of the language of the site, and gives its stem
 */
export const isMeant = (word: string, found: readonly string[], stems: RegExp): boolean =>
  !/^[\p{Script=Latin}\p{N}]+$/u.test(word) ||
  found.some((one) => plain(one).includes(beginning(word, stems)));
