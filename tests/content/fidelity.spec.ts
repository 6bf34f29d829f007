import { expect, test } from "@playwright/test";
import { pages, wordsOf, type BuiltPage } from "../site/pages.ts";
import { questions, facts } from "./read.ts";
import { fold, isTakenOver, onlyTakenOver, piecesOf, sources } from "./source.ts";

test.skip(!isTakenOver, onlyTakenOver);

const textOf = (some: readonly BuiltPage[]): string =>
  some.map((page) => fold(wordsOf(page))).join("\n");
const everything = pages.filter(({ path }) => path === "/everything/");
const everyOther = pages.filter(({ path }) => path !== "/everything/");

const missingFrom = (text: string): string[] =>
  sources.flatMap(({ name, units }) =>
    units
      .filter((unit) => !piecesOf(unit).every((piece) => text.includes(piece)))
      .map((unit) => `${name}: ${unit}`),
  );

for (const [where, some] of [
  ["the pages", everyOther],
  ["everything on one page", everything],
] as const)
  test(`${where} carry every sentence and table cell of the source texts`, () => {
    expect(sources.flatMap(({ units }) => units).length).toBeGreaterThan(0);
    expect(missingFrom(textOf(some)), "missing").toEqual([]);
  });

test("a sentence that stands nowhere is missed", () => {
  const text = textOf(everyOther);
  const [unit = ""] = sources.flatMap(({ units }) => units).filter((one) => one.length > 60);
  const [piece = ""] = piecesOf(unit);
  expect(missingFrom(text.replaceAll(piece, "")).some((line) => line.endsWith(unit))).toBe(true);
});

/** The lines of the source texts that ask something and stand alone. */
const asked = sources.flatMap(({ lines }) =>
  lines.slice(lines.indexOf("Frequently Asked Questions") + 1).filter((line) => /^[^|]*\?$/.test(line)),
);

test("the questions are those of the source, no more and no fewer", () => {
  expect(questions.map(({ question }) => fold(question)).sort()).toEqual(asked.map(fold).sort());
});

test("within a topic the questions keep the order of the source", () => {
  for (const { id } of facts("topics")) {
    const here = questions.filter(({ topic }) => topic === id).map(({ question }) => fold(question));
    expect(here.length, id).toBeGreaterThan(0);
    expect(here).toEqual(asked.map(fold).filter((question) => here.includes(question)));
  }
});
