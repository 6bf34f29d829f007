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

test("a table of many columns or long words can be scrolled with the keyboard", async () => {
  const start =
    '<div class="scrolling" role="group" aria-label="Cookies" tabindex="0"><table role="table">';
  const table = (columns: number) =>
    rendered("| A ".repeat(columns), "|---".repeat(columns), "| a ".repeat(columns));
  expect((await table(4)).startsWith(start)).toBe(true);
  const address = `https://www.example.org/${"a-long-path/".repeat(3)}`;
  expect(await rendered("| A | B |", "|---|---|", `| a | ${address} |`)).toContain(start);
  expect(await table(3)).not.toContain("<div");
});
