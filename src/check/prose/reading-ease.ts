import { syllable } from "syllable";
import { languageOf, type Content } from "../../parse/content.ts";
import { sentencesIn, sentencesOf, type Sentence } from "./sentences.ts";

/** How easy the text of a page or answer is to read. */
export interface ReadingEase {
  readonly file: string;
  /** About 100 is very easy, 60 plain language, below 30 hard. */
  readonly ease: number;
  readonly words: number;
  readonly sentences: number;
}

/** The fewest words for which a score is meaningful. */
const fewest = 20;

/** The syllables of an English word; an abbreviation is spelt out. */
export const syllables = (word: string): number =>
  /^[A-Z]{2,}s?$/.test(word) ? word.replace(/s$/, "").length : Math.max(1, syllable(word));

/** An estimate of the syllables of a German word: its vowels, counting a diphthong once. */
export const germanSyllables = (word: string): number => {
  if (/^[A-ZÄÖÜ]{2,}s?$/.test(word)) return word.replace(/s$/, "").length;
  const vowels = word
    .toLowerCase()
    .replaceAll("qu", "q")
    .match(/aa|ee|oo|ie|[ae][iy]|[aeä]u|[aeiouyäöü]/g);
  return Math.max(1, vowels?.length ?? 0);
};

/** A readability formula for one language. */
interface Formula {
  /** Its name, and what a text with a score of 60 is called. */
  readonly name: string;
  readonly plainLanguage: string;
  readonly syllables: (word: string) => number;
  /** The score for average words per sentence and syllables per word. */
  readonly ease: (sentenceLength: number, wordLength: number) => number;
}

const formulas: Readonly<Record<string, Formula>> = {
  /* R. Flesch, "A new readability yardstick", 1948. */
  en: {
    name: "Flesch",
    plainLanguage: "plain English",
    syllables,
    ease: (sentenceLength, wordLength) => 206.835 - 1.015 * sentenceLength - 84.6 * wordLength,
  },
  /* T. Amstad, "Wie verständlich sind unsere Zeitungen?", 1978. */
  de: {
    name: "Amstad",
    plainLanguage: "plain German",
    syllables: germanSyllables,
    ease: (sentenceLength, wordLength) => 180 - sentenceLength - 58.5 * wordLength,
  },
};

const formulaFor = (content: Content): Formula | undefined =>
  formulas[languageOf(content).split("-")[0] ?? ""];

/** A heading that explains the scores of `readingEase`. */
export const easeScale = (content: Content): string => {
  const { name = "", plainLanguage = "" } = formulaFor(content) ?? {};
  return `Reading ease (${name}: 60 is ${plainLanguage}, below 30 is hard to read):`;
};

const easeOf = (sentences: readonly Sentence[], { syllables, ease }: Formula): number => {
  const words = sentences.flatMap((sentence) => sentence.words);
  const spoken = words
    .flatMap((word) => word.split(/[-/–—]/))
    .map((part) => syllables(part.replace(/[^\p{L}\p{N}]/gu, "")))
    .reduce((sum, count) => sum + count, 0);
  return ease(words.length / sentences.length, spoken / words.length);
};

/**
 * The reading ease of every page, answer, and statement with enough text of its own, the hardest
 * first; none in a language without a formula.
 */
export const readingEase = (content: Content): ReadingEase[] => {
  const formula = formulaFor(content);
  if (!formula) return [];
  return content.bodies
    .map((body) => {
      const lead = content.values.get(body.file)?.find(({ path }) => path[0] === "lead")?.value;
      const sentences = [
        ...(typeof lead === "string" ? sentencesOf(lead, content, (index) => index) : []),
        ...sentencesIn(body, content),
      ];
      const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
      return {
        file: body.file,
        ease: easeOf(sentences, formula),
        words,
        sentences: sentences.length,
      };
    })
    .filter(({ words }) => words >= fewest)
    .sort((a, b) => a.ease - b.ease);
};
