import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import type { Root } from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { mdxToMarkdown } from "mdast-util-mdx";
import { toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import { LeftOut } from "./paste/left-out.ts";
import { tidyHtml } from "./paste/tidy-html.ts";
import { tidyMarkdown } from "./paste/tidy-markdown.ts";

/** What was pasted, as it may be written in the content. */
export interface Pasted {
  readonly markdown: string;
  /** What was left out or changed, and what to look at, in sentences. */
  readonly leftOut: readonly string[];
}

/** First words of a paragraph that MDX would read as program code. */
const programCode: Unsafe[] = [
  { atBreak: true, character: "i", after: "mport\\b" },
  { atBreak: true, character: "e", after: "xport\\b" },
];

/**
 * Turns HTML from the clipboard, of a word processor, a mail program or a browser, into Markdown that
 * the content accepts: headings, paragraphs, lists, tables, links, and bold and italic words.
 * @param above the level of the heading that the text stands below: 1 for the title of a page
 */
export const pasted = (html: string, above: number): Pasted => {
  const left = new LeftOut();
  const tree = toMdast(tidyHtml(fromHtml(html), left)) as Root;
  const markdown = toMarkdown(tidyMarkdown(tree, above), {
    extensions: [
      mdxToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
    ],
    bullet: "-",
    rule: "-",
    listItemIndent: "one",
    unsafe: programCode,
  });
  return { markdown, leftOut: left.sentences };
};
