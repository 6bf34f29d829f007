import { languages } from "../words/languages.ts";

/** Codes that CLDR has besides those of ISO 3166-1: parts of countries, groups of them, and none. */
const noCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** The codes of all countries (ISO 3166-1 alpha-2, and Kosovo's), in capitals. */
const countryCodes = (): string[] => {
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

/** Names in English that people use and CLDR does not have, with their codes. */
const otherNames = {
  AE: "UAE",
  BN: "Brunei Darussalam",
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  CI: "Ivory Coast",
  CZ: "Czech Republic",
  FM: "Federated States of Micronesia",
  GB: "Great Britain",
  IE: "Republic of Ireland",
  KR: "Republic of Korea",
  NL: "Holland",
  RU: "Russian Federation",
  SZ: "Swaziland",
  TL: "East Timor",
  TR: "Turkey",
  US: "United States of America",
  VN: "Viet Nam",
};

/** A name without the differences between its common spellings. */
const normal = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replaceAll(/\(.*?\)|\./g, "")
    .replace(/^\s*(?:the|die|der|das)\s/, "")
    .replaceAll(/&|\b(?:and|und)\b/g, " ")
    .replaceAll(/\b(?:saint|sankt)\b/g, "st")
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();

const namesIn = (language: string): Map<string, string> =>
  new Map(
    (["long", "short"] as const).flatMap((style) => {
      const names = new Intl.DisplayNames(language, { type: "region", style });
      return countryCodes().map((code) => [names.of(code) ?? code, code.toLowerCase()]);
    }),
  );

let codes: Map<string, string> | undefined;
let names: string[] | undefined;

/** Every country's names in the languages of sites, as one would write them. */
export const countryNames = (): readonly string[] =>
  (names ??= [...new Set(languages.flatMap((language) => [...namesIn(language).keys()]))]);

const codesByName = (): Map<string, string> =>
  (codes ??= new Map(
    [
      ...countryCodes().map((code): [string, string] => [code, code.toLowerCase()]),
      ...Object.entries(otherNames).map(([code, name]): [string, string] => [
        name,
        code.toLowerCase(),
      ]),
      ["USA", "us"] as [string, string],
      ...languages.flatMap((language) => [...namesIn(language)]),
    ].map(([name, code]) => [normal(name), code]),
  ));

/**
 * The code of a country (ISO 3166-1 alpha-2, in small letters) that is named in English, in the
 * language of a site, or by its code; undefined if no country has the name.
 */
export const countryNamed = (name: string): string | undefined => codesByName().get(normal(name));

/** Whether a country is written by its name in a language. */
export const isNameIn = (language: string, name: string): boolean =>
  [...namesIn(language).keys()].some((known) => normal(known) === normal(name) && known.length > 2);

/** The countries that a text names one after the other, as it writes them; undefined if it names none. */
export const countriesIn = (text: string): readonly string[] | undefined => {
  const parts = text.split(/\s*(?:[,;/+&]|\b(?:and|und)\b)\s*/).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => countryNamed(part) !== undefined)
    ? parts
    : undefined;
};

/** What is wrong with the name of a country; undefined if nothing is. */
export const countryNameFault = (name: string): string | undefined => {
  if (countryNamed(name) !== undefined) return undefined;
  const several = countriesIn(name);
  return several === undefined
    ? "no country has this name"
    : `it names ${String(several.length)} countries, each of which stands on its own`;
};
