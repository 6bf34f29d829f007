import type { Fact } from "../schemas/facts.ts";

/** A place that a person can choose in the request, and the ids of the laws that apply there. */
export interface Country {
  readonly id: string;
  readonly name: string;
  readonly laws: readonly string[];
}

/**
 * The name of a country in a language, as Unicode has it; of a code that is none, the code. Browsers
 * differ in these names, so they are written into the site when it is built, by the Node that its
 * packages name.
 * @param code two small letters (ISO 3166-1)
 */
export const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: "region" }).of(code.toUpperCase()) ?? code;

/** Countries and parts of countries with their names, in the order of a language. */
export const countriesIn = (
  language: string,
  countries: readonly Fact<"countries">[],
): Country[] => {
  const { compare } = new Intl.Collator(language);
  return countries
    .map(({ id, part, laws }) => {
      const name = countryName(id.slice(0, 2), language);
      return { id, name: part === undefined ? name : `${name}: ${part}`, laws };
    })
    .sort((a, b) => compare(a.name, b.name));
};
