import type { Language } from "./languages.ts";

/*
 * What the catalogues write values with. Formats are made when they are first asked for, since
 * making one takes longer than using it, and nothing happens while this is loaded: what a script
 * does not use is left out of its bundle.
 */

/** Formats that were made, by language. */
type Made<Format> = Partial<Record<Language, Format>>;

const dates: Made<Intl.DateTimeFormat> = {};
const numbers: Made<Intl.NumberFormat> = {};
const lists: Made<Intl.ListFormat> = {};
const rules: Made<Intl.PluralRules> = {};

/** An ISO date as it stands in a sentence: November 22, 2026. */
export const longDate = (language: Language, day: string): string =>
  (dates[language] ??= new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeZone: "UTC",
  })).format(new Date(`${day}T00:00:00Z`));

/** A number with its thousands told apart: 1,234. */
export const decimal = (language: Language, value: number): string =>
  (numbers[language] ??= new Intl.NumberFormat(language)).format(value);

/** Items as they stand in a sentence: a, b, and c. */
export const enumeration = (language: Language, items: readonly string[]): string =>
  (lists[language] ??= new Intl.ListFormat(language)).format(items);

/** The phrase for so many, by the rules of the language (CLDR's plural categories). */
export const counted = (
  language: Language,
  count: number,
  phrases: Partial<Record<Intl.LDMLPluralRule, string>> & Record<"other", string>,
): string =>
  phrases[(rules[language] ??= new Intl.PluralRules(language)).select(count)] ?? phrases.other;
