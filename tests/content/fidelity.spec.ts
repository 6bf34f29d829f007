import { expect, test } from "@playwright/test";
import { pages, wordsOf, type BuiltPage } from "../site/pages.ts";
import { questions, facts } from "./read.ts";
import { asked, fold, notHeld, piecesOf, sources, takenOverOn, whyNotHeld } from "./source.ts";

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

/** What to do about a difference from the source texts. */
const toMend = (what: string): string =>
  `${what}. Put back in content/ what is missing; or, if Legal changed it, write the day of the review, after ${takenOverOn}, in lastReviewed of the page or question on which it stands`;

test.describe("as the content was taken over", () => {
  test.skip(notHeld !== "", notHeld);

  for (const [where, some] of [
    ["the pages", everyOther],
    ["everything on one page", everything],
  ] as const)
    test(`${where} carry every sentence and table cell of the source texts`, () => {
      expect(sources.flatMap(({ units }) => units).length).toBeGreaterThan(0);
      const what = `these sentences of the texts in tests/fixtures/source are missing from ${where}`;
      expect(missingFrom(textOf(some)), toMend(what)).toEqual([]);
    });

  test("a sentence that stands nowhere is missed", () => {
    const text = textOf(everyOther);
    const [unit = ""] = sources.flatMap(({ units }) => units).filter((unit) => unit.length > 60);
    const [piece = ""] = piecesOf(unit);
    expect(missingFrom(text.replaceAll(piece, "")).some((line) => line.endsWith(unit))).toBe(true);
  });

  test("the questions are those of the source, no more and no fewer", () => {
    expect(
      questions.map(({ question }) => fold(question)).sort(),
      toMend("the questions differ from those of tests/fixtures/source/privacy-center.txt"),
    ).toEqual(asked.map(fold).sort());
  });

  test("within a topic the questions keep the order of the source", () => {
    for (const { id } of facts("topics")) {
      const here = questions
        .filter(({ topic }) => topic === id)
        .map(({ question }) => fold(question));
      expect(here.length, id).toBeGreaterThan(0);
      expect(
        here,
        toMend(`the questions of the topic "${String(id)}" are not in the order of the source`),
      ).toEqual(asked.map(fold).filter((question) => here.includes(question)));
    }
  });
});

test("the source texts hold until the content is reviewed, grows, or is another's", () => {
  /* Any words that stand in the source texts name somebody whom they speak of. */
  const organization = sources[0]?.lines[0] ?? "";
  const standing = { organization, lastReviewed: takenOverOn, questions: asked.length };
  expect(whyNotHeld(standing)).toBe("");
  expect(whyNotHeld({ ...standing, lastReviewed: "2999-01-01" })).toContain("has been reviewed");
  expect(whyNotHeld({ ...standing, questions: asked.length + 1 })).toContain("has been reviewed");
  expect(whyNotHeld({ ...standing, organization: "Nobody & Sons" })).toContain("another");
});
