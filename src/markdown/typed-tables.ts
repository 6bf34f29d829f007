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

/* A column without a name, such as the one above the heads of rows, has no header. */
const columnHeader = (cell: Element) =>
  cell.children.length === 0
    ? become(cell, "td", { role: "cell" })
    : become(cell, "th", { role: "columnheader", scope: "col" });

const rowHeader = (cell: Element) => become(cell, "th", { role: "rowheader", scope: "row" });

const dataCell = (cell: Element, column: string) =>
  become(cell, "td", {
    role: "cell",
    ...(column !== "" && cell.children.length > 0 && { dataLabel: column }),
  });

/** Whether each row begins with its name: something that no other row begins with. */
const beginWithNames = (rows: readonly (readonly Element[])[], wordsOf: WordsOf) => {
  const names = rows.map(([first]) => first && (wordsOf(first) || first.children[0]));
  return !names.includes(undefined) && new Set(names).size === names.length;
};

/** Whether columns may not fit beside each other where they are not shown as cards. */
const mayBeTooWide = (columns: number, words: string) => columns > 3 || /\S{30}/.test(words);

/** Around a table that may be too wide; those who use the keyboard reach it to scroll it. */
const scrolling = (table: Element, label: string): Element => ({
  type: "element",
  tagName: "div",
  properties: { className: ["scrolling"], role: "group", ariaLabel: label, tabIndex: 0 },
  children: [table],
});

/** A table of prose with what tables of records have: see `components/RecordTable.astro`. */
const completed = (table: Element, caption: string, wordsOf: WordsOf): Element => {
  const [head, body] = elementsIn(table);
  const [columns = []] = head ? elementsIn(head).map(elementsIn) : [];
  const rows = body ? elementsIn(body).map(elementsIn) : [];
  const areNamed = beginWithNames(rows, wordsOf);
  const bodyCell = (cell: Element, at: number) =>
    areNamed && at === 0
      ? rowHeader(cell)
      : dataCell(cell, columns[at] ? wordsOf(columns[at]) : "");
  const group = (element: Element, withRole: (cell: Element, at: number) => Element) =>
    become(
      element,
      element.tagName,
      { role: "rowgroup" },
      elementsIn(element).map((row) =>
        become(row, "tr", { role: "row" }, elementsIn(row).map(withRole)),
      ),
    );
  const whole = become(table, "table", { role: "table" }, [
    {
      type: "element",
      tagName: "caption",
      properties: { className: ["sr-only"], dataPagefindIgnore: "" },
      children: [{ type: "text", value: caption }],
    },
    ...(head ? [group(head, columnHeader)] : []),
    ...(body ? [group(body, bodyCell)] : []),
  ]);
  return mayBeTooWide(columns.length, wordsOf(table)) ? scrolling(whole, caption) : whole;
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
