import type { List } from "mdast";
import { inBodies, type Finding } from "../findings.ts";
import { partsOf, wordsOf } from "../../parse/mdx-tree.ts";
import { languageOf, type Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

interface TypedList {
  readonly list: List;
  readonly body: Body;
  readonly start: number;
  /** Of its first entry, such as - or 2019. */
  readonly mark: string;
  /** The rest of that line. */
  readonly words: string;
  /** The line above it; empty if it starts a paragraph. */
  readonly above: string;
  /** What stands before it on its line: marks of lists and quotations that it is in. */
  readonly before: string;
  /** The months, in the language of the content. */
  readonly months: ReadonlySet<string>;
}

const monthsIn = (language: string): ReadonlySet<string> => {
  const inDates = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
  return new Set(
    Array.from({ length: 12 }, (_, month) =>
      inDates
        .formatToParts(new Date(2026, month, 1))
        .find(({ type }) => type === "month")
        ?.value.toLowerCase(),
    ).filter((name) => name !== undefined),
  );
};

const listsIn = (body: Body, months: ReadonlySet<string>): TypedList[] =>
  partsOf(body).flatMap(({ node, start }) => {
    if (node.type !== "list") return [];
    const [, mark = "", words = ""] =
      /^([-+*]|\d+[.)])[ \t]*(.*)/.exec(body.text.slice(start)) ?? [];
    const [before = "", above = ""] = body.text.slice(0, start).split("\n").reverse();
    return [
      { list: node, body, start, mark, words: words.trim(), before, above: above.trim(), months },
    ];
  });

const isSingle = ({ list }: TypedList) => list.children.length === 1;

const escaped = (mark: string) => mark.replace(/[-+*.)]$/, "\\$&");

/** Whether the text outside a range has an asterisk that refers to a note. */
const refersToNote = (body: Body, from: number, to: number): boolean =>
  partsOf(body).some(
    ({ node, start }) =>
      node.type === "text" &&
      (start < from || start >= to) &&
      /\S\*(?![\p{L}\p{N}*])/u.test(node.value),
  );

/** Whether a paragraph is a note, with its asterisk shown. */
const hasNote = (body: Body): boolean =>
  partsOf(body).some(({ node }) => node.type === "paragraph" && /^\s*\*/.test(wordsOf(node)));

/** The last entry of a list, if only before that one there is an empty line. */
const lastApart = ({ list, body }: TypedList): number | undefined => {
  const [, ...starts] = list.children.map(({ position }) => position?.start.offset ?? 0);
  const last = starts.pop();
  const isApart = (start: number) => /\n[ \t]*\r?\n[ \t]*$/.test(body.text.slice(0, start));
  return last !== undefined && isApart(last) && !starts.some(isApart) ? last : undefined;
};

/** A note on a text, list or table that refers to it with an asterisk. */
const note = (typed: TypedList): Finding | undefined => {
  const { body, list, start, mark } = typed;
  const end = list.position?.end.offset ?? start;
  if (mark !== "*" || hasNote(body)) return undefined;
  const offset = isSingle(typed) ? start : lastApart(typed);
  if (offset === undefined || !refersToNote(body, offset, end)) return undefined;
  return {
    offset,
    message: "this note becomes a list entry, and its asterisk is not shown; write \\* to show it",
  };
};

/** Sums and telephone numbers, whose plus sign starts a list. */
const sum = (typed: TypedList): Finding | undefined =>
  typed.mark === "+" &&
  (isSingle(typed) ||
    (/^\p{N}/u.test(typed.words) && (typed.above !== "" || lastApart(typed) !== undefined)))
    ? {
        offset: typed.start,
        message:
          '"+" is not shown, and turns this line into a list entry; write \\+ to show it, or start the line with a hyphen for a list',
      }
    : undefined;

/** A date or a year whose number becomes that of an entry. */
const numeral = (typed: TypedList): Finding | undefined => {
  const { list, mark, words, start, months } = typed;
  const [word = ""] = /^\p{L}+/u.exec(words) ?? [];
  const isDate = months.has(word.toLowerCase()) && Number.parseInt(mark, 10) <= 31;
  return list.ordered && isSingle(typed) && (isDate || Number.parseInt(mark, 10) >= 100)
    ? {
        offset: start,
        message: `"${mark}" turns this line into a numbered list; write ${escaped(mark)} to show it as text`,
      }
    : undefined;
};

/** A mark right after the mark of an entry. */
const nested = ({ mark, before, start }: TypedList): Finding | undefined =>
  /^[\s>]*(?:[-+*]|\d+[.)])[ \t]+$/.test(before)
    ? {
        offset: start,
        message: `"${mark}" is not read as text, but starts a list within the list; write ${escaped(mark)} to show it as text, or only one of the two marks`,
      }
    : undefined;

/** A line in the middle of a sentence that happens to start with the mark of an entry. */
const interruption = (typed: TypedList): Finding | undefined =>
  isSingle(typed) &&
  /[\p{L}\p{N},–—-]$/u.test(typed.above) &&
  !/^(?:[-+*>#|]|\d+[.)])/.test(typed.above) &&
  /^[\p{Ll}\p{N}]/u.test(typed.words)
    ? {
        offset: typed.start,
        message: `"${typed.mark}" starts a list in the middle of a sentence; write ${escaped(typed.mark)} to show it as text, or leave an empty line above a list`,
      }
    : undefined;

const kinds = [nested, note, sum, numeral, interruption];

const findingsIn = (body: Body, months: ReadonlySet<string>): Finding[] =>
  listsIn(body, months).flatMap(
    (typed) => kinds.map((kind) => kind(typed)).find((finding) => finding !== undefined) ?? [],
  );

/** Lists made by a mark that was meant to be shown. */
export const accidentalLists = (content: Content): Issue[] => {
  const months = monthsIn(languageOf(content));
  return inBodies(content, (body) => findingsIn(body, months));
};
