import type { Nodes } from "mdast";
import { languageOf, type Content } from "../../parse/content.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Body } from "../../parse/mdx.ts";
import { languageRulesOf } from "../language-rules.ts";

type InLanguage = Pick<Content, "site">;

/** A sentence, and where it starts in its text. */
export interface Sentence {
  readonly words: readonly string[];
  readonly offset: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

const segmenterOf = (language: string): Intl.Segmenter => {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  return segmenter;
};

/** Where the sentences of a text start; abbreviations do not end one. */
const sentenceStarts = (text: string, content: InLanguage): number[] => {
  const { unended } = languageRulesOf(content) ?? {};
  const within = new Set(
    unended &&
      [...text.matchAll(unended)].map(({ 0: abbreviation, index }) => index + abbreviation.length),
  );
  return Array.from(segmenterOf(languageOf(content)).segment(text), ({ index }) => index).filter(
    (at) => !within.has(at),
  );
};

/**
 * The sentences of a text without formatting.
 * @param offsetAt where a character of the text is in its file
 */
export const sentencesOf = (
  text: string,
  content: InLanguage,
  offsetAt: (index: number) => number,
): Sentence[] => {
  const line = text.replace(/\s/g, " ");
  return sentenceStarts(line, content)
    .map((index, position, all) => {
      const segment = line.slice(index, all[position + 1]);
      return {
        words: segment.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)),
        offset: offsetAt(index + segment.length - segment.trimStart().length),
      };
    })
    .filter(({ words }) => words.length > 0);
};

/** A piece of visible text, and where it starts. */
interface Piece {
  readonly text: string;
  readonly offset: number;
}

const piecesOf = (node: Nodes, from: number): Piece[] => {
  const offset = node.position?.start.offset ?? from;
  if (node.type === "text" || node.type === "inlineCode") return [{ text: node.value, offset }];
  if (node.type === "break") return [{ text: " ", offset }];
  const below = "children" in node ? node.children.flatMap((child) => piecesOf(child, offset)) : [];
  // A component that supplies its own text counts as a word.
  return below.length === 0 && node.type.startsWith("mdxJsx") ? [{ text: "it", offset }] : below;
};

/** The sentences of a body's paragraphs, list items, and cells. Headings are not sentences. */
export const sentencesIn = (body: Body, content: InLanguage): Sentence[] =>
  partsOf(body).flatMap(({ node, start }) => {
    if (node.type !== "paragraph" && node.type !== "tableCell") return [];
    const pieces = piecesOf(node, start);
    const text = pieces.map((piece) => piece.text).join("");
    return sentencesOf(text, content, (index) => {
      let left = index;
      for (const piece of pieces) {
        if (left < piece.text.length) return piece.offset + left;
        left -= piece.text.length;
      }
      return start;
    });
  });
