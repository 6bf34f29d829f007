import { lineBreakOf, withLineBreaks } from "../store/passages.ts";
import { textOf } from "./difference.ts";
import { passage, type Part } from "./parts.ts";

/** Whether a path leads to a passage. */
export const isPassage = (path: readonly string[]): boolean => path[0] === passage;

/** How many passages there are in some parts. */
export const countPassages = (parts: readonly Part[]): number =>
  parts.filter(({ path }) => isPassage(path)).length;

/** Parts with other words in their place, with the lines around them as they are; none without words. */
export const rewritten = (
  parts: readonly Part[],
  path: readonly string[],
  words: string,
): readonly Part[] => {
  if (words.trim() === "") return [];
  const written = textOf(parts);
  const [above = ""] = /^(?:[^\S\n]*\n)*/.exec(written) ?? [];
  const [below = ""] = /\s*$/.exec(written) ?? [];
  const typed = words.replaceAll(/\r\n?/g, "\n").trim();
  const shown = withLineBreaks(written.trim(), typed, lineBreakOf(written));
  return [{ path, text: `${above}${shown}${below}`, shown }];
};

/** Passages one after the other, with an empty line between them. */
export const oneAfterTheOther = (
  first: readonly Part[],
  second: readonly Part[],
): readonly Part[] => {
  const [head, ...rest] = second;
  if (!head || /^[^\S\n]*\n/.test(head.text)) return [...first, ...second];
  const above = textOf(first);
  const lineBreak = lineBreakOf(above);
  const gap = above.endsWith("\n") ? lineBreak : lineBreak.repeat(2);
  return [...first, { ...head, text: gap + head.text }, ...rest];
};
