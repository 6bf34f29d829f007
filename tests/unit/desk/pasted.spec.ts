import { globSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "@playwright/test";
import { pasted } from "../../../src/desk/pasted.ts";
import { linkTarget } from "../../../src/desk/paste/link-target.ts";
import { readBody } from "../../../src/parse/mdx.ts";
import { wordsOf } from "../../../src/parse/mdx-tree.ts";
import { checkContent } from "../../../src/check/index.ts";
import { copyForTests } from "../../content-copy.ts";
import { sound } from "../../faulty-content.ts";

const folder = "tests/fixtures/pasted";
const copy = copyForTests(sound, tmpdir());

/*
 * Beside each HTML as a program puts it on the clipboard stands the Markdown that it becomes, and in
 * comments below what is said of the rest.
 */
for (const file of globSync(`${folder}/*.html`).toSorted()) {
  const name = basename(file, ".html");

  test(`what ${name} puts on the clipboard becomes Markdown`, () => {
    const { markdown, leftOut } = pasted(readFileSync(file, "utf8"), 1);
    const [expected, sentences] = readFileSync(join(folder, `${name}.txt`), "utf8").split(
      "\n=====\n",
    );
    expect(markdown).toBe(expected);
    expect(leftOut.map((sentence) => `${sentence}\n`).join("")).toBe(sentences);
  });
}

test("the check accepts all that they become", async () => {
  const files = globSync(`${folder}/*.html`);
  for (const file of files) {
    const fields = `title: ${basename(file)}\nnavigation: Pasted\ndescription: What was pasted.\norder: 99`;
    writeFileSync(
      join(copy(), `pages/pasted-${basename(file, ".html")}.mdx`),
      `---\n${fields}\nlastReviewed: "2026-03-31"\nowner: Legal\n---\n\n${pasted(readFileSync(file, "utf8"), 1).markdown}`,
    );
  }
  const errors = (await checkContent(copy())).filter(
    /* The addresses are examples. */
    ({ severity, message }) => severity === "error" && !message.includes("is an example address"),
  );
  expect(errors).toEqual([]);
});

const markdownOf = (html: string, above = 1) => pasted(html, above).markdown.trimEnd();
const saidOf = (html: string) => pasted(html, 1).leftOut;

test("headings stand below the one that the text is under, without a gap", () => {
  expect(markdownOf("<h1>A</h1><p>a</p><h4>B</h4><p>b</p><h2>C</h2><p>c</p><h1>D</h1>")).toBe(
    "## A\n\na\n\n### B\n\nb\n\n### C\n\nc\n\n## D",
  );
  expect(markdownOf("<h2>A</h2><p>a</p>", 3)).toBe("#### A\n\na");
  expect(markdownOf('<p class="MsoTitle">A <b>plan</b></p>')).toBe("## A plan");
});

test("bold words are marked once, however they were cut into pieces", () => {
  expect(markdownOf("<p>We <b>never</b><b> </b><strong>sell </strong>data.</p>")).toBe(
    "We **never sell** data.",
  );
  expect(markdownOf("<p><b><b>All</b></b> of<b> it </b></p>")).toBe("**All** of **it**");
  expect(markdownOf('<p><b style="font-weight:400">Plain</b> <b> </b>words</p>')).toBe(
    "Plain words",
  );
});

test("a table has a heading, one line for each cell, and no table around it", () => {
  const table = "<table><tr><td>A</td><td>B</td></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>";
  const expected = "| A | B |\n| - | - |\n| 1\\|2 | x y |";
  expect(markdownOf(table)).toBe(expected);
  expect(markdownOf(`<table><tr><td>Above</td></tr><tr><td>${table}</td></tr></table>`)).toBe(
    `Above\n\n${expected}`,
  );
  expect(markdownOf("<table><tr><td><p>One</p><p>Two</p></td></tr></table>")).toBe("One\n\nTwo");
});

test("numbers of lists stay, and letters that become numbers are said", () => {
  expect(markdownOf('<ol start="3"><li>c</li><li>d</li></ol>')).toBe("3. c\n4. d");
  const lettered = '<ol type="a"><li>one</li><li>two</li></ol>';
  expect(markdownOf(lettered)).toBe("1. one\n2. two");
  expect(saidOf(lettered).join()).toContain("1 list with letters or Roman numerals");
  const word = (mark: string) =>
    `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${mark}</span>Entry</p>`;
  expect(markdownOf(`${word("(a)")}${word("(b)")}`)).toBe("1. Entry\n2. Entry");
  expect(saidOf(`${word("(a)")}${word("(b)")}`)).toHaveLength(1);
  expect(markdownOf(`${word("2.")}${word("3.")}`)).toBe("2. Entry\n3. Entry");
  expect(saidOf(`${word("2.")}${word("3.")}`)).toEqual([]);
});

test("links lead to the web or a mailbox, without what was put around them", () => {
  for (const [href, target] of [
    ["https://acme.example/a?b=c#d", "https://acme.example/a?b=c#d"],
    ["mailto:a@acme.example", "mailto:a@acme.example"],
    [
      "https://www.google.com/url?q=https://acme.example/%3Fa%3Db&sa=D",
      "https://acme.example/?a=b",
    ],
    ["https://www.google.de/url?sa=t&url=https%3A%2F%2Facme.example%2F", "https://acme.example/"],
    [
      "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Facme.example%2F&data=x",
      "https://acme.example/",
    ],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Facme.example%2F&h=A", "https://acme.example/"],
    ["https://www.google.com/url?q=javascript:alert(1)", undefined],
    ["javascript:alert(1)", undefined],
    ["file:///C:/terms.docx", undefined],
    ["data:text/html,x", undefined],
    ["#_Toc1", undefined],
    ["../terms", undefined],
  ] as const)
    expect(linkTarget(href), href).toBe(target);
});

test("nothing hidden, and no character without a look, comes along", () => {
  expect(
    markdownOf(
      '<p>Da\u00adta\u200b<span style="display:none">secret</span>\u200e is\u00a0kept 90\u00a0days</p>',
    ),
  ).toBe("Data is kept 90\u00a0days");
});

test("whatever text is pasted is read as the same words", () => {
  const escape = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const piece = fc.constantFrom(
    ...[
      "a",
      "Word",
      " ",
      "*",
      "_",
      "<b>",
      "{",
      "}",
      "<",
      "|",
      "~~",
      "[x](y)",
      "#",
      "1.",
      "- ",
      "+",
    ],
    ...[
      "import x",
      "export",
      "&amp;",
      "`",
      "\\",
      "„Zitat“",
      "50 %",
      "!",
      "=",
      "---",
      "🙂",
      "@",
      ":",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      const { markdown } = pasted(`<p>${escape(text)}</p>`, 1);
      const { tree, issues } = readBody(`pages/${markdown}.mdx`, markdown);
      expect(issues).toEqual([]);
      expect(wordsOf(tree).replace(/\s+/g, " ")).toBe(text.replace(/\s+/g, " ").trim());
    }),
    { numRuns: 200 },
  );
});
