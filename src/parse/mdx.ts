import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";
import { markdownToMdast } from "satteri";
import { isMarkdownOnly } from "./markdown-only.ts";
import { error, placeAt, top, type Issue } from "./issue.ts";
import { explainParseError, type ParserError } from "./parse-errors.ts";
import { unlessUnchanged } from "./unless-unchanged.ts";

/** The body of a page or answer, with what had to be left out of it to make it readable. */
export interface Body {
  readonly file: string;
  /** As it is written, with the front matter blanked out. */
  readonly text: string;
  readonly tree: Root;
  readonly issues: readonly Issue[];
}

/* What reads the text for the build takes a twentieth of the time, and gives the same tree; of what
   it cannot read, it says less. */
const parse = (text: string): Root =>
  isMarkdownOnly(text)
    ? (markdownToMdast(text, { features: { gfm: true, smartPunctuation: false } }) as Root)
    : fromMarkdown(text, {
        extensions: [gfm(), mdxjs()],
        mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
      });

const isParserError = (reason: unknown): reason is ParserError =>
  reason instanceof Error && "reason" in reason && typeof reason.reason === "string";

/** The text with one character put out of action, and everything else where it was. */
const without = (text: string, offset: number | undefined) =>
  offset === undefined || offset < 0 ? text : `${text.slice(0, offset)}·${text.slice(offset + 1)}`;

/**
 * Reads the body of a page or answer. Never throws. MDX stops at the first thing it cannot read;
 * here that is put out of action and the rest is read, so that all of it is reported at once.
 */
export const readBody = unlessUnchanged((file: string, source: string): Body => {
  const issues: Issue[] = [];
  let text = source;
  for (;;) {
    try {
      return { file, text: source, tree: parse(text), issues };
    } catch (reason) {
      const parseError = isParserError(reason) ? explainParseError(text, reason) : undefined;
      if (!parseError || parseError.offset < 0 || text[parseError.offset] === "·") {
        issues.push(unreadable(file, reason));
        return { file, text: source, tree: { type: "root", children: [] }, issues };
      }
      issues.push(error(file, placeAt(text, parseError.offset), parseError.message));
      text = without(without(text, parseError.offset), parseError.partner);
    }
  }
});

const unreadable = (file: string, reason: unknown) =>
  error(
    file,
    top,
    `the text below the second --- cannot be read (${reason instanceof Error ? reason.message : String(reason)}); look for angle brackets and braces, and remove them`,
  );
