import { expect, test } from "@playwright/test";
import { statusOf } from "../../../src/search/status.ts";
import { wordsOf } from "../../../src/words/index.ts";

/** Findings of which so many are shown. */
const findings = (shown: number, total = shown, atLeast = false) => ({
  hits: Array.from({ length: shown }),
  total,
  atLeast,
});

const whole = {
  query: "x",
  nowhere: [] as string[],
  mistyped: [] as string[],
  coverage: "whole" as const,
  elsewhere: false,
};
const partial = { ...whole, coverage: "partial" as const };
const archived = { ...whole, coverage: "former" as const };

for (const { what, section = "", answer, found, en, de } of [
  {
    what: "nothing",
    answer: whole,
    found: findings(0),
    en: "Nothing found for “x”.",
    de: "Keine Treffer für „x“.",
  },
  {
    what: "nothing in one section, nor in the others",
    section: "FAQ",
    answer: whole,
    found: findings(0),
    en: "Nothing found for “x”.",
    de: "Keine Treffer für „x“.",
  },
  {
    what: "nothing in one section, but in others",
    section: "FAQ",
    answer: { ...whole, elsewhere: true },
    found: findings(0),
    en: "Nothing found in FAQ for “x”.",
    de: "Keine Treffer im Bereich „FAQ“ für „x“.",
  },
  {
    what: "one result",
    answer: whole,
    found: findings(1),
    en: "1 result for “x”.",
    de: "1 Treffer für „x“.",
  },
  {
    what: "two results",
    answer: whole,
    found: findings(2),
    en: "2 results for “x”.",
    de: "2 Treffer für „x“.",
  },
  {
    what: "more than are shown",
    answer: whole,
    found: findings(10, 28),
    en: "Top 10 of 28 results for “x”.",
    de: "Die besten 10 von 28 Treffern für „x“.",
  },
  {
    what: "more than are counted",
    answer: whole,
    found: findings(6, 1234, true),
    en: "Top 6 of at least 1,234 results for “x”.",
    de: "Die besten 6 von mindestens 1.234 Treffern für „x“.",
  },
  {
    what: "one passage that has some of the words",
    answer: partial,
    found: findings(1),
    en: "No exact match for “x”. 1 partial match.",
    de: "Kein genauer Treffer für „x“. 1 Teiltreffer.",
  },
  {
    what: "several that have some of the words",
    answer: partial,
    found: findings(9),
    en: "No exact match for “x”. 9 partial matches.",
    de: "Kein genauer Treffer für „x“. 9 Teiltreffer.",
  },
  {
    what: "several in one section that have some of the words",
    section: "FAQ",
    answer: partial,
    found: findings(10, 28, true),
    en: "No exact match for “x” in FAQ. Top 10 of at least 28 partial matches.",
    de: "Kein genauer Treffer im Bereich „FAQ“ für „x“. Die besten 10 von mindestens 28 Teiltreffern.",
  },
  {
    what: "all words only where it no longer applies",
    answer: archived,
    found: findings(3),
    en: "Only an archived statement has all the words of “x”. 3 results for “x”.",
    de: "Nur eine archivierte Erklärung enthält alle Wörter von „x“. 3 Treffer für „x“.",
  },
  {
    what: "the words of a phrase, but not the phrase",
    answer: { ...whole, query: "x y", nowhere: ["x y"] },
    found: findings(2),
    en: "No page has exactly “x y”. 2 results for “x y”.",
    de: "Auf keiner Seite steht genau „x y“. 2 Treffer für „x y“.",
  },
  {
    what: "what was meant by a slip",
    answer: { ...whole, query: "y", mistyped: ["x"] },
    found: findings(2),
    en: "No page has “x”. 2 results for “y”.",
    de: "Auf keiner Seite steht „x“. 2 Treffer für „y“.",
  },
  {
    what: "nothing, not even of a phrase",
    answer: { ...partial, nowhere: ["x y"] },
    found: findings(0),
    en: "Nothing found for “x”.",
    de: "Keine Treffer für „x“.",
  },
])
  for (const [language, expected] of [
    ["en", en],
    ["de", de],
  ] as const)
    test(`says in ${language} that it has ${what}`, () => {
      expect(statusOf("x", section, answer, found, wordsOf(language).search)).toBe(expected);
    });
