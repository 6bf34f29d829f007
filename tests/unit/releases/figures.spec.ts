import { expect, test } from "@playwright/test";
import { blocksOf } from "../../../src/releases/blocks.ts";
import { difference } from "../../../src/releases/difference.ts";
import { distinctFigures, figuresOf } from "../../../src/releases/figures.ts";

/** The figures that differ between texts, as sentences. */
const said = (...texts: readonly (readonly [before: string, after: string])[]) =>
  distinctFigures(
    texts.flatMap(([before, after]) => figuresOf(difference(blocksOf(before), blocksOf(after)))),
  ).map(({ what, before, after }) => `${what}: ${before} → ${after}`);

const table = (...rows: readonly string[]) =>
  `| Account | Kept | Price |\n| - | - | - |\n${rows.map((row) => `| ${row} |\n`).join("")}`;

for (const [what, before, after, expected] of [
  [
    "a number in a row, with what it counts",
    "| Account | Kept |\n| - | - |\n| Canceled paid accounts | 90 days, at most |\n",
    "| Account | Kept |\n| - | - |\n| Canceled paid accounts | 60 days, at most |\n",
    ["Canceled paid accounts: 90 → 60 days"],
  ],
  [
    "several in a row, by their columns",
    table("Paid | 90 days | €1,000.50 a year", "Free | 12 days | €0"),
    table("Paid | 60 days | €1,200.50 a year", "Free | 12 days | €0"),
    ["Paid, Kept: 90 → 60 days", "Paid, Price: 1,000.50 → 1,200.50"],
  ],
  [
    "those of a column that has another place, by its name",
    "| Account | Price | Kept |\n| - | - | - |\n| Paid | €9 | 90 days |\n",
    "| Account | Kept | Price |\n| - | - | - |\n| Paid | 60 days | €9 |\n",
    ["Paid, Kept: 90 → 60 days"],
  ],
  [
    "a number and its unit",
    "## Retention\n\nWe delete it after 90 days.\n",
    "## Retention\n\nWe delete it after 12 weeks.\n",
    ["Retention: 90 days → 12 weeks"],
  ],
  [
    "a share",
    "## Uptime\n\n- It was up 99.9 % of the time.\n",
    "## Uptime\n\n- It was up 99.5 % of the time.\n",
    ["Uptime: 99.9 → 99.5 %"],
  ],
  ["no word", "## A\n\nWe keep it long.\n", "## A\n\nWe keep it briefly.\n", []],
  ["no number that is new", "## A\n\nWe keep it.\n", "## A\n\nWe keep it 3 days.\n", []],
] as const)
  test(`figures are ${what}`, () => {
    expect(said([before, after])).toEqual(expected);
  });

test("a figure that several pages show is told once, and as its row names it", () => {
  const row = (name: string, days: number) =>
    `| Account | Kept |\n| - | - |\n| ${name} | ${String(days)} days |\n`;
  const sentence = (days: number) => `# Home\n\nWe keep canceled accounts ${String(days)} days.\n`;
  expect(
    said(
      [sentence(90), sentence(60)],
      [row("Canceled", 90), row("Canceled", 60)],
      [row("Retention: Canceled", 90), row("Retention: Canceled", 60)],
    ),
  ).toEqual(["Canceled: 90 → 60 days"]);
});
