import { inBodies, type Finding } from "../findings.ts";
import { partsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import { markdownTable } from "../../parse/markdown-table.ts";
import type { Body } from "../../parse/mdx.ts";

/** What people put between the cells of a row, and how many of them make one. */
const separators = { bars: /\|/g, tabs: /\t/g, semicolons: /;/g } as const;
type Separator = keyof typeof separators;

/** The row of hyphens below the heading, also as word processors and plain text have it. */
const hyphens = /^\|?(?:[ \t]*:?[-–—]+:?[ \t]*\|)+(?:[ \t]*:?[-–—]+:?[ \t]*)?$|^\+(?:[-=]+\+)+$/;

/** A mark of a list, which is followed by a tab where it comes from a word processor. */
const listMark = /^(?:[^\p{L}\p{N}\s]|[oØüv]|\(?[\p{L}\p{N}]{1,3}[.)])?$/u;

/** A line that may be a row of a table. */
interface Line {
  readonly offset: number;
  readonly cells: readonly string[];
  readonly separator: Separator | undefined;
  readonly isHyphens: boolean;
  /** Whether it has a bar at its start, and at both ends. */
  readonly isOpened: boolean;
  readonly isClosed: boolean;
  /** Whether it comes after an empty line. */
  readonly isFirst: boolean;
  /** Whether it is part of a table already. */
  readonly isRead: boolean;
}

/** A text of the same length in which no bar stands that is code, part of a component, or escaped. */
const withoutOtherBars = (body: Body): string =>
  partsOf(body)
    .filter(({ node }) => node.type === "inlineCode" || node.type === "mdxJsxTextElement")
    .reduce(
      (text, { start, end }) =>
        text.slice(0, start) + text.slice(start, end).replaceAll(/[|;\t]/g, "x") + text.slice(end),
      body.text,
    )
    .replaceAll(/\\\|/g, "xx");

/** The parts of a text between the places where a sign stands in its copy. */
const splitAt = (sign: RegExp, text: string, copy: string): string[] => {
  let from = 0;
  return copy.split(sign).map((part) => {
    const cell = text.slice(from, from + part.length);
    from += part.length + 1;
    return cell.trim();
  });
};

const separatorIn = (line: string): Separator | undefined => {
  const hasTabs = /\S[^\S\n]*\t|^\t+\S.*\t/.test(line);
  if (line.includes("|") && (!hasTabs || /^\s*\|/.test(line))) return "bars";
  if (hasTabs) return "tabs";
  return /^[^;]+(?:;[^;]*){2,}[^;.\s]$/.test(line) ? "semicolons" : undefined;
};

const lineOf = (
  source: string,
  copy: string,
  place: Pick<Line, "offset" | "isFirst" | "isRead">,
): Line => {
  const separator = separatorIn(copy);
  const cells = separator ? splitAt(separators[separator], source, copy) : [source];
  const isOpened = separator === "bars" && cells[0] === "";
  const isClosed = separator === "bars" && cells.at(-1) === "";
  return {
    ...place,
    cells: cells.slice(isOpened ? 1 : 0, isClosed && cells.length > 1 ? -1 : undefined),
    separator,
    isHyphens: hyphens.test(source.trim()),
    isOpened,
    isClosed: isOpened && isClosed,
  };
};

/** Paragraphs and tables with nothing but empty lines between them. */
const groupsOf = (body: Body): TreePart[][] => {
  const groups = new Map<unknown, TreePart[]>();
  let last: TreePart | undefined;
  let key: unknown;
  for (const part of partsOf(body)) {
    const { node, within } = part;
    if (node.type !== "paragraph" && node.type !== "table") continue;
    const parent = within.at(-1);
    const isNext =
      last !== undefined &&
      parent === last.within.at(-1) &&
      /^[\s>]*$/.test(body.text.slice(last.end, part.start));
    if (!isNext) key = node;
    groups.set(key, [...(groups.get(key) ?? []), part]);
    last = part;
  }
  return [...groups.values()];
};

const linesOf = (body: Body, copy: string, { node, start, end }: TreePart): Line[] => {
  /* A row may begin with an empty cell, and so with a tab. */
  let from = start;
  while (body.text[from - 1] === "\t") from -= 1;
  return [...copy.slice(from, end).matchAll(/[^\n]+/g)].map(({ 0: words, index }) => {
    const lead = index === 0 ? 0 : (/^[ >]*/.exec(words)?.[0].length ?? 0);
    const line = words.slice(lead).trimEnd();
    const offset = from + index + lead;
    const source = body.text.slice(offset, offset + line.length);
    return lineOf(source, line, {
      offset,
      isFirst: index === 0,
      isRead: node.type === "table",
    });
  });
};

/** Whether a line and the one before are rows of one table; an empty line between them is a mistake. */
const belongsTo = (line: Line, before: Line): boolean => {
  const { separator, isFirst, isOpened, isClosed, cells } = line;
  if (line.isHyphens || before.isHyphens)
    return [line, before].every((row) => row.isHyphens || row.separator === "bars");
  if (separator === undefined || separator !== before.separator) return false;
  if (isFirst && (separator === "bars" ? !isOpened : separator !== "tabs")) return false;
  return cells.length === before.cells.length || (isClosed && before.isClosed);
};

/** Lines that belong together; a line above hyphens is the heading of a table of its own. */
const runsOf = (lines: readonly Line[]): Line[][] =>
  lines.reduce<Line[][]>((runs, line, at) => {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isHeading = line.isFirst && !line.isHyphens && lines[at + 1]?.isHyphens === true;
    if (run && before && !isHeading && belongsTo(line, before)) run.push(line);
    else runs.push([line]);
    return runs;
  }, []);

/** Whether lines are a table that is not read as one, and not a sentence with a bar in it. */
const isUnread = (run: readonly Line[]): boolean => {
  const [first, ...others] = run.filter(({ isHyphens }) => !isHyphens);
  if (!first || run.every(({ isRead }) => isRead)) return false;
  if (run.some(({ isHyphens }) => isHyphens)) return true;
  if (first.separator === "semicolons") return others.length > 1;
  if (first.separator === "tabs")
    return (
      others.length > 0 &&
      ![first, ...others].every(({ cells: [mark = ""] }) => listMark.test(mark))
    );
  return (
    first.separator === "bars" && (others.length > 0 || (first.isClosed && first.cells.length > 1))
  );
};

const findingsIn = (body: Body): Finding[] => {
  const copy = withoutOtherBars(body);
  return groupsOf(body)
    .flatMap((group) => runsOf(group.flatMap((part) => linesOf(body, copy, part))))
    .filter(isUnread)
    .map((run) => ({
      offset: run.find(({ isRead }) => !isRead)?.offset ?? 0,
      message: `this is not read as a table; write it like this, with an empty line before and after it:\n${markdownTable(
        run.filter(({ isHyphens }) => !isHyphens).map(({ cells }) => cells),
      )}`,
    }));
};

/** Tables that are shown as a paragraph, since their lines are not those of a table in Markdown. */
export const unreadTables = (content: Content): Issue[] => inBodies(content, findingsIn);
