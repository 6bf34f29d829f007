import type { Nodes } from "mdast";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Body } from "../../parse/mdx.ts";

/** A sentence, and where in its text it begins. */
export interface Sentence {
  readonly words: readonly string[];
  readonly offset: number;
}

/** Sentences of a text without marks. `offsetAt` says where in its file a character of it stands. */
export const sentencesOf = (
  text: string,
  language: string,
  offsetAt: (index: number) => number,
): Sentence[] =>
  [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text.replace(/\s/g, " "))]
    .map(({ segment, index }) => ({
      words: segment.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)),
      offset: offsetAt(index + segment.length - segment.trimStart().length),
    }))
    .filter(({ words }) => words.length > 0);

/** A piece of shown text and where it begins. */
interface Piece {
  readonly text: string;
  readonly offset: number;
}

const piecesOf = (node: Nodes, from: number): Piece[] => {
  const offset = node.position?.start.offset ?? from;
  if (node.type === "text" || node.type === "inlineCode") return [{ text: node.value, offset }];
  if (node.type === "break") return [{ text: " ", offset }];
  const below = "children" in node ? node.children.flatMap((child) => piecesOf(child, offset)) : [];
  // What a component says by itself counts as a word.
  return below.length === 0 && node.type.startsWith("mdxJsx") ? [{ text: "it", offset }] : below;
};

/** The sentences of a body's paragraphs, list items and cells; its headings are none. */
export const sentencesIn = (body: Body, language: string): Sentence[] =>
  partsOf(body).flatMap(({ node, start }) => {
    if (node.type !== "paragraph" && node.type !== "tableCell") return [];
    const pieces = piecesOf(node, start);
    const text = pieces.map((piece) => piece.text).join("");
    return sentencesOf(text, language, (index) => {
      let left = index;
      for (const piece of pieces) {
        if (left < piece.text.length) return piece.offset + left;
        left -= piece.text.length;
      }
      return start;
    });
  });
