import {
  accessibilityPage,
  changedPageAnchor,
  changePath,
  changesPage,
  draftPage,
  embeddedAnchor,
  everythingPage,
  limitationAnchor,
  pagePath,
  pathOfFile,
  questionPath,
  questionsPage,
  searchPage,
  statementPart,
  statementPath,
  thisSitePage,
  thisSiteSections,
  topicPath,
} from "../../centre/addresses.ts";
import { sectionsOf } from "../../centre/accessibility.ts";
import type { Content } from "../../parse/content.ts";
import { openPointsOf } from "../facts/open-points.ts";
import { vocabulary } from "../../schemas/vocabulary.ts";
import { anchorsByPath, type Anchor } from "./anchors.ts";

/** Something that can be linked to, and where its words are written if they are in the content. */
type LinkTarget = Pick<Anchor, "id"> & Partial<Pick<Anchor, "words">>;

/** The paths of the site, each with what can be linked to there. */
export type Addresses = ReadonlyMap<string, readonly LinkTarget[]>;

/** Headings of the component that needs a script, which the page with everything leaves out. */
const scriptedHeadings: readonly string[] = Object.values(vocabulary).flatMap((word) =>
  "headings" in word && "page" in word ? word.headings : [],
);

/** The anchors on the page with everything: each part has its id, which prefixes the ids in it. */
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
          .filter(({ id }) => !scriptedHeadings.includes(id))
          .map(({ id, words }) => ({ id: embeddedAnchor(part, id), words })),
      ];
    }),
  );

/** The paths of topics and questions below the questions page, in every layout. */
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

/** The sections of the site's page about itself, whose words are not in the content. */
const anchorsOfThisSite: readonly LinkTarget[] = thisSiteSections.map((id) => ({ id }));

/** The sections of the statement on accessibility, and what not everybody can use. */
const anchorsOfAccessibility = (statement: NonNullable<Content["accessibility"]>): LinkTarget[] =>
  [
    ...sectionsOf(statement),
    ...(statement.limitations ?? []).map(({ id }) => limitationAnchor(id)),
  ].map((id) => ({ id }));

/** The ids that headings and rows of a page had, which its former addresses lead to as well. */
const formerTargets = ({ prose: { pages, statements } }: Content, path: string): LinkTarget[] =>
  [
    ...pages.map(({ id, data }) => ({ paths: [id, ...(data.formerly ?? [])].map(pagePath), data })),
    ...statements.map(({ id, data }) => ({ paths: [statementPath(id)], data })),
  ]
    .filter(({ paths }) => paths.includes(path))
    .flatMap(({ data }) => Object.keys(data.formerIds ?? {}).map((id) => ({ id })));

/** The pages that tell what changed: that of all releases, and one for each. */
const addressesOfReleases = ({ releases }: Content): [string, readonly LinkTarget[]][] => [
  ...(releases.length === 0
    ? []
    : [[changesPage, releases.map(({ date }) => ({ id: date }))] as [string, LinkTarget[]]]),
  ...releases.map(({ date, manifest }): [string, LinkTarget[]] => [
    changePath(date),
    [...Object.keys(manifest?.texts ?? {}), ...(manifest?.removed ?? [])].map((path) => ({
      id: changedPageAnchor(path),
    })),
  ]),
];

/** Every path of the site, with what can be linked to there. */
export const addressesOf = (content: Content): Addresses => {
  const anchors = anchorsByPath(content);
  const byPath = new Map(
    [...anchors].map(([path, own]) => [path, [...own, ...formerTargets(content, path)]] as const),
  );
  return new Map<string, readonly LinkTarget[]>([
    ...belowQuestions(content, anchors.get(questionsPage) ?? []),
    ...byPath,
    [everythingPage, anchorsOfEverything(content, anchors)],
    [searchPage, []],
    [thisSitePage, anchorsOfThisSite],
    ...(content.accessibility
      ? [[accessibilityPage, anchorsOfAccessibility(content.accessibility)] as const]
      : []),
    ...addressesOfReleases(content),
    ...(openPointsOf(content).length > 0 ? [[draftPage, []] as const] : []),
  ]);
};

/** An address with its percent-encoding decoded, or as it is if that is malformed. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
