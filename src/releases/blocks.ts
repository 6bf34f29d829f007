import type { Nodes, PhrasingContent, TableRow } from "mdast";
import { markdownToMdast } from "satteri";

/** How a run of words is marked up, from the outside in: the element, and where a link leads. */
export interface Mark {
  readonly tag: "a" | "code" | "em" | "s" | "strong";
  readonly href?: string;
}

/** Words that are marked up alike. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What stands by itself in a text: a heading, a paragraph, an entry of a list, or a row of a table. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "columns" | "row";
  /** The level of a heading, and how deep in lists an entry is. */
  readonly depth: number;
  /** What it says: the cells of a row, and of all else one. */
  readonly cells: readonly (readonly Run[])[];
  /** The names of the columns of a row, in words. */
  readonly columns: readonly string[];
  /** The same for two blocks where they say and mark up the same. */
  readonly key: string;
}

/** The words of runs, without what they are marked up with. */
const wordsIn = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** The words of a block, with a bar between cells. */
export const wordsOfBlock = ({ cells }: Pick<Block, "cells">): string =>
  cells.map(wordsIn).join(" | ");

/** What heads a row: its first cell; empty for all else. */
export const headOf = ({ kind, cells: [first = []] }: Block): string =>
  kind === "row" ? wordsIn(first) : "";

const tags = { delete: "s", emphasis: "em", strong: "strong" } as const;

const runsIn = (node: PhrasingContent, marks: readonly Mark[]): Run[] => {
  switch (node.type) {
    case "text":
    case "html":
      return [{ text: node.value, marks }];
    case "inlineCode":
      return [{ text: node.value, marks: [...marks, { tag: "code" }] }];
    case "break":
      return [{ text: " ", marks }];
    case "link":
      return node.children.flatMap((child) =>
        runsIn(child, [...marks, { tag: "a", href: node.url }]),
      );
    case "delete":
    case "emphasis":
    case "strong":
      return node.children.flatMap((child) => runsIn(child, [...marks, { tag: tags[node.type] }]));
    case "image":
      return [{ text: node.alt ?? "", marks }];
    default:
      return "children" in node ? node.children.flatMap((child) => runsIn(child, marks)) : [];
  }
};

const isInline = (node: Nodes): node is PhrasingContent =>
  ["text", "html", "inlineCode", "break", "link", "delete", "emphasis", "strong", "image"].includes(
    node.type,
  );

const block = (
  kind: Block["kind"],
  depth: number,
  cells: Block["cells"],
  columns: readonly string[] = [],
): Block => ({ kind, depth, cells, columns, key: JSON.stringify([kind, depth, cells]) });

const cellsOf = ({ children }: TableRow): Run[][] =>
  children.map((cell) => cell.children.flatMap((child) => runsIn(child, [])));

const blocksIn = (node: Nodes, depth: number): Block[] => {
  switch (node.type) {
    case "heading":
      return [block("heading", node.depth, [node.children.flatMap((child) => runsIn(child, []))])];
    case "paragraph":
      return [
        block(depth > 0 ? "item" : "paragraph", depth, [
          node.children.flatMap((child) => runsIn(child, [])),
        ]),
      ];
    case "table": {
      const [head, ...rows] = node.children.map(cellsOf);
      const columns = (head ?? []).map(wordsIn);
      return [
        ...(columns.some((name) => name !== "") ? [block("columns", 0, head ?? [])] : []),
        ...rows.map((cells) => block("row", 0, cells, columns)),
      ];
    }
    case "code":
      return [block("paragraph", 0, [[{ text: node.value, marks: [{ tag: "code" }] }]])];
    case "listItem":
      return node.children.flatMap((child) => blocksIn(child, depth + 1));
    default:
      if (isInline(node)) return [block("paragraph", 0, [runsIn(node, [])])];
      return "children" in node ? node.children.flatMap((child) => blocksIn(child, depth)) : [];
  }
};

/** The blocks of a text in Markdown, from top to bottom. */
export const blocksOf = (markdown: string): Block[] =>
  blocksIn(
    markdownToMdast(markdown, { features: { gfm: true, smartPunctuation: false } }),
    0,
  ).filter((block) => wordsOfBlock(block) !== "");
