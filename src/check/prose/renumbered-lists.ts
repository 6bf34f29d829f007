import { inBodies, type Finding } from "../findings.ts";
import type { List } from "mdast";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { formatList, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

const numbersOf = (list: List, text: string): number[] =>
  list.children.map(({ position }) => Number.parseInt(text.slice(position?.start.offset), 10));

const findingsIn = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start }): Finding[] => {
    if (node.type !== "list" || !node.ordered) return [];
    const typed = numbersOf(node, body.text);
    const [first = 1] = typed;
    const shown = typed.map((_, at) => first + at);
    // 1. 1. 1. is the usual way to have a list numbered automatically.
    if (typed.every((number) => number === 1) || typed.every((number, at) => number === shown[at]))
      return [];
    return [
      {
        offset: start,
        message: `the numbers ${formatList(typed.map(String))} in this list are shown as ${formatList(shown.map(String))}; number it that way, or, to keep a number, write ${String(typed.find((number, at) => number !== shown[at]))}\\. with a backslash in a paragraph of its own`,
      },
    ];
  });

/** Numbered lists that are shown with other numbers than those typed. */
export const renumberedLists = (content: Content): Issue[] => inBodies(content, findingsIn);
