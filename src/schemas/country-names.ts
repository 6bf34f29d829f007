import { languages } from "../words/languages.ts";

/** Codes that CLDR has besides those of ISO 3166-1: parts of countries, groups of them, and none. */
const noCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

const readCountryCodes = (): string[] => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      (code) =>
        names.of(code) !== undefined &&
        /* What a country was called before has the code that it has now. */
        new Intl.Locale(`und-${code}`).region === code &&
        !noCountries.has(code),
    );
};

let countries: readonly string[] | undefined;

/** The codes of all countries (ISO 3166-1 alpha-2, and Kosovo's), in capitals. */
export const countryCodes = (): readonly string[] => (countries ??= readCountryCodes());

let known: ReadonlySet<string> | undefined;

/** Whether two small letters are the code of a country (ISO 3166-1 alpha-2, and Kosovo's). */
export const isCountryCode = (code: string): boolean =>
  (known ??= new Set(countryCodes().map((one) => one.toLowerCase()))).has(code);

/** The codes of names in English that people use and CLDR does not have. */
const otherNames = {
  "Brunei Darussalam": "bn",
  "Czech Republic": "cz",
  "Democratic Republic of the Congo": "cd",
  "East Timor": "tl",
  "Federated States of Micronesia": "fm",
  "Great Britain": "gb",
  Holland: "nl",
  "Ivory Coast": "ci",
  "Republic of Ireland": "ie",
  "Republic of Korea": "kr",
  "Republic of the Congo": "cg",
  "Russian Federation": "ru",
  Swaziland: "sz",
  Turkey: "tr",
  UAE: "ae",
  "United States of America": "us",
  USA: "us",
  "Viet Nam": "vn",
};

/** A name without the differences between its common spellings. */
const normal = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replaceAll(".", "")
    .replace(/^\s*(?:the|die|der|das)\s/, "")
    .replaceAll(/&|\b(?:and|und)\b/g, " ")
    .replaceAll(/\b(?:saint|sankt)\b/g, "st")
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();

const withoutParentheses = (name: string): string => name.replaceAll(/\(.*?\)/g, " ");

const namesByLanguage = new Map<string, ReadonlyMap<string, string>>();

const readNames = (language: string): ReadonlyMap<string, string> =>
  new Map(
    (["long", "short"] as const).flatMap((style) => {
      const names = new Intl.DisplayNames(language, { type: "region", style });
      return countryCodes().map((code) => [names.of(code) ?? code, code.toLowerCase()]);
    }),
  );

const namesIn = (language: string): ReadonlyMap<string, string> => {
  const names = namesByLanguage.get(language) ?? readNames(language);
  namesByLanguage.set(language, names);
  return names;
};

let codes: Map<string, string> | undefined;
let names: string[] | undefined;

/** Every country's names in the languages of sites, as one would write them. */
export const countryNames = (): readonly string[] =>
  (names ??= [...new Set(languages.flatMap((language) => [...namesIn(language).keys()]))]);

const readCodes = (): Map<string, string> => {
  const written = [
    ...countryCodes().map((code): [string, string] => [code, code.toLowerCase()]),
    ...Object.entries(otherNames),
    ...languages.flatMap((language) => [...namesIn(language)]),
  ];
  /* A whole name is stronger than another's that only lacks what it has in parentheses. */
  const short = written.map(([name, code]): [string, string] => [withoutParentheses(name), code]);
  return new Map([...short, ...written].map(([name, code]) => [normal(name), code]));
};

/**
 * The code of a country (ISO 3166-1 alpha-2, in small letters) that is named in English, in the
 * language of a site, or by its code; undefined if no country has the name. What stands in parentheses
 * must name the same country: Switzerland (Schweiz), and not Samoa (American).
 */
export const countryNamed = (name: string): string | undefined => {
  const codeOf = (words: string) => (codes ??= readCodes()).get(normal(words));
  const [, added] = /\((.*?)\)/.exec(name) ?? [];
  const code = codeOf(name);
  if (code !== undefined || added === undefined) return code;
  const meant = codeOf(withoutParentheses(name));
  return meant === codeOf(added) ? meant : undefined;
};

/** Whether a country is written by its name in a language. */
export const isNameIn = (language: string, name: string): boolean =>
  [...namesIn(language).keys()]
    .map(withoutParentheses)
    .some((own) => normal(own) === normal(withoutParentheses(name)) && own.length > 2);

/** The countries that a text names one after the other, as it writes them; undefined if it names none. */
export const countriesNamed = (text: string): readonly string[] | undefined => {
  const parts = text
    .split(/\s*[,;/+&]\s*/)
    .map((part) => part.replace(/^(?:and|und)\s/, ""))
    .flatMap((part) =>
      /* Some names have an "and" of their own: Bosnia and Herzegovina. */
      countryNamed(part) === undefined ? part.split(/\s+(?:and|und)\s+/) : [part],
    )
    .filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => countryNamed(part) !== undefined)
    ? parts
    : undefined;
};

/** What is wrong with the name of a country; undefined if nothing is. */
export const countryNameFault = (name: string): string | undefined => {
  if (countryNamed(name) !== undefined) return undefined;
  const several = countriesNamed(name);
  return several === undefined
    ? "no country has this name"
    : `it names ${String(several.length)} countries, each of which stands on its own`;
};
