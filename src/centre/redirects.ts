import type { Fact } from "../schemas/facts.ts";
import {
  mostParts,
  nameBelowQuestions,
  pagePath,
  questionPath,
  questionsPage,
  splitAddress,
  topicAnchor,
  topicPartPath,
} from "./addresses.ts";
import type { Page } from "./centre.ts";
import type { Questions } from "./questions.ts";

/** An address that was public, or could have been, and where it leads now. */
export interface Redirect {
  readonly from: string;
  /**
   * Where a host leads. Without a fragment where that of the request goes on: a browser keeps it
   * unless it is given another (RFC 9110, section 10.2.2).
   */
  readonly to: string;
  /** Where it leads whoever asks for no part of the page, which a host cannot know. */
  readonly start: string;
  /** What is now elsewhere. */
  readonly title: string;
}

/** Everything that the redirects follow from. */
interface Moved {
  readonly pages: readonly Page[];
  /** All topics, those without questions too. */
  readonly topics: readonly Fact<"topics">[];
  readonly questions: Questions;
}

/** Pages lead on from the ids that they had. */
const fromPages = (pages: readonly Page[]): Redirect[] =>
  pages.flatMap(({ formerly, href, title }) =>
    formerly.map((id) => ({ from: pagePath(id), to: href, start: href, title })),
  );

/** Questions lead on from the pages that they have in other layouts, and from those of former ids. */
const fromQuestions = ({ topics }: Questions): Redirect[] =>
  topics.flatMap(({ questions }) =>
    questions.flatMap(({ id, formerly, href, question }) =>
      [id, ...formerly].map((name) => ({
        from: questionPath(name),
        to: href,
        start: href,
        title: question,
      })),
    ),
  );

/**
 * Topics lead on from the pages that they have in other layouts. One could ask there for a question,
 * by its fragment, so that must go on.
 */
const fromTopics = ({ topics, questions }: Moved): Redirect[] =>
  topics.flatMap(({ id, title }) => {
    const start = questions.topics.find((topic) => topic.id === id)?.href ?? questionsPage;
    const [to] = splitAddress(start);
    return Array.from({ length: mostParts }, (_, index) => ({
      from: topicPartPath(id, index + 1),
      to,
      start,
      title,
    }));
  });

/**
 * Every address that leads on: those that pages and questions had before they moved, and those that
 * questions and topics have in layouts other than this one. Pure.
 */
export const redirectsOf = (moved: Moved): Redirect[] =>
  [...fromPages(moved.pages), ...fromQuestions(moved.questions), ...fromTopics(moved)].filter(
    ({ from }) => !moved.questions.paths.has(from),
  );

/** What a link in the content needs to be brought to where its target is now. */
export interface Layout {
  readonly questions: Questions;
  readonly redirects: readonly Redirect[];
}

/** Where a topic or a question is now that an address names, on whatever page of questions. */
const placeOf = ({ places }: Questions, path: string, fragment: string): string | undefined => {
  const name = nameBelowQuestions(path);
  if (name === undefined) return undefined;
  return places.get(fragment) ?? places.get(name) ?? places.get(topicAnchor(name));
};

/** Where an address that content names leads now, without a step between. */
export const currentAddress = ({ questions, redirects }: Layout, address: string): string => {
  const [path, fragment] = splitAddress(address);
  const place = placeOf(questions, path, fragment);
  if (place !== undefined) return place;
  const moved = redirects.find(({ from }) => from === path);
  if (!moved) return address;
  return fragment === "" ? moved.start : `${moved.to}#${fragment}`;
};

/** Rendered prose with its links brought to where they lead now. */
export const currentLinks = (layout: Layout, html: string): string =>
  html.replace(
    /(<a [^>]*?href=")([^"]+)/g,
    (_, tag: string, address: string) => tag + currentAddress(layout, address),
  );
