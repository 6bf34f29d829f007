import { expect, test } from "@playwright/test";
import { wordsOf } from "../../src/words/index.ts";
import { languages, type Language } from "../../src/words/languages.ts";
import { phrasesOf } from "../phrases.ts";

type Phrase = (...values: unknown[]) => unknown;

/** Whether a value is how a language builds its words, of which each has its own: one rule, or several. */
const isGrammar = (value: unknown): boolean =>
  value instanceof RegExp || (Array.isArray(value) && value.flat().some(isGrammar));

/** What a catalogue holds, path by path. */
const entriesOf = (language: Language): [path: string, value: unknown][] => {
  const visit = (value: unknown, path: string): [string, unknown][] =>
    value !== null && typeof value === "object" && !isGrammar(value)
      ? Object.entries(value).flatMap(([key, below]) => visit(below, `${path}.${key}`))
      : [[path, value]];
  return visit(wordsOf(language), language).map(([path, value]) => [
    path.slice(language.length + 1),
    value,
  ]);
};

/** What stands at a path, as far as languages have it in common. */
const shape = (value: unknown): string =>
  typeof value === "function" ? `a phrase of ${String(value.length)} values` : typeof value;

for (const language of languages) {
  test(`${language} has what English has: the same phrases, of the same values`, () => {
    const shapes = (language: Language) =>
      entriesOf(language)
        .map(([path, value]) => `${path}: ${shape(value)}`)
        .sort();
    expect(shapes(language)).toEqual(shapes("en"));
    expect(shapes(language).length).toBeGreaterThan(150);
  });

  test(`in ${language}, what is counted is told otherwise of one than of several`, () => {
    const counting = entriesOf(language).filter(
      (entry): entry is [string, Phrase] =>
        typeof entry[1] === "function" && String(entry[1]).includes("counted("),
    );
    expect(counting.map(([path]) => path)).toEqual(
      expect.arrayContaining(["draft.awaiting", "promises.search", "timeline.step"]),
    );
    for (const [path, phrase] of counting) {
      const of = (count: number) =>
        String(phrase(...Array.from({ length: phrase.length }, () => count)));
      for (const count of [1, 2, 12_345])
        expect(of(count), path).toContain(wordsOf(language).number(count));
      const words = (count: number) => of(count).replaceAll(/[\d.,]/g, "");
      expect(words(1), path).not.toBe(words(2));
      expect(words(12_345), path).toBe(words(2));
    }
  });

  test(`no phrase in ${language} would be taken for markup, or begins or ends with a space`, () => {
    for (const [path, value] of entriesOf(language))
      if (typeof value === "string") expect(value, path).toMatch(/^\S(?:.*\S)?$/);
    expect(phrasesOf(language).filter((phrase) => /[<>&]/.test(phrase))).toEqual([]);
  });
}

test("languages write days, numbers and lists as their readers do", () => {
  const { date, number, list } = wordsOf("en");
  expect(date("2026-11-22")).toBe("November 22, 2026");
  expect(number(12_345)).toBe("12,345");
  expect(list(["a", "b", "c"])).toBe("a, b, and c");
  const german = wordsOf("de");
  expect(german.date("2026-11-22")).toBe("22. November 2026");
  expect(german.number(12_345)).toBe("12.345");
  expect(german.list(["a", "b", "c"])).toBe("a, b und c");
});

test("English is American, and calls the site by its name", () => {
  const british = /\b(?:centres?|licenc\w*|colours?|\w+isation|programmes?|behaviour)\b/i;
  expect(phrasesOf("en").filter((phrase) => british.test(phrase))).toEqual([]);
});

test("German addresses its readers as Sie", () => {
  const familiar = /\b(?:du|dich|dir|dein\w*|euch|euer\w*)\b/i;
  expect(phrasesOf("de").filter((phrase) => familiar.test(phrase))).toEqual([]);
});

test("a phrase of the catalogue is found in its source, whichever branch says it", () => {
  const phrases = phrasesOf("en");
  const { transparency, draft } = wordsOf("en");
  expect(phrases).toContain(transparency.title);
  for (const count of [1, 2])
    expect(phrases).toContain(draft.awaiting(count).split(String(count))[1]);
  expect(phrases).not.toContain("en");
  expect(phrases.length).toBeGreaterThan(200);
});
