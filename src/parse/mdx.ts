import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";
import { markdownToMdast } from "satteri";
import { htmlTableAt } from "./html-table.ts";
import { isMarkdownOnly } from "./markdown-only.ts";
import { error, placeAt, top, type Issue } from "./issue.ts";
import { explainParseError, type ParserError } from "./parse-errors.ts";
import { memoizeByFile } from "./memoize-by-file.ts";
import { isElement, partsOf } from "./mdx-tree.ts";

/** The parsed body of a page or answer, and issues with what could not be parsed. */
export interface Body {
  readonly file: string;
  /** As written, with the front matter blanked out. */
  readonly text: string;
  readonly tree: Root;
  readonly issues: readonly Issue[];
}

/* The build's own parser takes a twentieth of the time and returns the same tree, but says less about
   what it cannot parse. */
const parse = (text: string): Root =>
  isMarkdownOnly(text)
    ? (markdownToMdast(text, { features: { gfm: true, smartPunctuation: false } }) as Root)
    : fromMarkdown(text, {
        extensions: [gfm(), mdxjs()],
        mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
      });

const isParserError = (reason: unknown): reason is ParserError =>
  reason instanceof Error && "reason" in reason && typeof reason.reason === "string";

/** The text with one character replaced by a harmless one, and everything else in its place. */
const neutralize = (text: string, offset: number | undefined) =>
  offset === undefined || offset < 0 ? text : `${text.slice(0, offset)}·${text.slice(offset + 1)}`;

/** Where the first table in HTML starts; undefined if there is none. */
const firstHtmlTable = (tree: Root): number | undefined =>
  partsOf({ tree }).find(({ node }) => isElement(node) && node.name?.toLowerCase() === "table")
    ?.start;

/**
 * Parses the body of a page or answer. Never throws. MDX stops at the first error; here the character
 * that caused it is neutralized and the rest parsed, so that all errors are reported at once. A table
 * in HTML is one error, whatever else is wrong in it.
 */
export const readBody = memoizeByFile((file: string, source: string): Body => {
  const issues: Issue[] = [];
  let text = source;
  /** Reports the table in HTML at a place, and blanks it out; whether there is one. */
  const isHtmlTable = (offset: number | undefined): boolean => {
    const table = offset === undefined ? undefined : htmlTableAt(text, offset);
    if (!table) return false;
    const { start, end, message } = table;
    issues.push(error(file, placeAt(text, start), message));
    text = `${text.slice(0, start)}·${text.slice(start + 1, end).replaceAll(/[^\n]/g, " ")}${text.slice(end)}`;
    return true;
  };
  for (;;) {
    try {
      const tree = parse(text);
      if (isHtmlTable(firstHtmlTable(tree))) continue;
      return { file, text: source, tree, issues };
    } catch (reason) {
      const parseError = isParserError(reason) ? explainParseError(text, reason) : undefined;
      if (isHtmlTable(parseError?.offset)) continue;
      if (!parseError || parseError.offset < 0 || text[parseError.offset] === "·") {
        issues.push(unreadable(file, reason));
        return { file, text: source, tree: { type: "root", children: [] }, issues };
      }
      issues.push(error(file, placeAt(text, parseError.offset), parseError.message));
      text = neutralize(neutralize(text, parseError.offset), parseError.partner);
    }
  }
});

const unreadable = (file: string, reason: unknown) =>
  error(
    file,
    top,
    `the text below the second --- cannot be read (${reason instanceof Error ? reason.message : String(reason)}); look for angle brackets and braces, and remove them`,
  );
