import { expect, test } from "@playwright/test";
import { wordsOf } from "../../../src/words/index.ts";

const { request: english, requestForm: englishForm } = wordsOf("en");
const { request: german, requestForm: germanForm } = wordsOf("de");

test("a law's day is told in a whole sentence, in which names are never bent", () => {
  const within = (language: "en" | "de") =>
    wordsOf(language).deadlines.within({ count: 1, unit: "months" });
  expect(english.expected("GDPR", within("en"), "day", [], "the ICO").join("")).toBe(
    "GDPR: an answer is expected within 1 month. Counted from today, that is by day. If you get no answer, contact the ICO.",
  );
  expect(german.expected("DSGVO", within("de"), "Tag", [], "ICO").join("")).toBe(
    "DSGVO: Antwort innerhalb von 1 Monat. Von heute an gerechnet endet diese Frist am Tag. Wenn Sie keine Antwort erhalten, wenden Sie sich an: ICO.",
  );
});

test("what there is to know of the day stands behind it, and in the calendar", () => {
  const notes = [english.lastDay.saturday, english.noHolidays];
  expect(english.expected("GDPR", "within 1 month", "day", notes, "the ICO").join("")).toContain(
    "that is by day. The last day is a Saturday. We have not checked for public holidays. If you",
  );
  expect(english.dueBecause("GDPR", "within 1 month", notes)).toBe(
    "GDPR: an answer is expected within 1 month. The last day is a Saturday. We have not checked for public holidays.",
  );
  const andere = [german.lastDay.holiday];
  expect(german.expected("DSGVO", "bald", "Tag", andere, "ICO").join("")).toContain(
    "am Tag. Der letzte Tag ist ein Feiertag. Wenn Sie",
  );
  expect(german.dueBecause("DSGVO", "bald", [])).toBe("DSGVO: Antwort bald.");
});

test("what is still to fill in is a list as the language writes one, of its parts", () => {
  const all = ({ blanks: { name, country, request } }: typeof englishForm) =>
    [name, country, request].map((blank) => blank.name);
  const counts = [1, 2, 3];
  const said = (words: typeof english, form: typeof englishForm) =>
    counts.map((count) => words.stillToFillIn(all(form).slice(0, count)).join(""));
  expect(said(english, englishForm)).toEqual([
    "Still to fill in: full name.",
    "Still to fill in: full name and country.",
    "Still to fill in: full name, country, and request type.",
  ]);
  expect(said(german, germanForm)).toEqual([
    "Noch auszufüllen: Vor- und Nachname.",
    "Noch auszufüllen: Vor- und Nachname und Land.",
    "Noch auszufüllen: Vor- und Nachname, Land und Art des Antrags.",
  ]);
  const [, ...parts] = english.stillToFillIn([{ part: 1 }, { part: 2 }]);
  expect(parts).toEqual([{ part: 1 }, " and ", { part: 2 }, "."]);
});

test("a printed request is dated as the language writes a day", () => {
  expect(english.dateLine("2026-02-28")).toBe("Date: February 28, 2026");
  expect(german.dateLine("2026-02-28")).toBe("Datum: 28. Februar 2026");
});
