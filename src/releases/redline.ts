import { escaped } from "../components/markup.ts";
import { wordsOfBlock, type Block } from "./blocks.ts";
import type { Change } from "./difference.ts";
import { excerptsOf, type Excerpt } from "./excerpt.ts";
import { cellHtml, cellsBelowHead, isKept, runsHtml, type Spoken } from "./pieces.ts";

/** What is said beside the words of the texts. */
interface Words extends Spoken {
  readonly moved: string;
  readonly noWords: string;
  readonly unchanged: string;
}

const isTable = ({ kind }: Block) => kind === "row" || kind === "columns";
const isMoved = (change: Change) =>
  change.type === "moved" || ("isMoved" in change && change.isMoved);
/* The same words struck through and added would leave readers looking for what is not there. */
const isSilent = (change: Change) =>
  change.type === "changed" &&
  (change.cells.every(isKept) || wordsOfBlock(change.before) === wordsOfBlock(change.block));

const paragraph = (html: string, className?: string) =>
  `<p${className === undefined ? "" : ` class="${className}"`}>${html}</p>`;

/** What changed in a row of a table: its head, then each of its cells with its column. */
const rowHtml = (change: Change, words: Words): string => {
  const cells = cellsBelowHead(change, words);
  const below =
    change.block.kind === "columns"
      ? cells.map(({ html }) => paragraph(html)).join("")
      : cells.map(({ column, html }) => `<dt>${escaped(column)}</dt><dd>${html}</dd>`).join("");
  const head = paragraph(`<strong>${cellHtml(change, 0, words)}</strong>`);
  return `<div class="row ${change.type}">${head}${
    change.block.kind === "row" && below !== "" ? `<dl>${below}</dl>` : below
  }</div>`;
};

const changeHtml = (change: Change, words: Words): string => {
  const { block, type } = change;
  if (isSilent(change))
    return paragraph(
      `${block.cells.map(runsHtml).join(" | ")} <em>(${escaped(words.noWords)})</em>`,
    );
  if (isTable(block)) return rowHtml(change, words);
  const html = cellHtml(change, 0, words);
  if (block.kind === "code") return `<pre class="code ${type}">${html}</pre>`;
  return paragraph(
    html,
    `${block.kind}${block.depth > 1 && block.kind === "item" ? " deep" : ""} ${type}`,
  );
};

/** Whether what is told continues what was told before it. */
const continues = ({ under, isApart }: Excerpt) => under === undefined && !isApart;

/**
 * What changed between two texts, as HTML: only what did, each under the heading that it stands under,
 * with marks that do not rest on color alone and words for those who hear it.
 */
export const redlineHtml = (changes: readonly Change[], words: Words): string => {
  const excerpts = excerptsOf(changes);
  return excerpts
    .map((excerpt, at) => {
      const { under, isApart, change } = excerpt;
      const previous = excerpts[at - 1];
      const isNoted = previous && isMoved(previous.change) && continues(excerpt);
      return [
        under === undefined ? "" : paragraph(`<strong>${escaped(under)}</strong>`, "under"),
        isApart ? `<p class="apart" role="img" aria-label="${escaped(words.unchanged)}">…</p>` : "",
        isMoved(change) && !isNoted ? paragraph(escaped(words.moved), "note") : "",
        changeHtml(change, words),
      ].join("");
    })
    .join("");
};
