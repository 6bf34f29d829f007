import { partsOf } from "../../parse/mdx-tree.ts";
import type { Body } from "../../parse/mdx.ts";

/** What a pattern matches in a body as typed, and where. */
export interface Match {
  readonly offset: number;
  readonly found: string;
  /** What its first group matches. */
  readonly words: string;
}

/** Whether the character at `offset` is shown as text, rather than read as formatting. */
export const isShown = (body: Body, offset: number): boolean =>
  partsOf(body).some(
    ({ node, start, end }) => node.type === "text" && start <= offset && offset < end,
  );

/** Where readers see a pattern as it was typed: in paragraphs, headings, and cells, outside code. */
export const shownMatches = (body: Body, pattern: RegExp): Match[] =>
  partsOf(body).flatMap(({ node, start, end }) =>
    node.type === "paragraph" || node.type === "heading" || node.type === "tableCell"
      ? [...body.text.slice(start, end).matchAll(pattern)]
          .map(({ 0: found, 1: words = "", index }) => ({ offset: start + index, found, words }))
          .filter(({ offset }) => isShown(body, offset))
      : [],
  );
