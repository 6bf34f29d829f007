import { escaped } from "../components/markup.ts";
import { withoutLinks, type Mark, type Run } from "./blocks.ts";
import type { Change, Piece } from "./difference.ts";

/** The words that tell those who hear a text what was added and removed. */
export interface Spoken {
  readonly added: string;
  readonly removed: string;
  readonly end: string;
}

const within = ({ tag, href }: Mark, html: string): string =>
  `<${tag}${href === undefined ? "" : ` href="${escaped(href)}"`}>${html}</${tag}>`;

/** Runs of words as HTML. */
export const runsHtml = (runs: readonly Run[]): string =>
  runs
    .map(({ text, marks }) => marks.reduceRight((html, mark) => within(mark, html), escaped(text)))
    .join("");

const spoken = (words: string) => `<span class="sr-only"> [${escaped(words)}] </span>`;

const elements = { added: "ins", removed: "del" } as const;

/** Words that were added or removed, as HTML: what changed is heard, too. */
const changeHtml = (change: "added" | "removed", html: string, words: Spoken): string =>
  `<${elements[change]}>${spoken(words[change])}${html}${spoken(words.end)}</${elements[change]}>`;

/** What was removed, as HTML. What its links lead to may be gone, too: it leads nowhere. */
const removedHtml = (runs: readonly Run[], words: Spoken): string =>
  changeHtml("removed", runsHtml(withoutLinks(runs)), words);

/**
 * Pieces of two texts as HTML; neighbors that changed alike are one change. A space parts what was
 * removed from what took its place, in whichever direction their script runs.
 */
const piecesHtml = (pieces: readonly Piece[], words: Spoken): string => {
  let html = "";
  let previous: Piece["change"] = "kept";
  for (let at = 0; at < pieces.length;) {
    const { change } = pieces[at] ?? { change: "kept" };
    const end = pieces.findIndex((piece, index) => index > at && piece.change !== change);
    const alike = pieces.slice(at, end === -1 ? undefined : end);
    if (previous === "removed" && change === "added") html += " ";
    if (change === "kept") html += runsHtml(alike);
    else
      html +=
        change === "removed"
          ? removedHtml(alike, words)
          : changeHtml("added", runsHtml(alike), words);
    previous = change;
    at += alike.length;
  }
  return html;
};

/** A cell of a block that changed, or what else it says, as HTML. */
export const cellHtml = (change: Change, at: number, words: Spoken): string => {
  const runs = change.block.cells[at] ?? [];
  if (change.type === "changed") return piecesHtml(change.cells[at] ?? [], words);
  if (change.type === "removed") return removedHtml(runs, words);
  return change.type === "added" ? changeHtml("added", runsHtml(runs), words) : runsHtml(runs);
};

/** Whether nothing of a cell changed. */
export const isKept = (pieces: readonly Piece[]) => pieces.every(({ change }) => change === "kept");

const hasWords = (runs: readonly Run[]) => runs.some(({ text }) => text.trim() !== "");

/**
 * The cells below the head of a row, with their columns: of one that changed, those that did, and of
 * others those that say something.
 */
export const cellsBelowHead = (
  change: Change,
  words: Spoken,
): { column: string; html: string }[] => {
  const { cells, columns } = change.type === "changed" ? change : change.block;
  return [...cells.keys()]
    .slice(1)
    .filter((at) =>
      change.type === "changed"
        ? !isKept(change.cells[at] ?? [])
        : hasWords(change.block.cells[at] ?? []),
    )
    .map((at) => ({ column: columns[at] ?? "", html: cellHtml(change, at, words) }));
};
