import { brotliCompressSync, constants } from "node:zlib";
import type { Fact } from "../schemas/facts.ts";
import type { QuestionMatter } from "../schemas/prose.ts";
import type { AskedQuestion } from "../schemas/records.ts";
import {
  mostParts,
  questionPath,
  questionsAnchor,
  questionsPage,
  topicAnchor,
  topicPartPath,
  topicPath,
} from "./addresses.ts";

export interface Question extends QuestionMatter {
  readonly id: string;
  /** Path of the page that answers it, and the fragment where there are other answers too. */
  readonly href: string;
}

export interface Topic extends Fact<"topics"> {
  readonly questions: readonly Question[];
  /** Path of the page that holds the answers, or the list of the questions that have own pages. */
  readonly href: string;
  /** Whether each of its questions has a page of its own. */
  readonly isLong: boolean;
}

/** How the questions are laid out, which follows from how much there is to say. */
export interface Questions {
  /** Topics that have questions, in their order; questions in theirs. */
  readonly topics: readonly Topic[];
  /** Whether one page holds all answers; else topics have pages of their own. */
  readonly onOnePage: boolean;
  /** Whether the page of questions names every question. */
  readonly areAllNamed: boolean;
  /** Where each topic and question stands, by the fragment that the page of questions has for it. */
  readonly places: ReadonlyMap<string, string>;
  /** Where topics and questions have pages of their own. */
  readonly paths: ReadonlySet<string>;
}

/** What a page's first view may have, in bytes of brotli: that of all questions, and any other. */
const bounds = { questions: 14_600, page: 9_500 };

/** What a page has beside its answers, with some bytes to spare. */
const frame = 5_600;

/** What a table or list of facts takes that an answer shows, give or take. */
const perComponent = 350;

/** What a question takes in a list of links, beside its words. */
const perLink = 12;

/** Bytes of brotli that texts take in a page. A guess on the safe side: the bounds are tested. */
const bytesOf = (texts: readonly string[]): number => {
  const text = texts.join("\n");
  const { length } = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return length + perComponent * (text.match(/^<[A-Z]/gm)?.length ?? 0);
};

const answerBytes = (asked: readonly AskedQuestion[]) =>
  bytesOf(asked.flatMap(({ data, body = "" }) => [data.question, body]));

/** Bytes of brotli that a list of links to questions takes. */
const listBytes = (asked: readonly { id: string; question: string }[]) =>
  bytesOf(asked.flatMap(({ id, question }) => [id, question])) + perLink * asked.length;

const named = ({ id, data: { question } }: AskedQuestion) => ({ id, question });

/**
 * Lays questions out: all answers on one page while its first view keeps within its bound; past
 * that, topics on pages of their own, and the questions of a topic that is longer than a page on
 * pages of theirs. Pure.
 */
export const layOutQuestions = (
  facts: readonly Fact<"topics">[],
  asked: readonly AskedQuestion[],
): Questions => {
  const onOnePage = frame + answerBytes(asked) <= bounds.questions;
  const topics = facts.flatMap((topic): Topic[] => {
    const here = asked.filter(({ data }) => data.topic === topic.id);
    if (here.length === 0) return [];
    const isLong = !onOnePage && frame + answerBytes(here) > bounds.page;
    const href = onOnePage ? questionsAnchor(topicAnchor(topic.id)) : topicPath(topic.id);
    const questions = here.map(({ id, data }) => ({
      ...data,
      id,
      href: isLong ? questionPath(id) : `${onOnePage ? questionsPage : href}#${id}`,
    }));
    return [{ ...topic, questions, href, isLong }];
  });
  const areAllNamed = onOnePage || frame + listBytes(asked.map(named)) <= bounds.questions;
  const places = new Map(
    topics.flatMap(({ id, href, questions }): [string, string][] => [
      [topicAnchor(id), href],
      ...questions.flatMap((one) =>
        [one.id, ...one.formerly].map((old): [string, string] => [old, one.href]),
      ),
    ]),
  );
  const paths = new Set(onOnePage ? [] : topics.flatMap(pathsOf));
  return { topics, onOnePage, areAllNamed, places, paths };
};

/**
 * The questions of a long topic in parts, each of which a page can name. There are never more than
 * there are addresses for; of some 900 questions on, parts are longer instead.
 */
export const partsOf = ({ questions }: Topic): Question[][] => {
  const needed = Math.ceil(listBytes(questions) / (bounds.page - frame));
  const count = Math.min(mostParts, Math.max(1, needed));
  const length = Math.ceil(questions.length / count);
  return Array.from({ length: count }, (_, part) =>
    questions.slice(part * length, (part + 1) * length),
  );
};

/** Where the pages of a topic are that has any, and those of its questions. */
const pathsOf = (topic: Topic): string[] =>
  topic.isLong
    ? [
        ...partsOf(topic).map((_, index) => topicPartPath(topic.id, index + 1)),
        ...topic.questions.map(({ href }) => href),
      ]
    : [topic.href];
