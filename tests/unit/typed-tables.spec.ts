import { satteri } from "@astrojs/markdown-satteri";
import { expect, test } from "@playwright/test";
import { typedTables } from "../../src/markdown/typed-tables.ts";

const rendered = async (...lines: string[]): Promise<string> => {
  const renderer = await satteri({ hastPlugins: [typedTables] }).createRenderer({});
  const { code } = await renderer.render(lines.join("\n"), { frontmatter: { title: "Cookies" } });
  return code.trim();
};

const captionsIn = (html: string) =>
  [...html.matchAll(/<caption[^>]*>([^<]*)/g)].map(([, words]) => words);

test("each part of a table has its role, and each cell the name of its column", async () => {
  expect(await rendered("| Name | **Kept** for |", "|---|---|", "| [basket](/a/) | 2 days |")).toBe(
    '<table role="table"><caption class="sr-only" data-pagefind-ignore="">Cookies</caption>' +
      '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col"><strong>Kept</strong> for</th></tr></thead>' +
      '<tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row"><a href="/a/">basket</a></th><td role="cell" data-label="Kept for">2 days</td></tr></tbody></table>',
  );
});

test("the caption is the nearest heading above, wherever the table stands", async () => {
  const table = ["| A |", "|---|", "| a |"];
  const html = await rendered(
    ...table,
    "## *Our* cookies",
    ...table,
    "### Others",
    "",
    "- Text",
    "",
    ...table.map((line) => `  ${line}`),
  );
  expect(captionsIn(html)).toEqual(["Cookies", "Our cookies", "Others"]);
});

test("first cells that do not tell the rows apart are no headers of rows", async () => {
  const table = (first: string, second: string) =>
    rendered("| Law | Period |", "|---|---|", `| ${first} | a |`, `| ${second} | b |`);
  expect(await table("GDPR", "CCPA")).toContain('<th role="rowheader" scope="row">GDPR</th>');
  const law = '<td role="cell" data-label="Law">GDPR</td>';
  expect(await table("GDPR", "GDPR")).toContain(law);
  expect(await table("GDPR", "")).toContain(law);
});

test("an empty cell keeps its place, and a column without a name has no header", async () => {
  const html = await rendered("| | Bank |", "|---|---|", "| Card | |");
  expect(html).toContain('<td role="cell"></td><th role="columnheader" scope="col">Bank</th>');
  expect(html).toContain('<th role="rowheader" scope="row">Card</th><td role="cell"></td>');
});

const classOf = (html: string) => /<table role="table"(?: class="(\w+)")?>/.exec(html)?.[1];

test("a table says which screens its columns or words need, so that none scrolls", async () => {
  const table = (columns: number, cell: string) =>
    rendered("| Column ".repeat(columns), "|---".repeat(columns), `| ${cell} `.repeat(columns));
  expect(classOf(await table(3, "a few short words"))).toBeUndefined();
  expect(classOf(await table(6, "a few short words"))).toBeUndefined();
  expect(classOf(await table(8, "a few short words"))).toBe("wide");
  expect(classOf(await table(10, "a few short words"))).toBe("cards");
  expect(classOf(await table(3, "Auftragsverarbeitung"))).toBe("wide");
  expect(classOf(await table(2, "measurement_of_use_now"))).toBeUndefined();
  expect(classOf(await table(2, "MEASUREMENT_OF_USE_NOW"))).toBe("wide");
  expect(classOf(await table(3, "a-word-with-many-places-to-break"))).toBeUndefined();
  expect(classOf(await table(2, `example.org/${"a".repeat(60)}`))).toBe("cards");
});

test("figures of one unit stand to the right, and other columns as they are typed", async () => {
  const alignments = async (line: string, ...cells: string[]) => {
    const rows = cells.map((cell, at) => `| row ${String(at)} | ${cell} |`);
    const html = await rendered("| Row | Column |", `|---|${line}|`, ...rows);
    const found = [...html.matchAll(/<t[hd] role="(?:columnheader|cell)"([^>]*)>/g)].slice(1);
    return new Set(found.map(([, attributes = ""]) => /class="(\w+)"/.exec(attributes)?.[1]));
  };
  const right = new Set(["right"]);
  expect(await alignments("---", "1,234", "56")).toEqual(right);
  expect(await alignments("---", "1.234,5 €", "7 €")).toEqual(right);
  expect(await alignments("---", "30 days", "", "60 days")).toEqual(right);
  for (const cells of [
    ["1 month", "3 months"],
    ["2 days", "1 day"],
    ["1 country", "12 countries"],
    ["1 Monat", "3 Monate"],
    ["1 Woche", "2 Wochen"],
  ])
    expect(await alignments("---", ...cells), cells.join()).toEqual(right);
  const left = new Set([undefined]);
  expect(await alignments("---", "30 days", "1 month")).toEqual(left);
  expect(await alignments("---", "30 m", "5 min")).toEqual(left);
  expect(await alignments("---", "30 days", "5")).toEqual(left);
  expect(await alignments("---", "30 days after that", "30")).toEqual(left);
  expect(await alignments("---", "2026-01-05", "31.12.2026")).toEqual(left);
  expect(await alignments("---", "", "30 days")).toEqual(left);
  expect(await alignments(":---", "1", "2")).toEqual(left);
  expect(await alignments("---:", "one", "two")).toEqual(right);
  expect(await alignments(":---:", "one", "2")).toEqual(new Set(["center"]));
});
