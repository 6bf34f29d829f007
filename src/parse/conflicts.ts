import { error, placeAt, type Issue } from "./issue.ts";

/**
 * Two versions of the same lines with the marks that Git puts around and between them, and perhaps
 * what the lines were before.
 */
const conflict =
  /^(<{7}(?!<)[^\n]*\n)([^]*?)^(?:\|{7}(?!\|)[^\n]*\n([^]*?)^)?={7}[ \t]*\r?\n([^]*?)^>{7}(?!>).*$/gm;
const leftOver = /^(?:<{7}(?!<)|>{7}(?!>)).*$/gm;

const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

/** A text without the marks of conflicts, and without the second version of each. */
interface Resolved {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/**
 * Finds the marks that Git leaves where two people have changed the same lines. The text is read on as
 * if the first version had been kept, with everything in its place, so that each conflict is one issue.
 */
export const withoutConflicts = (file: string, text: string): Resolved => {
  const issues: Issue[] = [];
  const report = (offset: number, message: string) =>
    issues.push(error(file, placeAt(text, offset), message));
  const resolved = text
    .replace(conflict, (whole: string, mark: string, first: string, ...rest: unknown[]) => {
      report(
        Number(rest[2]),
        "two people have changed these lines, and both versions are here, between <<<<<<< and >>>>>>>; keep one of the two, and delete the other and the lines with these marks",
      );
      return `${blank(mark)}${first}${blank(whole.slice(mark.length + first.length))}`;
    })
    .replace(leftOver, (mark: string, offset: number) => {
      report(offset, `"${mark.trim()}" is left over from two versions of these lines; delete it`);
      return blank(mark);
    });
  return { text: resolved, issues };
};

/** A place where two people have changed the same lines. */
export interface Conflict {
  /** Where its marks start and end, with the line break behind the last. */
  readonly start: number;
  readonly end: number;
  readonly first: string;
  readonly second: string;
  /** What the lines were before both; undefined where Git was not told to say. */
  readonly before: string | undefined;
  /** What Git calls the two versions. */
  readonly names: readonly [first: string, second: string];
}

/** The places in a text where Git has left both versions of the same lines. */
export const conflictsIn = (text: string): readonly Conflict[] =>
  [...text.matchAll(conflict)].map(({ index: start, ...groups }) => {
    const { 0: whole, 1: mark = "", 2: first = "", 3: before, 4: second = "" } = groups;
    const last = whole.slice(whole.lastIndexOf("\n") + 1);
    const behind = start + whole.length;
    const end = behind + (/^\r?\n/.exec(text.slice(behind, behind + 2))?.[0].length ?? 0);
    const nameIn = (line: string) => line.slice(7).trim();
    return { start, end, first, second, before, names: [nameIn(mark), nameIn(last)] };
  });
