import { contentFolder } from "../../../src/environment.ts";
import assert from "node:assert/strict";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { buildCentre, type Centre } from "../../../src/centre/centre.ts";
import { readContent, recordsOf } from "../../../src/parse/content.ts";
import { requestContent } from "../../../src/request/content.ts";
import { answerInWords, unsaid } from "../../../src/request/expectation.ts";
import type { Fact } from "../../../src/schemas/facts.ts";

type Regime = Fact<"regimes">;

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

let centre: Centre;

test.beforeAll(async () => {
  centre = buildCentre(recordsOf(await readContent(contentFolder)));
});

const sure: Regime = {
  id: "a-law",
  name: "A law",
  law: "The law",
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

const regime: fc.Arbitrary<Regime> = fc
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

test.describe("in words", () => {
  for (const [words, fields] of [
    [unsaid, {}],
    ["within 1 month", { answer: { count: 1, unit: "months" } }],
    ["within 2 months", { answer: { count: 2, unit: "months" } }],
    ["within 1 day", { answer: { count: 1, unit: "days" } }],
    ["within 45 days", { answer: { count: 45, unit: "days" } }],
    [
      "within 30 days (Article 25(7))",
      { answer: { count: 30, unit: "days", provision: "Article 25(7)" } },
    ],
    [
      "within 1 month (Article 12(3)), which can be extended by 2 months",
      {
        answer: { count: 1, unit: "months", provision: "Article 12(3)" },
        extension: { count: 2, unit: "months" },
      },
    ],
    [
      "within 15 days, which can be extended by 1 day",
      { answer: { count: 15, unit: "days" }, extension: { count: 1, unit: "days" } },
    ],
    [unsaid, { extension: { count: 2, unit: "months" } }],
  ] as const satisfies [string, Partial<Regime>][])
    test(`${JSON.stringify(fields)} is "${words}"`, () => {
      expect(answerInWords({ ...sure, ...fields })).toBe(words);
    });

  test("a number is said just where a period is recorded and sure", () => {
    fc.assert(
      fc.property(regime, (regime) => {
        const { answer, extension, confidence } = regime;
        const said = answerInWords(regime).match(/\d+/g)?.map(Number) ?? [];
        assert.deepEqual(
          said,
          answer && confidence === "high"
            ? [answer.count, ...(extension ? [extension.count] : [])]
            : [],
        );
      }),
      thorough,
    );
  });

  test("one is a day or a month, more are days or months", () => {
    fc.assert(
      fc.property(period, period, (answer, extension) => {
        const numbers = answerInWords({ ...sure, answer, extension }).matchAll(/(\d+) ([a-z]+)/g);
        assert.deepEqual(
          Array.from(numbers, ([, count, unit]) => `${String(count)} ${String(unit)}`),
          [answer, extension].map(({ count, unit }) =>
            count === 1 ? `1 ${unit.replace("s", "")}` : `${String(count)} ${unit}`,
          ),
        );
      }),
      thorough,
    );
  });

  test("words without a number hold no number", () => {
    expect(unsaid).not.toMatch(/\d/);
  });
});

test.describe("what the builder takes from the content", () => {
  /** What it takes of these records, with the rest of the content as it is. */
  const taken = (facts: Partial<Centre["facts"]>) =>
    requestContent({ ...centre, facts: { ...centre.facts, ...facts } });

  test("names each country with its laws, in their order", () => {
    const { countries } = taken({
      countries: [
        { id: "ca-qc", name: "Canada: Quebec", regimes: ["quebec", "pipeda"], confirmed: true },
        { id: "aq", name: "Antarctica", regimes: [], confirmed: true },
      ],
    });
    expect(countries).toEqual([["Canada: Quebec", "quebec", "pipeda"], ["Antarctica"]]);
  });

  test("has the rights of each law, and a period just where one is recorded and sure", () => {
    const answer = { count: 30, unit: "days", for: ["access"], provision: "Article 9" } as const;
    const { laws } = taken({
      regimes: [
        { ...sure, id: "sure", answer: { ...answer, for: [...answer.for] } },
        { ...sure, id: "unsure", answer: { ...answer, for: undefined }, confidence: "medium" },
        { ...sure, id: "silent", rights: ["access", "deletion"] },
      ],
    });
    expect(laws).toEqual([
      { id: "sure", rights: ["access"], answer: { count: 30, unit: "days", for: ["access"] } },
      { id: "unsure", rights: ["access"] },
      { id: "silent", rights: ["access", "deletion"] },
    ]);
  });

  test("has a period for just those laws of which the table of laws says one", () => {
    fc.assert(
      fc.property(regime, (regime) => {
        const { laws } = taken({ regimes: [regime] });
        assert.equal(laws[0]?.answer === undefined, answerInWords(regime) === unsaid);
      }),
      thorough,
    );
  });

  test("writes to the contact that the template names, in its words", () => {
    const { to, subject, body, blanks, words } = requestContent(centre);
    const { template, facts } = centre;
    expect(to).toBe(facts.contacts.find(({ id }) => id === template.to)?.email);
    expect({ ...template, unsaid }).toMatchObject({ subject, body, blanks, ...words });
  });
});
