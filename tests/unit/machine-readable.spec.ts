import { expect, test } from "@playwright/test";
import { centreSchema } from "../../src/machine-readable/centre-schema.ts";
import { listFiles } from "../../src/machine-readable/list-files.ts";
import { pageText } from "../../src/machine-readable/markdown.ts";
import type { PublicCentre } from "../../src/machine-readable/public-centre.ts";

const markdownOf = (html: string) => pageText(`<main>${html}</main>`, "/data/").markdown;

for (const [what, html, markdown] of [
  ["a heading with its address", `<h2 id="a"><a href="#a">A</a></h2>`, "## [A](/data/#a)"],
  ["what looks like a list", "<p>1. May</p><p>- a</p>", "1\\. May\n\n\\- a"],
  ["what looks like markup", "<p>*a* [b] &lt;c&gt; `d`</p>", "\\*a\\* \\[b] \\<c> \\`d\\`"],
  [
    "spaces at the ends of what is marked",
    "<p><b>a </b>b<a href='/'> c </a></p>",
    "**a** b [c](/)",
  ],
  ["a long line", `<p>${"word ".repeat(60)}</p>`, "word ".repeat(60).trim()],
  ["a list within a list", "<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"],
  ["terms", "<dl><div><dt>a</dt><dd>b</dd></div></dl>", "- a\n\n  b"],
  [
    "a table with its caption, a bar, and an empty cell",
    `<table><caption>C</caption><thead><tr><th>a|b</th><th>c</th></tr></thead><tbody><tr><th>d<span class="block">e</span></th><td>f<svg><text>9</text></svg><ul aria-label="g"><li>h</li><li>i</li></ul></td></tr><tr><th>j</th><td></td></tr></tbody></table>`,
    "*C*\n\n| a\\|b | c |\n| - | - |\n| d – e | f (g: h; i) |\n| j | |",
  ],
  [
    "no navigation, controls, pictures, or scripts",
    `<nav>a</nav><p class="no-print">b</p><figure>c</figure><script>d</script><request-builder>e</request-builder><p hidden>f</p><p>g</p>`,
    "g",
  ],
  ["the ways in", `<nav class="ways-in no-print"><ul><li>a</li></ul></nav>`, "- a"],
] as const)
  test(`the Markdown of a page has ${what}`, () => {
    expect(markdownOf(html)).toBe(`${markdown}\n`);
  });

test("answers are known by the addresses of their questions, and rows by their ids", () => {
  const article = (name: string) =>
    `<article>${name}<div><div itemprop="text"><p>b</p></div></div></article>`;
  const asked = `<h3 id="q" itemprop="name">a</h3>`;
  expect([...pageText(`<main>${article(asked)}</main>`, "/faq/").answers]).toEqual([
    ["/faq/#q", "b\n"],
  ]);
  const alone = `<meta itemprop="name" content="a">`;
  expect([...pageText(`<main>${article(alone)}</main>`, "/faq/q/").answers]).toEqual([
    ["/faq/q/", "b\n"],
  ]);
  const rows = `<main><table><tr id="r"><td>a</td></tr></table><h2 id="h">b</h2></main>`;
  expect([...pageText(rows, "/").rows]).toEqual(["r"]);
});

test("a list is CSV of RFC 4180 that holds every value as it is", () => {
  const records = [
    { id: "a", topic: '=1+1, "b"', email: "a@b.example", confirmed: true },
    { id: "b", topic: "c\nd", email: "", confirmed: false, address: "https://e.example/#b" },
  ];
  const centre = {
    facts: { contacts: { title: "", csv: "", json: "", records } },
    lists: {},
  } as unknown as PublicCentre;
  const files = listFiles(centre, centreSchema([]));
  expect(Object.keys(files)).toEqual(["/facts/contacts.csv", "/facts/contacts.json"]);
  expect(files["/facts/contacts.csv"]).toBe(
    'id,topic,email,confirmed,address\r\na,"=1+1, ""b""",a@b.example,true,\r\nb,"c\nd",,false,https://e.example/#b\r\n',
  );
});
