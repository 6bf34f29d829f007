import { brotliCompressSync, constants } from "node:zlib";
import type { Fact } from "../schemas/facts.ts";
import type { QuestionMatter } from "../schemas/prose.ts";
import type { Prose } from "../schemas/records.ts";
import {
  maxTopicParts,
  questionPath,
  questionsAnchor,
  questionsPage,
  topicAnchor,
  topicPartPath,
  topicPath,
} from "./addresses.ts";
import { firstView } from "./first-view.ts";

export interface Question extends QuestionMatter {
  readonly id: string;
  /** The path of the page that answers it, with a fragment if the page has other answers. */
  readonly href: string;
}

export interface Topic extends Fact<"topics"> {
  readonly questions: readonly Question[];
  /** The path of the page with its answers, or with links to the pages of its questions. */
  readonly href: string;
  /** Whether each of its questions has a page of its own. */
  readonly isLong: boolean;
}

/** The layout of the questions, which depends on the length of the answers. */
export interface Questions {
  /** The topics that have questions, and their questions, both in order. */
  readonly topics: readonly Topic[];
  /** Whether a single page has all answers; otherwise each topic has its own. */
  readonly onOnePage: boolean;
  /** Whether the page of questions lists every question. */
  readonly areAllNamed: boolean;
  /** The address of each topic and question, by its fragment on the page of questions. */
  readonly places: ReadonlyMap<string, string>;
  /** The paths of the topics' and questions' own pages. */
  readonly paths: ReadonlySet<string>;
}

/** The bytes of a page besides its answers, with a margin. */
const frame = 5_600;

/**
 * The same without a margin, for the page with all answers, and how much of what is estimated of these
 * they take there, since a page is compressed better: while they fit, they stay together.
 */
const barest = { frame: 5_360, share: 0.84 };

/** The approximate bytes of a table or list of facts in an answer. */
const perComponent = 350;

/** The bytes of a link in a list, besides its words. */
const perLink = 12;

/** A question, and its answer as written in its file. */
type AskedQuestion = Prose<QuestionMatter>;

/** Estimates the bytes of brotli that a text adds to a page, rather too many: tests measure the limits. */
const bytesOf = (text: string): number => {
  const { length } = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return length + perComponent * (text.match(/^<[A-Z]/gm)?.length ?? 0);
};

/** Whether answers fit a page; of many, the first few say that they do not. */
const fit = (asked: readonly AskedQuestion[], page: { frame: number; share: number }): boolean => {
  const text = asked.flatMap(({ data, body = "" }) => [data.question, body]).join("\n");
  return [text.slice(0, 10 * firstView.page), text].every(
    (part) => page.frame + page.share * bytesOf(part) <= firstView.page,
  );
};

/** Estimates the bytes of brotli that a list of links to questions adds to a page. */
const listBytes = (asked: readonly { id: string; question: string }[]) =>
  bytesOf(asked.flatMap(({ id, question }) => [id, question]).join("\n")) + perLink * asked.length;

const named = ({ id, data: { question } }: AskedQuestion) => ({ id, question });

/**
 * Lays out the questions: all answers on one page while its first view stays within its limit;
 * beyond that, each topic on its own page, and each question of a topic that is longer than a page
 * on its own. Pure.
 */
export const layOutQuestions = (
  facts: readonly Fact<"topics">[],
  asked: readonly AskedQuestion[],
): Questions => {
  const onOnePage = fit(asked, barest);
  const topics = facts.flatMap((topic): Topic[] => {
    const inTopic = asked.filter(({ data }) => data.topic === topic.id);
    if (inTopic.length === 0) return [];
    const isLong = !onOnePage && !fit(inTopic, { frame, share: 1 });
    const href = onOnePage ? questionsAnchor(topicAnchor(topic.id)) : topicPath(topic.id);
    const questions = inTopic.map(({ id, data }) => ({
      ...data,
      id,
      href: isLong ? questionPath(id) : `${onOnePage ? questionsPage : href}#${id}`,
    }));
    return [{ ...topic, questions, href, isLong }];
  });
  const areAllNamed = onOnePage || frame + listBytes(asked.map(named)) <= firstView.page;
  const places = new Map(
    topics.flatMap(({ id, href, questions }): [string, string][] => [
      [topicAnchor(id), href],
      ...questions.flatMap((question) =>
        [question.id, ...question.formerly].map((id): [string, string] => [id, question.href]),
      ),
    ]),
  );
  const paths = new Set(onOnePage ? [] : topics.flatMap(pathsOf));
  return { topics, onOnePage, areAllNamed, places, paths };
};

/**
 * Divides the questions of a long topic into parts that each fit a page as a list. There are never
 * more parts than `maxTopicParts`; beyond some 900 questions, the parts get longer instead.
 */
export const partsOf = ({ questions }: Topic): Question[][] => {
  const needed = Math.ceil(listBytes(questions) / (firstView.page - frame));
  const count = Math.min(maxTopicParts, Math.max(1, needed));
  const length = Math.ceil(questions.length / count);
  return Array.from({ length: count }, (_, part) =>
    questions.slice(part * length, (part + 1) * length),
  );
};

/** The paths of a topic's own pages, and of its questions'. */
const pathsOf = (topic: Topic): string[] =>
  topic.isLong
    ? [
        ...partsOf(topic).map((_, index) => topicPartPath(topic.id, index + 1)),
        ...topic.questions.map(({ href }) => href),
      ]
    : [topic.href];
