import { inBodies, type Finding } from "../findings.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

const lineBefore = (text: string, offset: number) =>
  text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);

/** Lines of an address are short; a line of running text is not. */
const runningText = 40;

const findingsIn = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    if (node.type !== "break" || body.text.charAt(start) !== " ") return [];
    const line = lineBefore(body.text, start);
    return line.length > runningText &&
      /[\p{L}\p{N},]$/u.test(line) &&
      /^\s*\p{Ll}/u.test(body.text.slice(end))
      ? [
          {
            offset: start,
            message:
              "spaces at the end of this line start a new line in the middle of a sentence; delete them",
          },
        ]
      : [];
  });

/** Breaks in sentences, made by spaces that nobody sees. */
export const accidentalBreaks = (content: Content): Issue[] =>
  inBodies(content, findingsIn, warning);
