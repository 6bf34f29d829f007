import { syllable } from "syllable";
import type { Content } from "../../parse/content.ts";
import { sentencesIn, sentencesOf, type Sentence } from "./sentences.ts";

/** How easily the text of a page or answer is read. */
export interface ReadingEase {
  readonly file: string;
  /** Flesch's figure: about 100 is very easy, 60 plain English, below 30 hard. */
  readonly ease: number;
  readonly words: number;
  readonly sentences: number;
}

/** Words below which a figure says nothing. */
const fewest = 20;

/** The syllables of an English word; an abbreviation is spelt out. */
export const syllables = (word: string): number =>
  /^[A-Z]{2,}s?$/.test(word) ? word.replace(/s$/, "").length : Math.max(1, syllable(word));

const easeOf = (sentences: readonly Sentence[]): number => {
  const words = sentences.flatMap((sentence) => sentence.words);
  const spoken = words
    .flatMap((word) => word.split(/[-/–—]/))
    .map((part) => syllables(part.replace(/[^\p{L}\p{N}]/gu, "")))
    .reduce((sum, count) => sum + count, 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (spoken / words.length);
};

/**
 * The reading ease (R. Flesch, 1948) of the text of every page, answer and statement that has
 * enough of its own, the hardest first; of none where the centre is not in English, for which the
 * figure was made.
 */
export const readingEase = (content: Content): ReadingEase[] => {
  const language = content.site.centre?.language ?? "en";
  if (!language.startsWith("en")) return [];
  return content.bodies
    .map((body) => {
      const lead = content.values.get(body.file)?.find(({ path }) => path[0] === "lead")?.value;
      const sentences = [
        ...(typeof lead === "string" ? sentencesOf(lead, language, (index) => index) : []),
        ...sentencesIn(body, language),
      ];
      const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
      return { file: body.file, ease: easeOf(sentences), words, sentences: sentences.length };
    })
    .filter(({ words }) => words >= fewest)
    .sort((a, b) => a.ease - b.ease);
};
