import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";

/*
 * The same for the build and for browsers, where what differs between two texts is found by the same
 * code: so the parser is one that browsers run, and quick on long texts.
 */

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

/** What stands by itself in a text: a heading, a paragraph, code, an entry of a list, or a row of a table. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "code" | "item" | "columns" | "row";
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
export const wordsIn = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** The words of a block, with a bar between cells. */
export const wordsOfBlock = ({ cells }: Pick<Block, "cells">): string =>
  cells.map(wordsIn).join(" | ");

/** What heads a row: its first cell; empty for all else. */
export const headOf = ({ kind, cells: [first = []] }: Block): string =>
  kind === "row" ? wordsIn(first) : "";

const keyOf = (marks: readonly Mark[]): string => JSON.stringify(marks);

/** Runs in which neighbors that are marked up alike are one. */
const joined = (runs: readonly Run[]): Run[] => {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && keyOf(last.marks) === keyOf(run.marks))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
};

const references = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;

/** The parser resolves references to characters, but for those to what HTML would take for its own. */
const withoutReferences = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name) => references[name as keyof typeof references]);

const tags = { del: "s", em: "em", strong: "strong" } as const;

const runsOf = (tokens: readonly Token[] = [], marks: readonly Mark[] = []): Run[] =>
  (tokens as readonly MarkedToken[]).flatMap((token): Run[] => {
    switch (token.type) {
      case "codespan":
        return [{ text: token.text, marks: [...marks, { tag: "code" }] }];
      case "br":
        return [{ text: " ", marks }];
      case "link":
        return runsOf(token.tokens, [...marks, { tag: "a", href: token.href }]);
      case "del":
      case "em":
      case "strong":
        return runsOf(token.tokens, [...marks, { tag: tags[token.type] }]);
      case "text":
        return [{ text: withoutReferences(token.text), marks }];
      case "escape":
      case "html":
      case "image":
        return [{ text: token.text, marks }];
      default:
        return [];
    }
  });

/** Runs that lead nowhere. */
export const withoutLinks = (runs: readonly Run[]): Run[] =>
  runs.map(({ text, marks }) => ({ text, marks: marks.filter(({ tag }) => tag !== "a") }));

const block = (
  kind: Block["kind"],
  depth: number,
  given: Block["cells"],
  columns: readonly string[] = [],
): Block => {
  const cells = given.map(joined);
  return { kind, depth, cells, columns, key: JSON.stringify([kind, depth, cells]) };
};

const cellsOf = (row: readonly Tokens.TableCell[]): Run[][] =>
  row.map(({ tokens }) => runsOf(tokens));

const blocksIn = (tokens: readonly Token[], depth: number): Block[] =>
  (tokens as readonly MarkedToken[]).flatMap((token): Block[] => {
    switch (token.type) {
      case "heading":
        /* It links to itself: what it is called and where the page is are told by other means. */
        return [block("heading", token.depth, [withoutLinks(runsOf(token.tokens))])];
      case "paragraph":
      case "text":
        return [block(depth > 0 ? "item" : "paragraph", depth, [runsOf(token.tokens)])];
      case "html":
        return [block("paragraph", 0, [runsOf([token])])];
      case "code":
        return [block("code", depth, [[{ text: token.text, marks: [{ tag: "code" }] }]])];
      case "table": {
        const head = cellsOf(token.header);
        const columns = head.map(wordsIn);
        return [
          ...(columns.some((name) => name !== "") ? [block("columns", 0, head)] : []),
          ...token.rows.map((row) => block("row", 0, cellsOf(row), columns)),
        ];
      }
      case "list":
        return token.items.flatMap((item) => blocksIn(item.tokens, depth + 1));
      case "blockquote":
        return blocksIn(token.tokens, depth);
      default:
        return [];
    }
  });

/** The blocks of a text in Markdown, from top to bottom. */
export const blocksOf = (markdown: string): Block[] =>
  blocksIn(new Lexer({ gfm: true }).lex(markdown), 0).filter((block) => wordsOfBlock(block) !== "");
