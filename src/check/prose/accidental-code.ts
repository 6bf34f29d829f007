import { inBodies, type Finding } from "../findings.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { shownMatches } from "./shown-text.ts";

/** Lines of backticks or tildes without a second one, which turn all that follows into code. */
const unclosed = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    const source = body.text.slice(start, end).trimEnd();
    const [, fence = ""] = /^(`{3,}|~{3,})/.exec(source) ?? [];
    const last = source.slice(source.lastIndexOf("\n") + 1).replace(/^[\s>]+/, "");
    return node.type !== "code" || (source.includes("\n") && last.startsWith(fence))
      ? []
      : [
          {
            offset: start,
            message: `everything below ${fence} is shown as program code; delete this line`,
          },
        ];
  });

/** Backticks for apostrophes, which are not shown. */
const apostrophes = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start }) =>
    node.type === "inlineCode" && /\p{L}/u.test(body.text.charAt(start - 1))
      ? [
          {
            offset: start,
            message: `"${node.value}" is shown as program code, without the backticks around it; write ' for an apostrophe`,
          },
        ]
      : [],
  );

/** Backslashes in paths, which are not shown before some characters. */
const paths = (body: Body): Finding[] =>
  shownMatches(body, /(?<!\S)(?:[A-Za-z]:\\|\\\\[\w.-]+\\)\S*[^\s.,;:)]/g)
    .filter(({ found }) => /\\[!-/:-@[-`{-~]/.test(found))
    .map(({ offset, found }) => ({
      offset,
      message: `some backslashes in ${found} are not shown; write \`${found}\` between backticks`,
    }));

/** Text that is read as code, or as an escape, and not shown as it was typed. */
export const accidentalCode = (content: Content): Issue[] =>
  inBodies(content, (body) => [...unclosed(body), ...apostrophes(body), ...paths(body)]);
