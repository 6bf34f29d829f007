import { wordsOfBlock } from "./blocks.ts";
import type { Change } from "./difference.ts";

/** A change, and what a reader needs to know where it stands. */
export interface Excerpt {
  /** The heading that it stands under, where that is another than before. */
  readonly under: string | undefined;
  /** Whether something was left out before it. */
  readonly isApart: boolean;
  readonly change: Change;
}

/** The changes alone, each with the heading that it stands under. */
export const excerptsOf = (changes: readonly Change[]): Excerpt[] => {
  let heading: string | undefined;
  let told: string | undefined;
  let isApart = false;
  return changes.flatMap((change): Excerpt[] => {
    const { block, type } = change;
    const isHeading = block.kind === "heading" && block.depth > 1;
    if (isHeading && type !== "removed") heading = wordsOfBlock(block);
    if (type === "kept") {
      isApart = true;
      return [];
    }
    const under = heading === told || isHeading ? undefined : heading;
    const excerpt = { under, isApart: isApart && under === undefined && told === heading, change };
    told = heading;
    isApart = false;
    return [excerpt];
  });
};
