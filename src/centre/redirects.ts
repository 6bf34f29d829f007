import type { Fact } from "../schemas/facts.ts";
import {
  maxTopicParts,
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

/** A redirect from an address that was public, or could have been. */
export interface Redirect {
  readonly from: string;
  /**
   * The address that a host redirects to. Without a fragment if that of the request should stay: a
   * browser keeps it unless the new address has its own (RFC 9110, section 10.2.2).
   */
  readonly to: string;
  /** The address for requests without a fragment, which a host cannot tell apart. */
  readonly start: string;
  /** The title of what moved. */
  readonly title: string;
}

/** What redirects are derived from. */
interface Targets {
  readonly pages: readonly Page[];
  /** All topics, including those without questions. */
  readonly topics: readonly Fact<"topics">[];
  readonly questions: Questions;
}

/** Redirects from the former ids of pages. */
const fromPages = (pages: readonly Page[]): Redirect[] =>
  pages.flatMap(({ formerly, href, title }) =>
    formerly.map((id) => ({ from: pagePath(id), to: href, start: href, title })),
  );

/** Redirects from the pages that questions have in other layouts, under present and former ids. */
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
 * Redirects from the pages that topics have in other layouts. A request may name a question there by
 * its fragment, so that must stay.
 */
const fromTopics = ({ topics, questions }: Targets): Redirect[] =>
  topics.flatMap(({ id, title }) => {
    const start = questions.topics.find((topic) => topic.id === id)?.href ?? questionsPage;
    const [to] = splitAddress(start);
    return Array.from({ length: maxTopicParts }, (_, index) => ({
      from: topicPartPath(id, index + 1),
      to,
      start,
      title,
    }));
  });

/**
 * All redirects: from the addresses that pages and questions had before they moved, and from those
 * that questions and topics have in other layouts than the present one. Pure.
 */
export const redirectsOf = (targets: Targets): Redirect[] =>
  [...fromPages(targets.pages), ...fromQuestions(targets.questions), ...fromTopics(targets)].filter(
    ({ from }) => !targets.questions.paths.has(from),
  );

/** What it takes to find the current address of a link's target. */
export interface Layout {
  readonly questions: Questions;
  readonly redirects: readonly Redirect[];
}

/** The current address of the topic or question that an address names, on any page of questions. */
const placeOf = ({ places }: Questions, path: string, fragment: string): string | undefined => {
  const name = nameBelowQuestions(path);
  if (name === undefined) return undefined;
  return places.get(fragment) ?? places.get(name) ?? places.get(topicAnchor(name));
};

/** The current address of a link in the content, without a redirect. */
export const currentAddress = ({ questions, redirects }: Layout, address: string): string => {
  const [path, fragment] = splitAddress(address);
  const place = placeOf(questions, path, fragment);
  if (place !== undefined) return place;
  const moved = redirects.find(({ from }) => from === path);
  if (!moved) return address;
  return fragment === "" ? moved.start : `${moved.to}#${fragment}`;
};

/** Rendered prose (HTML) with the current address in each link. */
export const currentLinks = (layout: Layout, html: string): string =>
  html.replace(
    /(<a [^>]*?href=")([^"]+)/g,
    (_, tag: string, address: string) => tag + currentAddress(layout, address),
  );
