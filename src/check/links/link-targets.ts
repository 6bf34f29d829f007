import {
  draftPage,
  embeddedAnchor,
  everythingPage,
  pathOfFile,
  questionPath,
  questionsPage,
  searchPage,
  statementPart,
  thisSitePage,
  thisSiteSections,
  topicPath,
} from "../../centre/addresses.ts";
import type { Content } from "../../parse/content.ts";
import { openPointsOf } from "../facts/open-points.ts";
import { vocabulary } from "../../schemas/vocabulary.ts";
import { anchorsByPath, type Anchor } from "./anchors.ts";

/** Something one can link to, and where the words are written that stand there, if in the content. */
type LinkTarget = Pick<Anchor, "id"> & Partial<Pick<Anchor, "words">>;

/** Paths of the centre, each with what one can link to there. */
export type Addresses = ReadonlyMap<string, readonly LinkTarget[]>;

/** Headings of components that need a script, which the page that holds everything leaves out. */
const ofScripts: readonly string[] = Object.values(vocabulary).flatMap((word) =>
  "headings" in word ? word.headings : [],
);

/** What stands on the page that holds everything: each part below its title, its ids behind its own. */
const anchorsOfEverything = (
  content: Content,
  byPath: ReadonlyMap<string, readonly Anchor[]>,
): LinkTarget[] =>
  (["pages", "statements"] as const).flatMap((name) =>
    content.prose[name].flatMap(({ id }) => {
      const file = `${name}/${id}.mdx`;
      const part = name === "pages" ? id : statementPart(id);
      return [
        { id: part, words: { file, place: content.placeOf(file, ["title"]) } },
        ...(byPath.get(pathOfFile(file)) ?? [])
          .filter(({ id }) => !ofScripts.includes(id))
          .map(({ id, words }) => ({ id: embeddedAnchor(part, id), words })),
      ];
    }),
  );

/** What topics and questions have below the page of questions, in every layout. */
const belowQuestions = (
  { facts, prose }: Content,
  onQuestions: readonly Anchor[],
): [string, readonly LinkTarget[]][] => {
  const idsIn = (topic: string) =>
    prose.faq
      .filter(({ data }) => data.topic === topic)
      .flatMap(({ id, data }) => [id, ...(data.formerly ?? [])]);
  return [
    ...prose.faq.flatMap(({ id, data }): [string, readonly LinkTarget[]][] =>
      [id, ...(data.formerly ?? [])].map((name) => [questionPath(name), []]),
    ),
    ...facts.topics.map(({ id: topic }): [string, readonly LinkTarget[]] => {
      const ids = new Set(idsIn(topic));
      return [topicPath(topic), onQuestions.filter(({ id }) => ids.has(id))];
    }),
  ];
};

/** The sections of the site's page about itself; the content has none of their words. */
const anchorsOfThisSite: readonly LinkTarget[] = thisSiteSections.map((id) => ({ id }));

/** Every path that the centre will have, with what one can link to there. */
export const addressesOf = (content: Content): Addresses => {
  const byPath = anchorsByPath(content);
  return new Map<string, readonly LinkTarget[]>([
    ...belowQuestions(content, byPath.get(questionsPage) ?? []),
    ...byPath,
    [everythingPage, anchorsOfEverything(content, byPath)],
    [searchPage, []],
    [thisSitePage, anchorsOfThisSite],
    ...(openPointsOf(content).length > 0 ? [[draftPage, []] as const] : []),
  ]);
};

/** An address with its percent signs read; as it is where they cannot be. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
