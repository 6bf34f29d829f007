import { expect, test } from "@playwright/test";
import { blocksOf } from "../../../src/releases/blocks.ts";
import { difference } from "../../../src/releases/difference.ts";
import { redlineHtml } from "../../../src/releases/redline.ts";
import { languages } from "../../../src/words/languages.ts";
import { wordsOf } from "../../../src/words/index.ts";

const html = (before: string, after: string, language: (typeof languages)[number] = "en") =>
  redlineHtml(difference(blocksOf(before), blocksOf(after)), wordsOf(language).redline)
    /* Heard only. */
    .replaceAll(/<span class="sr-only">.*?<\/span>/g, "");

for (const [what, before, after, expected] of [
  [
    "keeps the lines of code",
    "```\none\n  two < 3\n```\n",
    "```\none\n  two < 4\n```\n",
    '<pre class="code changed"><code>one\n  two &lt; </code><del><code>3</code></del> <ins><code>4</code></ins></pre>',
  ],
  [
    "tells an entry within another from those around it",
    "",
    "- A\n  - B\n",
    '<p class="item added"><ins>A</ins></p><p class="item deep added"><ins>B</ins></p>',
  ],
  [
    "names the column that came, and no cell that was there",
    "| A | B |\n| - | - |\n| one | 1 |\n",
    "| A | C | B |\n| - | - | - |\n| one | x | 1 |\n",
    '<div class="row changed"><p><strong>A</strong></p><p><ins>C</ins></p></div><div class="row changed"><p><strong>one</strong></p><dl><dt>C</dt><dd><ins>x</ins></dd></dl></div>',
  ],
  [
    "says that columns are in another order, and nothing of the rows",
    "| A | B | C |\n| - | - | - |\n| one | 1 | x |\n",
    "| A | C | B |\n| - | - | - |\n| one | x | 1 |\n",
    `<p>A | C | B <em>(${wordsOf("en").redline.noWords})</em></p>`,
  ],
  [
    "shows what an emptied page said",
    "# A\n\nB.\n",
    "",
    '<p class="heading removed"><del>A</del></p><p class="paragraph removed"><del>B.</del></p>',
  ],
  ["says nothing where nothing changed", "A.\n", "A.\n", ""],
] as const)
  test(`a redline ${what}`, () => {
    expect(html(before, after)).toBe(expected);
  });

test("what a redline says of changes is in the language of the site", () => {
  for (const language of languages) {
    const { redline } = wordsOf(language);
    const moved = html("A.\n\nB.\n\nC.\n", "C.\n\nA.\n\nB.\n", language);
    expect(moved).toBe(`<p class="note">${redline.moved}</p><p class="paragraph moved">C.</p>`);
  }
});
