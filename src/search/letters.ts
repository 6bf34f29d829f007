/* A string, since the words of a script that stand alone count as names of elements and classes. */
const pairs = (list: string) =>
  new Map(list.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(2)]));

/** A word with other letters in place of some, none of which is in ASCII. */
const spelled = (word: string, letters: ReadonlyMap<string, string>) =>
  word.replaceAll(/[^\0-\x7F]/g, (letter) => letters.get(letter) ?? letter);

/** Letters that no accent makes of others, each as people type it who do not have it. */
const plain = pairs("ß:ss æ:ae œ:oe ø:o ð:d đ:d þ:th ħ:h ı:i ł:l ŋ:n ŧ:t");

/** Letters that are also written with two, as in addresses, names and crosswords. */
const double = pairs("ä:ae ö:oe ø:oe ü:ue å:aa");

/** What takes no room between letters: soft hyphens, joiners, marks of direction. */
const invisible = /[\p{Cf}\u034F]/gu;

/** What looks like a space, and is none to a regular expression. */
const blank = /[\p{Cc}\u2800\u3164\uFFA0]/gu;

/** A text without what cannot be seen, and with one kind of space. */
export const visible = (text: string): string =>
  text.replaceAll(invisible, "").replaceAll(blank, " ").replaceAll(/\s+/g, " ").trim();

/** A text as it looks: full-width letters and ligatures are the letters that they stand for. */
export const asSeen = (text: string): string => visible(text.normalize("NFKC"));

/** A word in small letters, without punctuation and symbols. */
export const bare = (word: string): string =>
  asSeen(word)
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]/gu, "");

/** What was folded, by what it was: most words of a text come again. */
const known = new Map<string, string>();

/** A word as it is compared: bare, and without accents. */
export const folded = (word: string): string => {
  const letters =
    known.get(word) ?? spelled(bare(word).normalize("NFD").replaceAll(/\p{M}/gu, ""), plain);
  known.set(word, letters);
  return letters;
};

/** The ways to spell a word without the letters that not every keyboard has. */
export const spellings = (word: string): string[] => [
  ...new Set([folded(word), folded(spelled(bare(word), double))]),
];

/** The pieces that punctuation and the change between letters and digits make of a word. */
export const piecesOf = (word: string): string[] =>
  asSeen(word)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
