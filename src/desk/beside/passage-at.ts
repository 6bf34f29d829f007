/** What somebody is writing at the moment. */
export interface Passage {
  /** The line, from 1. */
  readonly line: number;
  /** The longest run of words in that line that is shown as it is typed, without marks; or nothing. */
  readonly words: string;
}

/** Letters and figures alone, by which what is typed is found again on the page. */
export const compact = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** What a page shows by other words than those that are typed: components, expressions, addresses. */
const other = /<[^>]*(?:>|$)|\{[^}]*(?:\}|$)|\]\([^)]*(?:\)|$)|\|/;

/** The passage at a place in a text: its line, or the last above that is not empty. */
export const passageAt = (text: string, caret: number): Passage => {
  const lines = text.slice(0, caret).split("\n");
  const [rest = ""] = text.slice(caret).split("\n");
  const all = [...lines.slice(0, -1), `${lines.at(-1) ?? ""}${rest}`];
  const at = Math.max(
    0,
    all.findLastIndex((line) => line.trim() !== ""),
  );
  const [words = ""] = (all[at] ?? "")
    .split(other)
    .map(compact)
    .sort((one, another) => another.length - one.length);
  return { line: at + 1, words };
};
