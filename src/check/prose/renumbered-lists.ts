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
    // 1. 1. 1. is how one leaves the counting to the machine.
    if (typed.every((number) => number === 1) || typed.every((number, at) => number === shown[at]))
      return [];
    return [
      {
        offset: start,
        message: `the numbers ${formatList(typed.map(String))} of this list are shown as ${formatList(shown.map(String))}; number it so, or write ${String(typed.find((number, at) => number !== shown[at]))}\\. with a backslash, in a paragraph of its own, to keep a number`,
      },
    ];
  });

/** Numbered lists whose numbers are shown otherwise than they are typed. */
export const renumberedLists = (content: Content): Issue[] => inBodies(content, findingsIn);
