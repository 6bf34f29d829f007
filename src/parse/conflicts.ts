import { error, placeAt, type Issue } from "./issue.ts";

/** Two versions of the same lines with the marks that Git puts around and between them. */
const conflict =
  /^(<{7}(?!<)[^\n]*\n)([^]*?)^(?:\|{7}(?!\|)[^\n]*\n[^]*?^)?={7}[ \t]*\r?\n[^]*?^>{7}(?!>).*$/gm;
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
    .replace(conflict, (whole: string, mark: string, first: string, offset: number) => {
      report(
        offset,
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
