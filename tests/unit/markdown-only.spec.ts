import { contentFolder } from "../../src/environment.ts";
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";
import { isMarkdownOnly } from "../../src/parse/markdown-only.ts";
import { readBody } from "../../src/parse/mdx.ts";
import { splitProse } from "../../src/parse/front-matter.ts";

const asMdx = (text: string) =>
  fromMarkdown(text, {
    extensions: [gfm(), mdxjs()],
    mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
  });

/** A tree without what is there but empty, which tells nothing. */
const told = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (_, value: unknown) => value ?? undefined));

for (const [kind, text] of Object.entries({
  component: "Write to <Contact /> now.",
  expression: "Within {days} days.",
  "import of program code": "import x from 'y'",
  "export of program code": "Words.\n\nexport const x = 1",
  picture: "![A map](map.png)",
  "block of code by indentation": "Words.\n\n    words",
  "block of code in a list": "-     words",
  "block of code in a list of numbers": "1.      words",
  "block of code in a quotation": ">     words",
  "block of code after a tab": "-\t\twords",
  "block of code after a tab and spaces": "Words.\n\n  \twords",
  "line of hyphens at its beginning": "\n---\n\nWords.",
  "line of plus signs at its beginning": "+++\nwords\n+++",
}))
  test(`a text with a ${kind} is not plain`, () => {
    expect(isMarkdownOnly(text)).toBe(false);
  });

test("most answers are plain, and those with a component are not", () => {
  expect(
    isMarkdownOnly("## A heading\n\nWords, a [link](/data/), and\n\n- a list\n  - in a list\n"),
  ).toBe(true);
});

test("plain text is read as MDX reads it, place for place", () => {
  const texts = [contentFolder, "tests/fixtures"].flatMap((folder) =>
    globSync("**/*.mdx", { cwd: folder }).map((name) => {
      const { body } = splitProse(readFileSync(`${folder}/${name}`, "utf8"));
      return [name, body] as const;
    }),
  );
  texts.push(
    ["beyond the basic plane", "A 😀 *b* é c **d**.\n\n- x\n- 😀 [l](/a#b)\n"],
    ["lines as on Windows", "a\r\nb\r\n\r\n# H 1 #\r\n\r\n- x\r\n"],
    ["tables", "| a | b |\n|---|:-:|\n| 1 | 2 | 3 |\n"],
    ["bare addresses", "www.a.org and a@b.org, https://x.y/z.\n"],
    ["marks", "~5~ ~~x~~ 5*10*2 and a_b_c `d`\n"],
    ["numbers", "3. a\n5. b\n7. c\n\n1) a\n2) b\n"],
    ["references and notes", '[a][b] [^1]\n\n[b]: /x "T"\n[^1]: note\n'],
    ["quotes, fences and rules", "> q\n> r\n\n***\n\n```js\nx\n```\n"],
  );
  const plain = texts.filter(([, text]) => isMarkdownOnly(text));
  expect(plain.length).toBeGreaterThan(40);
  for (const [name, text] of plain)
    expect(told(readBody(name, text).tree), name).toEqual(told(asMdx(text)));
});
