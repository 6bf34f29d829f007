import { headOf, wordsOfBlock } from "./blocks.ts";
import type { Change, Piece } from "./difference.ts";

/** A figure that is another than it was. */
export interface Figure {
  /** What it is a figure of. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Whether a row of a table gives it: there it is named best. */
  readonly isInRow: boolean;
}

/** A number, and what little may stand beside it: a unit, or a sign. */
const figure = /^\D{0,3}\d[\d.,]*(?:[\s\u00a0]?\S{1,12}){0,2}$/u;

/** What a number counts, where that follows and has not changed. */
const unitAfter = ({ text }: Pick<Piece, "text">): string =>
  /^[\s\u00a0]?(?:%|[\p{L}\p{M}]{2,})/u.exec(text)?.[0] ?? "";

const isFigure = (text: string) => figure.test(text.trim());

/** The numbers in a cell or a sentence that took the place of others. */
const figuresIn = (pieces: readonly Piece[]): Pick<Figure, "before" | "after">[] =>
  pieces.flatMap((removed, at) => {
    const [added, next] = pieces.slice(at + 1);
    if (removed.change !== "removed" || added?.change !== "added") return [];
    if (!isFigure(removed.text) || !isFigure(added.text)) return [];
    const unit = /[\p{L}%]/u.test(added.text) || next?.change !== "kept" ? "" : unitAfter(next);
    return [{ before: removed.text.trim(), after: `${added.text.trim()}${unit}` }];
  });

/**
 * The numbers that changed in a text, each with what it is the number of: the row and, where a row has
 * several, the column; or the heading that a sentence stands under.
 */
export const figuresOf = (changes: readonly Change[]): Figure[] => {
  let heading = "";
  return changes.flatMap((change): Figure[] => {
    const { block } = change;
    if (block.kind === "heading" && change.type !== "removed") heading = wordsOfBlock(block);
    if (change.type !== "changed" || block.kind === "heading" || block.kind === "columns")
      return [];
    const head = headOf(block);
    return change.cells.flatMap((pieces, at) => {
      const column = change.cells.length > 2 ? change.columns[at] : undefined;
      const named = head === "" ? heading : [head, column].filter(Boolean).join(", ");
      return figuresIn(pieces).map((own) => ({ what: named, ...own, isInRow: head !== "" }));
    });
  });
};

/** Figures, each once: in a row where one gives it, and by the shortest of names that hold each other. */
export const distinctFigures = (figures: readonly Figure[]): Figure[] => {
  const isSaidBy = (one: Figure, other: Figure): boolean =>
    one.before === other.before &&
    one.after === other.after &&
    (one.isInRow === other.isInRow
      ? one.what.includes(other.what) && one.what !== other.what
      : other.isInRow);
  const keys = figures.map((figure) => JSON.stringify(figure));
  return figures.filter(
    (figure, at) =>
      keys.indexOf(keys[at] ?? "") === at && !figures.some((other) => isSaidBy(figure, other)),
  );
};
