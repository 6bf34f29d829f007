import type { Fact } from "../schemas/facts.ts";

/** A country or part of one that a requester can choose, and what applies there. */
export interface Country {
  readonly id: string;
  readonly name: string;
  /** The ids of its laws, the main one first. */
  readonly laws: readonly string[];
  /** The public holidays that are known, as ISO dates. */
  readonly holidays: readonly string[];
}

/**
 * The name of a country in a language (Unicode CLDR); the code itself if it is unknown. Browsers
 * differ in these names, so the build writes them into the site, with the pinned version of Node.
 * @param code two lowercase letters (ISO 3166-1 alpha-2)
 */
export const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: "region" }).of(code.toUpperCase()) ?? code;

/** The countries and parts of countries with their names, in the alphabetical order of a language. */
export const countriesIn = (
  language: string,
  countries: readonly Fact<"countries">[],
): Country[] => {
  const { compare } = new Intl.Collator(language);
  return countries
    .map(({ id, part, laws, holidays }) => {
      const name = countryName(id.slice(0, 2), language);
      return { id, name: part === undefined ? name : `${name}: ${part}`, laws, holidays };
    })
    .sort((a, b) => compare(a.name, b.name));
};
