import { expect, test } from "@playwright/test";
import { statusOf } from "../../../src/search/status.ts";
import { wordsOf } from "../../../src/words/index.ts";

/** Findings of which so many are shown. */
const findings = (shown: number, total = shown, atLeast = false) => ({
  hits: Array.from({ length: shown }),
  total,
  atLeast,
});

const whole = { isPartial: false, elsewhere: false };
const partial = { isPartial: true, elsewhere: false };
const elsewhere = { isPartial: false, elsewhere: true };

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
    answer: elsewhere,
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
    what: "one page that has some of the words",
    answer: partial,
    found: findings(1),
    en: "No exact match for “x”. 1 partial match.",
    de: "Keine genaue Übereinstimmung für „x“. 1 Treffer mit einem Teil der Wörter.",
  },
  {
    what: "several that have some of the words",
    answer: partial,
    found: findings(9),
    en: "No exact match for “x”. 9 partial matches.",
    de: "Keine genaue Übereinstimmung für „x“. 9 Treffer mit einem Teil der Wörter.",
  },
  {
    what: "several in one section that have some of the words",
    section: "FAQ",
    answer: partial,
    found: findings(10, 28, true),
    en: "No exact match for “x” in FAQ. Top 10 of at least 28 partial matches.",
    de: "Keine genaue Übereinstimmung für „x“ im Bereich „FAQ“. Die besten 10 von mindestens 28 Treffern mit einem Teil der Wörter.",
  },
])
  for (const [language, expected] of [
    ["en", en],
    ["de", de],
  ] as const)
    test(`says in ${language} that it has ${what}`, () => {
      expect(statusOf("x", section, answer, found, wordsOf(language).search)).toBe(expected);
    });
