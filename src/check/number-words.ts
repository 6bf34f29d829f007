/* Numbers in words, from zero to 9,999: more days than anybody keeps anything. */

/** Reads number words of a language, and knows them when it sees them. */
export interface NumberWords {
  /** The source of a regular expression that matches number words in a row, even if they are no number. */
  readonly pattern: string;
  /** The number that words say; undefined if it is none. */
  readonly read: (words: string) => number | undefined;
  /** The words for small numbers, to recognize one that is misspelled. */
  readonly names: readonly string[];
}

/** A number in words, written without spaces; each language has its own way to put them together. */
type Spell = (number: number) => string;

const limit = 10_000;

const namesBelow = (count: number, spell: Spell): string[] =>
  Array.from({ length: count }, (_, number) => spell(number));

/** What gives the number that a name says; the names are spelled once one is asked for. */
const numberNamed = (spell: Spell) => {
  let numbers: ReadonlyMap<string, number> | undefined;
  return (name: string): number | undefined =>
    (numbers ??= new Map(namesBelow(limit, spell).map((known, number) => [known, number]))).get(
      name,
    );
};

/** The rest of a number after its hundreds or thousands, which is not said if it is zero. */
const rest = (number: number, spell: Spell): string => (number === 0 ? "" : spell(number));

const englishBelowTwenty =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const spellEnglish: Spell = (number) => {
  if (number < 20) return englishBelowTwenty[number] ?? "";
  if (number < 100)
    return (englishTens[Math.floor(number / 10) - 2] ?? "") + rest(number % 10, spellEnglish);
  const [size, word] = number < 1000 ? [100, "hundred"] : [1000, "thousand"];
  return spellEnglish(Math.floor(number / size)) + word + rest(number % size, spellEnglish);
};

const englishNumber = numberNamed(spellEnglish);
const englishPart = [...englishTens, ...englishBelowTwenty, "hundred", "thousand"]
  .toSorted((a, b) => b.length - a.length)
  .join("|");

export const englishNumbers: NumberWords = {
  pattern: `(?:(?:an?[\\s-]+)?(?:hundred|thousand)|${englishPart})(?:[\\s‐‑-]*(?:and[\\s‐‑-]+(?!\\p{L}+[\\s‐‑-]+(?:half|thirds?|quarters?)))?(?:${englishPart}))*|an?(?:other)?`,
  read: (words) => {
    const name = words.toLowerCase().replaceAll(/\band\b|[^a-z]/g, "");
    return /^an?(?:other)?$/.test(name)
      ? 1
      : englishNumber(name.replace(/^an?(?=hundred|thousand)|^(?=hundred|thousand)/, "one"));
  },
  names: namesBelow(100, spellEnglish),
};

const germanBelowTwenty =
  "null eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const germanTens = "zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig".split(" ");

const spellGerman: Spell = (number) => {
  if (number < 20) return germanBelowTwenty[number] ?? "";
  if (number < 100) {
    const one = number % 10 === 1 ? "ein" : rest(number % 10, spellGerman);
    return `${one}${one === "" ? "" : "und"}${germanTens[Math.floor(number / 10) - 2] ?? ""}`;
  }
  const [size, word] = number < 1000 ? [100, "hundert"] : [1000, "tausend"];
  const count = Math.floor(number / size);
  return (count === 1 ? "" : spellGerman(count)) + word + rest(number % size, spellGerman);
};

const germanNumber = numberNamed(spellGerman);

/** Words in lowercase, and German umlauts and sharp s as they are spelled without these letters. */
export const withoutUmlauts = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => (letter === "ß" ? "ss" : `${vowels[letter] ?? ""}e`));
const vowels: Readonly<Record<string, string>> = { ä: "a", ö: "o", ü: "u" };

/** What is put behind a whole number: "zweieinhalb". */
const germanShares: readonly (readonly [RegExp, number])[] = [
  [/einhalb$/, 1 / 2],
  [/einviertel$/, 1 / 4],
  [/dreiviertel$/, 3 / 4],
];

const readGerman = (words: string): number | undefined => {
  const name = withoutUmlauts(words);
  if (/^ein(?:e[mnrs]?)?$/.test(name)) return 1;
  if (name === "anderthalb") return 3 / 2;
  for (const [ending, share] of germanShares)
    if (ending.test(name)) {
      const whole = readGerman(name.replace(ending, ""));
      return whole === undefined ? undefined : whole + share;
    }
  const plain = name.replaceAll(
    /(?<=^|tausend)ein(?=hundert|tausend)|(?<=hundert|tausend)und/g,
    "",
  );
  return germanNumber(plain) ?? germanNumber(plain.replace(/er$/, ""));
};

export const germanNumbers: NumberWords = {
  pattern:
    "(?!und)(?:zwölf|zwoelf|anderthalb|ein(?:halb|viertel)|dreiviertel|null|eins?|zwei|zwan|drei|vier|fünf|fuenf|sech|sieb(?:en)?|acht|neun|zehn|elf|(?:z|ß|ss)ig|hundert|tausend|und|(?<=sech)s)+(?:er)?|eine[mnrs]?",
  read: readGerman,
  names: namesBelow(100, spellGerman),
};
