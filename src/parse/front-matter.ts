import { top, type Place } from "./issue.ts";

/** A text with everything but line breaks replaced by spaces, so that what follows keeps its place. */
const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

/** The two halves of a page or answer, each with the other blanked out. */
export interface ProseText {
  /** The YAML between the two lines of hyphens; undefined without fields. */
  readonly matter: string | undefined;
  readonly body: string;
  /** What is wrong with the lines of hyphens. */
  readonly faults: readonly (Place & { readonly message: string })[];
}

const isFence = (line: string) => /^---[ \t]*\r?$/.test(line);

/** Characters without width, which have a check of their own. */
const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/g;

/** Whether a line has dashes that were meant to be three hyphens. */
const isNearFence = (line: string) => /^\s*[-‐-―−]{1,6}\s*$/.test(line.replace(zeroWidth, ""));

const isField = (line: string) => /^[\w-]+\s*[:：]/u.test(line);

/** Whether a line can be within the fields: one of them, or what goes on with the one above. */
const isWithinFields = (line: string) => isField(line) || /^(?:\s|#|- |[\]}]|$)/.test(line);

const missing =
  "the fields between two lines of three hyphens are missing at the top of this file; start it the way the other files in this folder start";

/** The lines of hyphens, by their numbers from 0, and what is wrong with each. */
interface Fences {
  /** Where the fields start and end, and the text starts. */
  readonly start: number;
  readonly end: number;
  readonly body: number;
  readonly faults: readonly { readonly at: number; readonly message: string }[];
}

const faultOf = (line: string, at: number, what: string) =>
  isFence(line.replace(zeroWidth, ""))
    ? []
    : [
        {
          at,
          message: `this line ${what} the fields, and must be three hyphens and nothing else; write ---`,
        },
      ];

/** Finds the lines of hyphens; undefined if a text does not start with fields. */
const fencesIn = (lines: readonly string[]): Fences | undefined => {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ""),
  );
  const opening = lines[first] ?? "";
  const isOpened = isNearFence(opening);
  if (!isOpened && !isField(opening)) return undefined;
  const start = isOpened ? first + 1 : first;
  const beginning = isOpened
    ? faultOf(opening, first, "begins")
    : [
        {
          at: first,
          message:
            "the line of three hyphens above the fields is missing; write --- in a line of its own above this one",
        },
      ];
  const fence = lines.findIndex((line, at) => at >= start && isNearFence(line));
  const text = lines.findIndex(
    (line, at) =>
      at >= start && !isWithinFields(line) && (fence === -1 || lines[at - 1]?.trim() === ""),
  );
  const end = fence !== -1 && (text === -1 || fence < text) ? fence : text;
  const ending = end === -1 ? "" : (lines[end] ?? "");
  if (isNearFence(ending) || ending.startsWith("---"))
    return { start, end, body: end + 1, faults: [...beginning, ...faultOf(ending, end, "ends")] };
  const last = lines.findLastIndex(
    (line, at) => at >= start && (end === -1 || at < end) && isField(line),
  );
  const body = Math.max(start, last + 1);
  return {
    start,
    end: body,
    body,
    faults: [
      ...beginning,
      {
        at: body - 1,
        message:
          "the line of three hyphens below the fields is missing; write --- in a line of its own below this one",
      },
    ],
  };
};

/** Separates front matter and body as Astro does, or as was probably meant. */
export const splitProse = (text: string): ProseText => {
  const lines = text.split("\n");
  const fences = fencesIn(lines);
  if (fences === undefined)
    return { matter: undefined, body: text, faults: [{ ...top, message: missing }] };
  const { start, end, body, faults } = fences;
  const startOf = (line: number) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  const [from, to, below] = [startOf(start), startOf(end), startOf(body)];
  return {
    matter: `${blank(text.slice(0, from))}${text.slice(from, to)}`,
    body: `${blank(text.slice(0, below))}${text.slice(below)}`,
    faults: faults.map(({ at, message }) => ({ line: at + 1, column: 1, message })),
  };
};
