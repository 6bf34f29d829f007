import type { Language } from "./languages.ts";

/*
 * The formats that the catalogues write values with. A format is created on first use and kept, since
 * creating one is slow. Nothing is created on loading, so a bundler can drop what a script does not
 * use.
 */

/** The formats created so far, by language. */
type Cache<Format> = Partial<Record<Language, Format>>;

const dates: Cache<Intl.DateTimeFormat> = {};
const numbers: Cache<Intl.NumberFormat> = {};
const lists: Cache<Intl.ListFormat> = {};
const rules: Cache<Intl.PluralRules> = {};

/** An ISO date as written in a sentence: November 22, 2026. */
export const longDate = (language: Language, day: string): string =>
  (dates[language] ??= new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeZone: "UTC",
  })).format(new Date(`${day}T00:00:00Z`));

/** A number with thousands separators: 1,234. */
export const decimal = (language: Language, value: number): string =>
  (numbers[language] ??= new Intl.NumberFormat(language)).format(value);

/** A list as written in a sentence, in its parts: a, b, and c. */
export const enumeration = <Item>(
  language: Language,
  items: readonly Item[],
): (Item | string)[] => {
  const rest = items.values();
  return (lists[language] ??= new Intl.ListFormat(language))
    .formatToParts(items.map(String))
    .map(({ type, value }) => (type === "element" ? (rest.next().value ?? value) : value));
};

/** The phrase for a count, by the plural rules of the language (CLDR's plural categories). */
export const counted = (
  language: Language,
  count: number,
  phrases: Partial<Record<Intl.LDMLPluralRule, string>> & Record<"other", string>,
): string =>
  phrases[(rules[language] ??= new Intl.PluralRules(language)).select(count)] ?? phrases.other;
