import { countryNamed, isNameIn } from "../schemas/country-names.ts";
import type { Fact } from "../schemas/facts.ts";
import type { Words } from "../words/index.ts";
import { countryName } from "./countries.ts";

type Region = Fact<"regions">;

/** The countries that a region names; a region that says nowhere else where it is, is one itself. */
const countriesOf = ({ name, countries, places, area }: Region): readonly string[] =>
  countries.length + places.length === 0 && area === undefined ? [name] : countries;

/** The codes of a region's countries (ISO 3166-1 alpha-2, in small letters). */
export const countryCodesOf = (region: Region): readonly string[] =>
  countriesOf(region).flatMap((country) => countryNamed(country) ?? []);

/** A country as written if that is its name in the language of the site; else its name there. */
const inLanguage = (country: string, language: string): string => {
  const code = countryNamed(country);
  return code === undefined || isNameIn(language, country) ? country : countryName(code, language);
};

/** The names of a region's countries and places, in the language of the site. */
export const placesIn = (region: Region, language: string): readonly string[] => [
  ...countriesOf(region).map((country) => inLanguage(country, language)),
  ...region.places.map(({ name }) => name),
];

/**
 * A hosting region as written in a list, with its places in parentheses unless its name contains
 * them: European Union (Ireland and Germany).
 */
export const regionInWords = (region: Region, { list }: Words, language: string): string => {
  const { name } = region;
  const within = placesIn(region, language).filter((place) => !name.includes(place));
  return within.length === 0 ? name : `${name} (${list(within)})`;
};
