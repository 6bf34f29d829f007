import { distance } from "fastest-levenshtein";

/** A text with two neighboring letters swapped, at each place in turn. */
const swapped = (text: string): string[] =>
  Array.from(text.slice(1)).map(
    (letter, at) => `${text.slice(0, at)}${letter}${text.charAt(at)}${text.slice(at + 2)}`,
  );

/** How many letters are to be added, left out, or changed; two that are swapped count as one. */
const slips = (from: string, to: string): number =>
  Math.min(distance(from, to), ...swapped(from).map((text) => distance(text, to) + 1));

const digitsIn = (text: string) => text.replace(/\D/g, "");

const sorted = (word: string) => Array.from(word).sort().join("");

/** A word short enough for another letter to make another name: of a law, or of a country. */
const shortWord = 4;

/** Whether two names differ in the letters of a short word: us-ca and us-co, pipa and pipl. */
const haveOtherWords = (name: string, meant: string): boolean => {
  const [words, others] = [name, meant].map((text) => text.split("-"));
  if (words?.length !== others?.length) return false;
  return Boolean(
    words?.some((word, at) => {
      const other = others?.[at] ?? "";
      return (
        word.length <= shortWord && word.length === other.length && sorted(word) !== sorted(other)
      );
    }),
  );
};

/**
 * Whether one name may be a slip of the pen for another: of four letters, one may be wrong. Another
 * figure is another thing, and so is another letter in a short word, or a word that begins otherwise:
 * internal and external.
 */
const isSlip = (name: string, meant: string): boolean => {
  const most = Math.floor(Math.max(name.length, meant.length) / 4);
  return (
    digitsIn(name) === digitsIn(meant) &&
    !haveOtherWords(name, meant) &&
    slips(name, meant) <= (name.charAt(0) === meant.charAt(0) ? most : Math.min(most, 1))
  );
};

/**
 * The name in `known` for which `name` may be a slip of the pen. None is better than a wrong one,
 * since people write what is suggested to them: two that are equally near are both left out.
 */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const written = name.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, spelled: candidate.toLowerCase() }))
    .filter(({ spelled }) => spelled === written || isSlip(written, spelled))
    .map(({ candidate, spelled }) => ({ candidate, far: slips(written, spelled) }))
    .sort((a, b) => a.far - b.far);
  const [best, next] = near;
  return best?.far === next?.far ? undefined : best?.candidate;
};

/** The only id in `known` that starts with the words of `name`. */
const onlyIdStartingWith = (name: string, known: readonly string[]): string | undefined => {
  const matches = known.filter((id) => id.startsWith(`${name.toLowerCase()}-`));
  return matches.length === 1 ? matches[0] : undefined;
};

/** The id that somebody probably meant by `name`, if one is similar enough. */
export const meantId = (name: string, known: readonly string[]): string | undefined =>
  onlyIdStartingWith(name, known) ?? nearest(name, known);

/** As many names as a sentence can hold. */
const mostNames = 16;

/**
 * What to write in place of a name that is not known, as the end of a sentence.
 * @param meant the known name that is probably meant, if any
 * @param otherwise what to do where none is, and there are too many to name
 */
export const adviceFor = (
  meant: string | undefined,
  known: readonly string[],
  otherwise: string,
): string => {
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return known.length > 0 && known.length <= mostNames
    ? `write one of: ${known.join(", ")}`
    : otherwise;
};
