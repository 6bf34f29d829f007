import { contentFolder } from "../../../src/environment.ts";
import assert from "node:assert/strict";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import type { RequestProvisions } from "../../../src/centre/laws.ts";
import { buildCentre, type Centre } from "../../../src/centre/centre.ts";
import { readContent, recordsOf } from "../../../src/parse/content.ts";
import { requestContent } from "../../../src/request/content.ts";
import { answerInWords } from "../../../src/request/expectation.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { languages } from "../../../src/words/languages.ts";

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

let centre: Centre;

test.beforeAll(async () => {
  centre = buildCentre(recordsOf(await readContent(contentFolder)));
});

const sure: RequestProvisions = {
  citation: "The law",
  rights: ["access"],
  provisions: "Articles 1 to 9",
  authority: { name: "An authority" },
  confidence: "high",
  confirmed: true,
};

const period = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  unit: fc.constantFrom("days" as const, "months" as const),
});

const request: fc.Arbitrary<RequestProvisions> = fc
  .record(
    {
      answer: fc.oneof(
        period,
        period.map((time) => ({ ...time, for: ["access"] })),
      ),
      extension: period,
      confidence: fc.constantFrom("high" as const, "medium" as const, "low" as const),
    },
    { requiredKeys: ["confidence"] },
  )
  .map((fields) => ({ ...sure, ...fields }));

const month = { count: 1, unit: "months" } as const;
const months = { count: 2, unit: "months" } as const;
const day = { count: 1, unit: "days" } as const;
const days = { count: 45, unit: "days" } as const;

/** What is said of a law with such fields, by language. */
const said: readonly (Record<"en" | "de", string> & { readonly of: Partial<RequestProvisions> })[] =
  [
    { of: {}, en: "deadline not confirmed here", de: "Frist hier nicht bestätigt" },
    {
      of: { extension: months },
      en: "deadline not confirmed here",
      de: "Frist hier nicht bestätigt",
    },
    { of: { answer: month }, en: "within 1 month", de: "innerhalb von 1 Monat" },
    { of: { answer: months }, en: "within 2 months", de: "innerhalb von 2 Monaten" },
    { of: { answer: day }, en: "within 1 day", de: "innerhalb von 1 Tag" },
    { of: { answer: days }, en: "within 45 days", de: "innerhalb von 45 Tagen" },
    { of: { answer: { ...days, count: 0 } }, en: "within 0 days", de: "innerhalb von 0 Tagen" },
    {
      of: { answer: { ...days, provision: "Article 25(7)" } },
      en: "within 45 days (Article 25(7))",
      de: "innerhalb von 45 Tagen (Article 25(7))",
    },
    {
      of: { answer: { ...month, provision: "Article 12(3)" }, extension: months },
      en: "within 1 month (Article 12(3)), which can be extended by 2 months",
      de: "innerhalb von 1 Monat (Article 12(3)), verlängerbar um 2 Monate",
    },
    {
      of: { answer: days, extension: day },
      en: "within 45 days, which can be extended by 1 day",
      de: "innerhalb von 45 Tagen, verlängerbar um 1 Tag",
    },
    {
      of: { answer: months, extension: days },
      en: "within 2 months, which can be extended by 45 days",
      de: "innerhalb von 2 Monaten, verlängerbar um 45 Tage",
    },
    {
      of: { answer: day, extension: month },
      en: "within 1 day, which can be extended by 1 month",
      de: "innerhalb von 1 Tag, verlängerbar um 1 Monat",
    },
  ];

test.describe("in words", () => {
  for (const language of languages)
    for (const { of, [language]: expected } of said)
      test(`${JSON.stringify(of)} is "${expected}"`, () => {
        expect(answerInWords({ ...sure, ...of }, wordsOf(language))).toBe(expected);
      });

  for (const language of languages) {
    const words = wordsOf(language);

    test(`a number is said in ${language} just where a period is recorded and sure`, () => {
      fc.assert(
        fc.property(request, (expected) => {
          const { answer, extension, confidence } = expected;
          const numbers = answerInWords(expected, words).match(/\d+/g)?.map(Number) ?? [];
          assert.deepEqual(
            numbers,
            answer && confidence === "high"
              ? [answer.count, ...(extension ? [extension.count] : [])]
              : [],
          );
        }),
        thorough,
      );
    });

    test(`words in ${language} without a number hold no number`, () => {
      expect(words.deadlines.unconfirmed).not.toMatch(/\d/);
    });
  }
});

test.describe("what the builder takes from the content", () => {
  /** What it takes of these records, with the rest of the content as it is. */
  const taken = (laws: Centre["facts"]["laws"]) =>
    requestContent({ ...centre, facts: { ...centre.facts, laws } });

  const law = (id: string, request: RequestProvisions) => ({
    ...{ id, name: "A law", request, confirmed: true },
  });

  test("names each country with its laws, in their order", () => {
    const { countries } = requestContent({
      ...centre,
      countries: [
        { id: "ca-qc", name: "Canada: Quebec", laws: ["quebec", "pipeda"] },
        { id: "aq", name: "Antarctica", laws: [] },
      ],
    });
    expect(countries).toEqual([["Canada: Quebec", "quebec", "pipeda"], ["Antarctica"]]);
  });

  test("has the rights of each law, and a period just where one is recorded and sure", () => {
    const answer = { count: 30, unit: "days", for: ["access"], provision: "Article 9" } as const;
    const { laws } = taken([
      law("sure", { ...sure, answer: { ...answer, for: [...answer.for] } }),
      law("unsure", { ...sure, answer: { ...answer, for: undefined }, confidence: "medium" }),
      law("silent", { ...sure, rights: ["access", "deletion"] }),
      { id: "without-rights", name: "Another law", order: 1, confirmed: true },
    ]);
    expect(laws).toEqual([
      { id: "sure", rights: ["access"], answer: { count: 30, unit: "days", for: ["access"] } },
      { id: "unsure", rights: ["access"] },
      { id: "silent", rights: ["access", "deletion"] },
    ]);
  });

  test("has a period for just those laws of which the table of laws says one", () => {
    fc.assert(
      fc.property(request, (expected) => {
        const { laws } = taken([law("a-law", expected)]);
        const isInTable =
          answerInWords(expected, centre.words) !== centre.words.deadlines.unconfirmed;
        assert.equal(laws[0]?.answer !== undefined, isInTable);
      }),
      thorough,
    );
  });

  test("writes to the contact that the template names, in its words", () => {
    const { to, subject, body, blanks, words } = requestContent(centre);
    const { template, facts } = centre;
    expect(to).toBe(facts.contacts.find(({ id }) => id === template.to)?.email);
    expect(template).toMatchObject({ subject, body, blanks, ...words });
  });
});
