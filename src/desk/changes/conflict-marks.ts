import { conflictsIn } from "../../parse/conflicts.ts";

/** Which of the versions between the marks of a conflict is kept. */
export type Side = "first" | "second" | "before";

/**
 * A text with its conflicts resolved.
 * @param sides the version kept of each conflict, from top to bottom; those without one keep their marks
 */
export const resolved = (text: string, sides: readonly (Side | undefined)[]): string => {
  let [result, from] = ["", 0];
  conflictsIn(text).forEach((conflict, at) => {
    const { start, end } = conflict;
    const side = sides[at];
    const kept = side === undefined ? text.slice(start, end) : (conflict[side] ?? "");
    result += text.slice(from, start) + kept;
    from = end;
  });
  return result + text.slice(from);
};
