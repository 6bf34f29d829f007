import { expect, test } from "@playwright/test";
import { wordsOf } from "../../../src/words/index.ts";

const { request: english } = wordsOf("en");
const { request: german } = wordsOf("de");

test("a law's day is told in a whole sentence, in which names are never bent", () => {
  const { within } = wordsOf("en").deadlines;
  const answer = { count: 1, unit: "months" } as const;
  expect(english.expected("GDPR", within({ answer }), "day", "the ICO").join("")).toBe(
    "GDPR: an answer is expected within 1 month. Counted from today, that is by day. If you get no answer, contact the ICO.",
  );
  expect(
    german.expected("DSGVO", wordsOf("de").deadlines.within({ answer }), "Tag", "ICO").join(""),
  ).toBe(
    "DSGVO: Antwort innerhalb von 1 Monat. Von heute an gerechnet endet diese Frist am Tag. Wenn Sie keine Antwort erhalten, wenden Sie sich an: ICO.",
  );
});

test("what is still to fill in is a list as the language writes one", () => {
  const all = ({ blanks }: typeof english) => Object.values(blanks).map(({ name }) => name);
  const counts = [1, 2, 3];
  expect(counts.map((count) => english.stillToFillIn(all(english).slice(0, count)))).toEqual([
    "Still to fill in: full name.",
    "Still to fill in: full name and country.",
    "Still to fill in: full name, country, and request type.",
  ]);
  expect(counts.map((count) => german.stillToFillIn(all(german).slice(0, count)))).toEqual([
    "Noch auszufüllen: Vor- und Nachname.",
    "Noch auszufüllen: Vor- und Nachname und Land.",
    "Noch auszufüllen: Vor- und Nachname, Land und Art des Antrags.",
  ]);
});

test("a printed request is dated as the language writes a day", () => {
  expect(english.dateLine("2026-02-28")).toBe("Date: February 28, 2026");
  expect(german.dateLine("2026-02-28")).toBe("Datum: 28. Februar 2026");
});
