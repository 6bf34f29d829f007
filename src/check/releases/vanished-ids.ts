import {
  nameBelowQuestions,
  pagePath,
  pathOfFile,
  questionPath,
  questionsPage,
  statementPath,
} from "../../centre/addresses.ts";
import { contentFolder } from "../../environment.ts";
import type { Content } from "../../parse/content.ts";
import { error, top, type Issue } from "../../parse/issue.ts";
import { nearest } from "../../parse/nearest.ts";
import { releasesOf, type Version } from "../../releases/releases.ts";
import { typedInYaml } from "../../schemas/typed-in-yaml.ts";
import { longDate } from "../../words/formats.ts";
import { addressesOf } from "../links/link-targets.ts";

const named = ["pages", "statements"] as const;

/** The file of the page that is at a path now, by its own or a former id. */
const fileAt = ({ prose }: Content, path: string): string | undefined =>
  named
    .flatMap((name) =>
      prose[name].map(({ id, data }) => ({
        file: `${name}/${id}.mdx`,
        former: "formerly" in data ? (data.formerly ?? []) : [],
      })),
    )
    .find(({ file, former }) => pathOfFile(file) === path || former.map(pagePath).includes(path))
    ?.file;

/** What was published at a path, and the last release that published it. */
interface Published {
  readonly id: string;
  readonly date: string;
}

const publishedIds = (versions: readonly Version[]): Published[] => [
  ...new Map(
    versions.flatMap(({ ids, date }) => ids.map((id) => [id, { id, date }] as const)),
  ).values(),
];

/** The first name below the page of questions: a topic's or a question's. */
const nameIn = (path: string) => nameBelowQuestions(path)?.split("/")[0] || undefined;

/** The line that keeps what a page is gone, or the file that has to come back. */
const pageRemedy = (path: string): string => {
  const name = nameIn(path);
  if (name !== undefined)
    return `add to the front matter of the question that answers it now: formerly: [${name}]`;
  const id = path.split("/").at(-2) ?? "";
  return statementPath(id) === path
    ? `a statement that was published stays; put ${contentFolder}/statements/${id}.mdx back`
    : `add to the front matter of the page that says it now: formerly: [${id}]`;
};

/**
 * Addresses, and ids of headings, records and questions, that a release published and that lead
 * nowhere any more. What cannot be read may be the reason, and is an error by itself.
 */
const vanished = (content: Content): Issue[] => {
  const { releases, bodies, issues, placeOf } = content;
  if (releases.length === 0) return [];
  if (issues.some(({ severity }) => severity === "error")) return [];
  if (bodies.some((body) => body.issues.length > 0)) return [];
  const addresses = addressesOf(content);
  const idsAt = (path: string) => new Set(addresses.get(path)?.map(({ id }) => id));
  const onQuestions = idsAt(questionsPage);
  return [...releasesOf(releases).versions].flatMap(([path, versions]): Issue[] => {
    const last = versions.findLast(({ text }) => text !== undefined);
    if (!last) return [];
    const manifestPlace = ({ date }: { readonly date: string }, within: readonly string[]) => {
      const folder = releases.find((release) => release.date === date);
      return [folder?.file ?? "", folder?.yaml.placeOf(["texts", path, ...within]) ?? top] as const;
    };
    const name = nameIn(path);
    const isThere = addresses.has(name === undefined ? path : questionPath(name));
    const asPublished = ({ date }: Published) =>
      `was published on ${longDate("en", date)} and is gone`;
    if (!isThere)
      return [
        error(
          ...manifestPlace(last, []),
          `${path} ${asPublished({ id: "", date: last.date })}; ${pageRemedy(path)}`,
        ),
      ];
    const known = name === undefined ? idsAt(path) : onQuestions;
    const gone = publishedIds(versions).filter(({ id }) => !known.has(id));
    if (path.startsWith(questionsPage))
      return gone.map((id) =>
        error(
          ...manifestPlace(id, ["ids"]),
          `"#${id.id}" on ${path} ${asPublished(id)}; add to the front matter of the question that answers it now: formerly: [${id.id}]`,
        ),
      );
    const file = fileAt(content, path);
    return file === undefined
      ? []
      : gone.map((id) => {
          const meant = nearest(id.id, [...known]) ?? "the-id-that-says-it-now";
          return error(
            file,
            placeOf(file, ["formerIds"]),
            `"#${id.id}" ${asPublished(id)}; give it back its words, or add to the front matter: formerIds: ${typedInYaml({ [id.id]: meant })}`,
          );
        });
  });
};

/** Former ids that lead nowhere, or that something on the page still has. */
const faultyFormerIds = (content: Content): Issue[] => {
  const { prose, placeOf } = content;
  if (named.every((name) => prose[name].every(({ data }) => !data.formerIds))) return [];
  const addresses = addressesOf({ ...content, prose: withoutFormerIds(prose) });
  return named.flatMap((name) =>
    prose[name].flatMap(({ id, data }) => {
      const file = `${name}/${id}.mdx`;
      const known = (addresses.get(pathOfFile(file)) ?? []).map((target) => target.id);
      return Object.entries(data.formerIds ?? {}).flatMap(([old, current = ""]): Issue[] => {
        const place = placeOf(file, ["formerIds", old]);
        if (known.includes(old))
          return [
            error(
              file,
              place,
              `something on this page has the id "${old}"; delete it from "formerIds"`,
            ),
          ];
        if (known.includes(current)) return [];
        const meant = nearest(current, known);
        return [
          error(
            file,
            place,
            `nothing on this page has the id "${current}"; ${meant === undefined ? "write that of a heading or a row" : `did you mean "${meant}"?`}`,
          ),
        ];
      });
    }),
  );
};

const withoutFormerIds = ({ pages, faq, statements }: Content["prose"]): Content["prose"] => ({
  faq,
  pages: pages.map(({ id, data }) => ({ id, data: { ...data, formerIds: {} } })),
  statements: statements.map(({ id, data }) => ({ id, data: { ...data, formerIds: {} } })),
});

/** Ids that were published and are gone, and faults in what should lead on from them. */
export const vanishedIds = (content: Content): Issue[] => [
  ...vanished(content),
  ...faultyFormerIds(content),
];
