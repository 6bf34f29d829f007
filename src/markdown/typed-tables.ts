import { columnsNeed, hasFigures } from "../centre/columns.ts";
import { defineHastPlugin, type HastNode, type HastPluginEntry } from "satteri";

type Element = Extract<HastNode, { type: "element" }>;

/** The words of an element, without formatting; components have none. */
type WordsOf = (element: Element) => string;

const elementsIn = ({ children }: Element): Element[] =>
  children.filter((child): child is Element => child.type === "element");

const become = (
  element: Element,
  tagName: string,
  properties: Element["properties"],
  children = element.children,
): Element => ({ ...element, tagName, properties, children });

/** How a column is aligned: a class, where it is not to the left. */
type Alignment = "right" | "center" | undefined;

const aligned = (alignment: Alignment) => alignment && { className: [alignment] };

/* A column without a name, such as the one above the heads of rows, has no header. */
const columnHeader = (cell: Element, alignment: Alignment) =>
  cell.children.length === 0
    ? become(cell, "td", { role: "cell" })
    : become(cell, "th", { role: "columnheader", scope: "col", ...aligned(alignment) });

const rowHeader = (cell: Element, alignment: Alignment) =>
  become(cell, "th", { role: "rowheader", scope: "row", ...aligned(alignment) });

const dataCell = (cell: Element, column: string, alignment: Alignment) =>
  become(cell, "td", {
    role: "cell",
    ...aligned(alignment),
    ...(column !== "" && cell.children.length > 0 && { dataLabel: column }),
  });

/** The words of a cell. What a component will write is not known yet: an address, say, of 25 letters. */
const wordsIn = (cell: Element, wordsOf: WordsOf): string =>
  cell.children.every(({ type }) => type === "text" || type === "element")
    ? wordsOf(cell)
    : `${wordsOf(cell)} ${"x".repeat(25)}`;

/** The alignment that is typed for a column, or else the one that its figures ask for. */
const alignmentOf = (
  head: Element | undefined,
  texts: readonly string[],
  at: number,
): Alignment => {
  const [, typed] = /text-align: (\w+)/.exec(head?.properties["style"] ?? "") ?? [];
  if (typed === "right" || typed === "center") return typed;
  return typed === undefined && at > 0 && hasFigures(texts) ? "right" : undefined;
};

/** Whether each row begins with its name: something that no other row begins with. */
const beginWithNames = (rows: readonly (readonly Element[])[], wordsOf: WordsOf) => {
  const names = rows.map(([first]) => first && (wordsOf(first) || first.children[0]));
  return !names.includes(undefined) && new Set(names).size === names.length;
};

/** A table of prose with what tables of records have: see `components/RecordTable.astro`. */
const completed = (table: Element, caption: string, wordsOf: WordsOf): Element => {
  const [head, body] = elementsIn(table);
  const [columns = []] = head ? elementsIn(head).map(elementsIn) : [];
  const rows = body ? elementsIn(body).map(elementsIn) : [];
  const areNamed = beginWithNames(rows, wordsOf);
  const texts = columns.map((column, at) =>
    [column, ...rows.flatMap((row) => row[at] ?? [])].map((cell) => wordsIn(cell, wordsOf)),
  );
  const alignments = texts.map((words, at) => alignmentOf(columns[at], words, at));
  const bodyCell = (cell: Element, at: number) =>
    areNamed && at === 0
      ? rowHeader(cell, alignments[at])
      : dataCell(cell, columns[at] ? wordsOf(columns[at]) : "", alignments[at]);
  const group = (element: Element, withRole: (cell: Element, at: number) => Element) =>
    become(
      element,
      element.tagName,
      { role: "rowgroup" },
      elementsIn(element).map((row) =>
        become(row, "tr", { role: "row" }, elementsIn(row).map(withRole)),
      ),
    );
  const need = columnsNeed(texts);
  return become(table, "table", { role: "table", ...(need && { className: [need] }) }, [
    {
      type: "element",
      tagName: "caption",
      properties: { className: ["sr-only"], dataPagefindIgnore: "" },
      children: [{ type: "text", value: caption }],
    },
    ...(head ? [group(head, (cell, at) => columnHeader(cell, alignments[at]))] : []),
    ...(body ? [group(body, bodyCell)] : []),
  ]);
};

const titleIn = ({ title, question }: Readonly<Record<string, unknown>> = {}): string =>
  [title, question].find((words) => typeof words === "string") ?? "";

/**
 * Gives tables that are typed in prose, in Markdown and MDX, what tables of records have: roles that
 * outlast the display as cards, the name of its column with each cell, heads of rows, and a caption.
 * That is the heading above, or else the title, and is heard only, since it repeats what is seen.
 */
export const typedTables: HastPluginEntry = () => {
  let heading: string | undefined;
  return defineHastPlugin({
    name: "typed-tables",
    element: {
      filter: ["h1", "h2", "h3", "h4", "h5", "h6", "table"],
      visit: (element, context) => {
        const wordsOf: WordsOf = (part) => context.textContent(part).trim();
        if (element.tagName === "table")
          return completed(element, heading ?? titleIn(context.data.astro?.frontmatter), wordsOf);
        heading = wordsOf(element);
        return undefined;
      },
    },
  });
};
