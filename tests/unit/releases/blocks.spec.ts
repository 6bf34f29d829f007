import fc from "fast-check";
import { expect, test } from "@playwright/test";
import { escaped } from "../../../src/components/markup.ts";
import { pageText } from "../../../src/machine-readable/markdown.ts";
import { blocksOf, wordsOfBlock } from "../../../src/releases/blocks.ts";

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."* _ ` ~ [ ] ( ) < > & # | \\ ! : @ - + . = \" '".split(" ")),
      fc.constantFrom(
        "a",
        "B",
        "9",
        "&amp;",
        "&#x26;",
        "1.",
        "www.",
        "https://a.example",
        "ß",
        "نص",
      ),
      fc.constant(" "),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll(/ +/g, " ").trim())
  .filter((text) => text !== "");

test("blocks say what the page says, whatever signs it is written with", () => {
  fc.assert(
    fc.property(words, words, words, words, (title, text, item, cell) => {
      const html = `<main><h1>${escaped(title)}</h1><p>A ${escaped(text)}</p><ul><li>${escaped(item)}</li></ul><table><tr><th>${escaped(cell)}</th><th>B</th></tr><tr><td>C</td><td>${escaped(cell)}</td></tr></table></main>`;
      const { markdown } = pageText(html, "/");
      expect(blocksOf(markdown).map(wordsOfBlock), markdown).toEqual([
        title,
        `A ${text}`,
        item,
        `${cell} | B`,
        `C | ${cell}`,
      ]);
    }),
  );
});
