import { diffWordsWithSpace } from "diff";

/** A stretch of two texts: in both of them, only in the second, or only in the first. */
export interface Stretch {
  readonly kind: "kept" | "added" | "removed";
  readonly text: string;
}

/** What `<ins>` and `<del>` say to those who hear a page, where they say nothing by themselves. */
export const heard = { added: "added:", removed: "removed:" } as const;

/** What two texts have in common and where they differ, word by word, in the order of reading. */
export const wordDifference = (before: string, after: string): readonly Stretch[] =>
  joined(
    diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "kept",
      text: value,
    })),
  );

/** Whether a stretch only separates two changes, which read as one. */
const isGap = ({ kind, text }: Stretch) => kind === "kept" && /^[^\S\r\n]+$/.test(text);

/**
 * Joins changes that a space alone separates, so that "thirty days" becomes "two weeks" in one step
 * rather than in two.
 */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const result: Stretch[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") result.push({ kind: "removed", text: removed });
    if (added !== "") result.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  stretches.forEach((stretch, at) => {
    const { kind, text } = stretch;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (isGap(stretch) && removed !== "" && added !== "" && isSwapAt(stretches, at + 1)) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push(stretch);
    }
  });
  flush();
  return result;
};

/** Whether words give way to others at a position. */
const isSwapAt = (stretches: readonly Stretch[], at: number) => {
  const kinds = [stretches[at]?.kind, stretches[at + 1]?.kind];
  return kinds.includes("removed") && kinds.includes("added");
};
