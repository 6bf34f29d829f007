import { isArchived } from "../findings.ts";
import type { Content } from "../../parse/content.ts";
import { note, placeAt, type Issue } from "../../parse/issue.ts";
import { sentencesIn, sentencesOf, type Sentence } from "./sentences.ts";

/** The most words that a sentence can have and still be easy to read. */
const longest = 40;

/** Questions to those who confirm facts are not shown to readers. */
const isQuestion = (file: string, last: unknown) => !file.endsWith(".mdx") && last === "question";

const sentencesOfFields = (content: Content, file: string): Sentence[] =>
  (content.values.get(file) ?? []).flatMap(({ path, value, start }) =>
    // A shorter text cannot hold a sentence that is too long.
    typeof value === "string" && value.length > longest * 2 && !isQuestion(file, path.at(-1))
      ? sentencesOf(value, content, () => start)
      : [],
  );

const remarksOn = (file: string, text: string, sentences: readonly Sentence[]): Issue[] =>
  sentences
    .filter(({ words }) => words.length > longest)
    .map(({ words, offset }) =>
      note(
        file,
        placeAt(text, offset),
        `this sentence has ${String(words.length)} words, and few readers follow one of more than ${String(longest)}; write two sentences, or a list`,
      ),
    );

/** Sentences that are too long, except in archived statements, which are kept word for word. */
export const longSentences = (content: Content): Issue[] => [
  ...[...content.texts.keys()]
    .filter((file) => !isArchived(file))
    .flatMap((file) =>
      remarksOn(file, content.texts.get(file) ?? "", sentencesOfFields(content, file)),
    ),
  ...content.bodies
    .filter(({ file }) => !isArchived(file))
    .flatMap((body) => remarksOn(body.file, body.text, sentencesIn(body, content))),
];
