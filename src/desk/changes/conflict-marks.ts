import { conflictsIn, type Conflict } from "../../parse/conflicts.ts";
import { lineBreakOf, withLineBreaks } from "../store/passages.ts";

/** What is kept of a conflict: one of the versions between its marks, both, or other words. */
export type Kept = "first" | "second" | "before" | "both" | { readonly words: string };

const mark = /^(?:<{7}(?!<)|>{7}(?!>)|\|{7}(?!\|)|={7}(?!=))/m;
const leftOver = /^(?:<{7}(?!<)|>{7}(?!>))/m;

/**
 * The conflicts of a text; none where its marks are not whole or stand within each other, so that
 * nobody but a reader can tell what belongs together.
 */
export const wholeConflictsIn = (text: string): readonly Conflict[] => {
  const conflicts = conflictsIn(text);
  const isNested = conflicts.some(({ first, second, before = "" }) =>
    [first, second, before].some((version) => mark.test(version)),
  );
  return isNested ||
    leftOver.test(
      resolved(
        text,
        conflicts.map(() => ({ words: "" })),
      ),
    )
    ? []
    : conflicts;
};

/** Other words in place of both versions, on lines of their own. */
const asLines = (text: string, { first, second }: Conflict, words: string): string => {
  const typed = words.replaceAll(/\r\n?/g, "\n");
  if (typed.trim() === "") return "";
  const lines = typed.endsWith("\n") ? typed : `${typed}\n`;
  return withLineBreaks(first || second, lines, lineBreakOf(text));
};

/**
 * A text with its conflicts resolved.
 * @param kept what is kept of each conflict, from top to bottom; those without it keep their marks
 */
export const resolved = (text: string, kept: readonly (Kept | undefined)[]): string => {
  let [result, from] = ["", 0];
  conflictsIn(text).forEach((conflict, at) => {
    const { start, end, first, second } = conflict;
    const choice = kept[at];
    result += text.slice(from, start);
    if (choice === undefined) result += text.slice(start, end);
    else if (choice === "both") result += first + second;
    else if (typeof choice === "object") result += asLines(text, conflict, choice.words);
    else result += conflict[choice] ?? "";
    from = end;
  });
  return result + text.slice(from);
};
