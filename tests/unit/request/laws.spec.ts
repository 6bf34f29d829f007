import { contentFolder } from "../../../src/environment.ts";
import assert from "node:assert/strict";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import type { RequestProvisions } from "../../../src/centre/laws.ts";
import { buildCentre, type Centre } from "../../../src/centre/centre.ts";
import { readContent, recordsOf } from "../../../src/parse/content.ts";
import { requestContent } from "../../../src/request/content.ts";
import { answerInWords, lastDayInWords } from "../../../src/request/expectation.ts";
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
  rights: ["access", "deletion", "opt-out"],
  provisions: "Articles 1 to 9",
  periods: [],
  authority: { name: "An authority" },
  confidence: "high",
  confirmed: true,
};

type AnswerPeriod = RequestProvisions["periods"][number];

const confidence = fc.constantFrom("high" as const, "medium" as const, "low" as const);

const duration = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  unit: fc.constantFrom("days" as const, "business days" as const, "months" as const),
});

/** A law that has a period, or none, for each of its rights; some of them share one. */
const request: fc.Arbitrary<RequestProvisions> = fc
  .tuple(
    fc.array(fc.tuple(duration, fc.option(duration, { nil: undefined }), confidence), {
      maxLength: 3,
    }),
    fc.array(fc.nat(3), { minLength: sure.rights.length, maxLength: sure.rights.length }),
    confidence,
  )
  .map(([times, shares, confidence]) => ({
    ...sure,
    confidence,
    periods: times
      .map(([time, extension, confidence], at) => ({
        ...{ ...time, extension, confidence },
        for: sure.rights.filter((_, place) => shares[place] === at),
      }))
      .filter((period) => period.for.length > 0),
  }));

const all = { for: ["access", "deletion", "opt-out"], confidence: "high" } as const;
const month = { ...all, count: 1, unit: "months" } as const;
const months = { ...all, count: 2, unit: "months" } as const;
const day = { ...all, count: 1, unit: "days" } as const;
const days = { ...all, count: 45, unit: "days" } as const;
const businessDays = { ...all, count: 15, unit: "business days" } as const;

const nameOf = (right: string) => `(${right})`;

type ReadonlyPeriod = Omit<AnswerPeriod, "for"> & { readonly for: readonly string[] };

const withPeriods = (periods: readonly ReadonlyPeriod[]): RequestProvisions => ({
  ...sure,
  periods: periods.map((period) => ({ ...period, for: [...period.for] })),
});

/** What is said of a law with such periods, by language. */
const said: readonly (Record<"en" | "de", string> & {
  readonly of: readonly ReadonlyPeriod[];
})[] = [
  { of: [], en: "", de: "" },
  {
    of: [{ ...month, confidence: "medium" }],
    en: "",
    de: "",
  },
  { of: [month], en: "within 1 month", de: "innerhalb von 1 Monat" },
  { of: [months], en: "within 2 months", de: "innerhalb von 2 Monaten" },
  { of: [day], en: "within 1 day", de: "innerhalb von 1 Tag" },
  { of: [days], en: "within 45 days", de: "innerhalb von 45 Tagen" },
  { of: [businessDays], en: "within 15 business days", de: "innerhalb von 15 Arbeitstagen" },
  {
    of: [{ ...businessDays, count: 1 }],
    en: "within 1 business day",
    de: "innerhalb von 1 Arbeitstag",
  },
  { of: [{ ...days, count: 0 }], en: "within 0 days", de: "innerhalb von 0 Tagen" },
  {
    of: [{ ...days, provision: "Article 25(7)" }],
    en: "within 45 days (Article 25(7))",
    de: "innerhalb von 45 Tagen (Article 25(7))",
  },
  {
    of: [{ ...month, provision: "Article 12(3)", extension: months }],
    en: "within 1 month (Article 12(3)), which can be extended by 2 months",
    de: "innerhalb von 1 Monat (Article 12(3)), verlängerbar um 2 Monate",
  },
  {
    of: [{ ...days, extension: day }],
    en: "within 45 days, which can be extended by 1 day",
    de: "innerhalb von 45 Tagen, verlängerbar um 1 Tag",
  },
  {
    of: [{ ...months, extension: days }],
    en: "within 2 months, which can be extended by 45 days",
    de: "innerhalb von 2 Monaten, verlängerbar um 45 Tage",
  },
  {
    of: [{ ...day, extension: businessDays }],
    en: "within 1 day, which can be extended by 15 business days",
    de: "innerhalb von 1 Tag, verlängerbar um 15 Arbeitstage",
  },
  {
    of: [{ ...days, for: ["access"] }],
    en: "(access): within 45 days; other requests: deadline not confirmed here",
    de: "(access): innerhalb von 45 Tagen; andere Anträge: Frist hier nicht bestätigt",
  },
  {
    of: [
      { ...days, for: ["access", "deletion"], extension: month },
      { ...businessDays, for: ["opt-out"], confidence: "medium" },
    ],
    en: "within 45 days, which can be extended by 1 month; (opt-out): deadline not confirmed here",
    de: "innerhalb von 45 Tagen, verlängerbar um 1 Monat; (opt-out): Frist hier nicht bestätigt",
  },
  {
    of: [
      { ...days, for: ["access", "deletion"] },
      { ...businessDays, for: ["opt-out"] },
    ],
    en: "(access) and (deletion): within 45 days; (opt-out): within 15 business days",
    de: "(access) und (deletion): innerhalb von 45 Tagen; (opt-out): innerhalb von 15 Arbeitstagen",
  },
];

test.describe("in words", () => {
  for (const language of languages)
    for (const { of, [language]: expected } of said)
      test(`${JSON.stringify(of)} is "${expected}" in ${language}`, () => {
        expect(answerInWords(withPeriods(of), nameOf, wordsOf(language))).toBe(expected);
      });

  test("no period is said of a law whose record is not sure, however sure the period is", () => {
    for (const confidence of ["medium", "low"] as const)
      expect(answerInWords({ ...withPeriods([days]), confidence }, nameOf, wordsOf("en"))).toBe("");
  });

  test("the rule for a last day is a sentence with its provision, beside a sure period only", () => {
    const lastDay = { rule: "It ends on Monday.", provision: "Article 3(4)" };
    const of = (law: RequestProvisions) => lastDayInWords({ ...law, lastDay });
    expect(of(withPeriods([days]))).toBe("It ends on Monday (Article 3(4)).");
    expect(of(withPeriods([{ ...days, confidence: "low" }]))).toBe(undefined);
    expect(of({ ...withPeriods([days]), confidence: "medium" })).toBe(undefined);
    expect(lastDayInWords(withPeriods([days]))).toBe(undefined);
  });

  for (const language of languages) {
    const words = wordsOf(language);

    test(`a number is said in ${language} just where a period is recorded and sure`, () => {
      fc.assert(
        fc.property(request, (expected) => {
          const { periods, confidence } = expected;
          const numbers = answerInWords(expected, nameOf, words).match(/\d+/g)?.map(Number) ?? [];
          assert.deepEqual(
            numbers,
            confidence === "high"
              ? periods
                  .filter((period) => period.confidence === "high")
                  .flatMap(({ count, extension }) => [
                    count,
                    ...(extension ? [extension.count] : []),
                  ])
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
        { id: "de", name: "Germany", laws: ["data-act", "gdpr"], holidays: [] },
        { id: "at", name: "Austria", laws: ["gdpr"], holidays: ["2026-12-25"] },
        { id: "us", name: "United States", laws: ["hipaa"], holidays: [] },
        { id: "aq", name: "Antarctica", laws: [], holidays: ["2026-06-21"] },
      ],
      facts: {
        ...centre.facts,
        laws: [
          law("gdpr", sure),
          law("data-act", sure),
          { id: "hipaa", name: "A law without rights", order: 1, confirmed: true },
        ],
      },
    });
    expect(countries).toEqual([
      ["Germany", ["data-act", "gdpr"]],
      ["Austria", ["gdpr"], ["2026-12-25"]],
      ["United States"],
      ["Antarctica", [], ["2026-06-21"]],
    ]);
  });

  test("has the rights of each law, and a period just where one is recorded and sure", () => {
    const answer = { ...days, provision: "Article 9" };
    const time = "within 45 days (Article 9)";
    const { laws } = taken([
      law("sure", withPeriods([{ ...answer, for: ["access"] }])),
      law("partly", withPeriods([{ ...answer, confidence: "medium" }])),
      law("unsure", { ...withPeriods([answer]), confidence: "medium" }),
      law("silent", { ...sure, rights: ["deletion"] }),
      { id: "without-rights", name: "Another law", order: 1, confirmed: true },
    ]);
    const none = { access: null, deletion: null, "opt-out": null };
    expect(laws).toEqual({
      sure: { rights: { ...none, access: { count: 45, unit: "days", time } } },
      partly: { rights: none },
      unsure: { rights: none },
      silent: { rights: { deletion: null } },
    });
  });

  test("has for each right the period that the table of laws says for it, in its words", () => {
    fc.assert(
      fc.property(request, (expected) => {
        const { rights = {} } = taken([law("a-law", expected)]).laws["a-law"] ?? {};
        const inTable = answerInWords(expected, nameOf, centre.words);
        const times = Object.values(rights).filter((time) => time !== null);
        assert.deepEqual(
          [Object.keys(rights), times.every(({ time }) => inTable.includes(time))],
          [expected.rights, true],
        );
        for (const right of expected.rights)
          assert.equal(
            rights[right]?.count,
            expected.confidence === "high"
              ? expected.periods.find(
                  (period) => period.confidence === "high" && period.for.includes(right),
                )?.count
              : undefined,
          );
        assert.equal(
          inTable === "" || inTable.includes(centre.words.deadlines.unconfirmed),
          times.length < 3,
        );
      }),
      thorough,
    );
  });

  test("writes to the contact that the template names, in its words", () => {
    const { to, subject, body, blanks } = requestContent(centre);
    const { template, facts } = centre;
    expect(to).toBe(facts.contacts.find(({ id }) => id === template.to)?.email);
    expect(template).toMatchObject({ subject, body, blanks });
  });
});
