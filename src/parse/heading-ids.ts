import GithubSlugger from "github-slugger";

/** How a language spells letters with only a to z; other diacritics are dropped. */
const spellings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: "ae", ö: "oe", ü: "ue" },
};

/** Latin letters that Unicode does not decompose into a letter from a to z and a diacritic. */
const letters: Readonly<Record<string, string>> = {
  æ: "ae",
  ɓ: "b",
  ð: "d",
  đ: "d",
  ɗ: "d",
  ə: "e",
  ħ: "h",
  ı: "i",
  ƙ: "k",
  ł: "l",
  ŋ: "n",
  ø: "o",
  œ: "oe",
  ß: "ss",
  þ: "th",
  ŧ: "t",
};

/**
 * A text in lowercase, with Latin letters spelled with a to z as the language does: German "für" is
 * "fuer". Other scripts keep their letters.
 * @param language a BCP 47 tag
 */
export const inBasicLetters = (text: string, language: string): string => {
  const [primary = ""] = language.split("-");
  const own = { ...letters, ...spellings[primary] };
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\p{Script=Latin}/gu, (letter) => own[letter] ?? letter)
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, "")
    .normalize("NFC");
};

/**
 * The ids of the headings of a text, from top to bottom: GitHub's, in letters that need no encoding in
 * an address. An umlaut would be six characters of percent-encoding in every link.
 */
export class HeadingIds {
  readonly #slugger = new GithubSlugger();
  readonly #language: string;

  /** @param language that of the content, a BCP 47 tag */
  constructor(language: string) {
    this.#language = language;
  }

  /** The id of the next heading; empty where no letter or digit is in its words. */
  next(words: string): string {
    return this.#slugger.slug(inBasicLetters(words, this.#language));
  }
}
