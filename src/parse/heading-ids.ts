import GithubSlugger from "github-slugger";

/** How a language spells a letter where it has only those from a to z; other marks are left out. */
const spellings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: "ae", ö: "oe", ü: "ue" },
};

/** Letters of Latin script that Unicode does not take apart into one from a to z and its mark. */
const letters: Readonly<Record<string, string>> = {
  æ: "ae",
  ð: "d",
  đ: "d",
  ı: "i",
  ł: "l",
  ø: "o",
  œ: "oe",
  ß: "ss",
  þ: "th",
};

/**
 * A text in small letters, those of Latin script spelled with a to z as the language does: German
 * "für" is "fuer". Other scripts keep their letters.
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
 * The ids of the headings of one text, from top to bottom: GitHub's, in letters that an address
 * shows as they are. An umlaut would be six characters of percent-encoding in every link.
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
