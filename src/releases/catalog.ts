import type { Version } from "./releases.ts";

/** A text, and where it is to be had; with the path of the page before, if it moved with this text. */
export interface Text extends Pick<Version, "path" | "sha256" | "from"> {
  readonly title: string;
  /** The path of its Markdown; empty where the page is gone. */
  readonly file: string;
}

/** The path of the page that shows a text, which stands beside its Markdown. */
export const addressOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);

/** A text that was published, as those look it up who do not have it. */
export interface Published extends Text, Pick<Version, "date" | "holdsFrom" | "isDraft"> {
  /** The day on which another took its place, or the page was removed; not there for the latest. */
  readonly until?: string;
}

/** What was published, in a file that browsers fetch. */
export interface Catalog {
  /** The days of the releases, the earliest first. */
  readonly days: readonly string[];
  /** The earliest first. */
  readonly published: readonly Published[];
  /** What no release has yet; known once the site is built. */
  readonly unreleased?: readonly Text[];
}

/** Stands for a day: the site as it is. */
export const now = "now";

/** Whether a text was published: another is of the site as it is. */
export const isPublished = (text: Text): text is Published => "date" in text;

/** The text in whose place another was published, at the path that the page had; undefined if none was. */
const replacedBy = (text: Text, published: readonly Published[] = []): Published | undefined =>
  published.find(({ until }) => until === (isPublished(text) ? text.date : undefined));

/** Where the page was led on to that had a text; undefined where it was not. */
export const movedTo = (
  { path, until }: Published,
  published: readonly Published[],
): string | undefined => published.find(({ from, date }) => from === path && date === until)?.path;

/** The paths of a page: one that it has or had, and all to and from which it moved. */
export const pathsOf = (
  { published, unreleased = [] }: Pick<Catalog, "published" | "unreleased">,
  path: string,
): Set<string> => {
  const moves = [...published, ...unreleased].flatMap(({ path: to, from }) =>
    from === undefined ? [] : [[from, to] as const],
  );
  const paths = new Set([path]);
  for (let known = 0; known < paths.size;) {
    known = paths.size;
    for (const move of moves)
      if (move.some((end) => paths.has(end))) move.forEach((end) => paths.add(end));
  }
  return paths;
};

/** A page that says something else on two days, or elsewhere; on one of them, it may not have been there. */
export interface Differing {
  /** The later of its paths. */
  readonly path: string;
  readonly title: string;
  readonly before: Text | undefined;
  readonly after: Text | undefined;
}

const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The paths of all pages that were ever there, with their latest titles, in the order of the paths. */
export const pagesIn = ({ published, unreleased = [] }: Catalog): Map<string, string> =>
  new Map(
    [...published, ...unreleased.filter(({ file }) => file !== "")]
      .map(({ path, title }) => [path, title] as const)
      .sort(([one], [other]) => inOrder(one, other)),
  );

/** Titles of pages by their paths, to choose from: with the path where several have the same. */
export const toldApart = (
  pages: ReadonlyMap<string, string>,
): (readonly [path: string, title: string])[] => {
  const byTitle = Map.groupBy(pages.values(), (title) => title);
  return [...pages].map(([path, title]) => [
    path,
    byTitle.get(title)?.length === 1 ? title : `${title} (${path})`,
  ]);
};

/**
 * The pages that differ between two days, in the order of their paths. A page that moved is one, and
 * so is one that came back to its path.
 * @param from the earlier of the days: of a release
 * @param to the later: of a release, or now
 */
export const differingPages = (catalog: Catalog, from: string, to: string): Differing[] => {
  const byPath = Map.groupBy(catalog.published, ({ path }) => path);
  const on =
    (day: string) =>
    (path: string): Text | undefined => {
      const current = catalog.unreleased?.find((text) => text.path === path);
      if (day === now && current) return current.file === "" ? undefined : current;
      return byPath
        .get(path)
        ?.find(({ date, until }) =>
          day === now ? until === undefined : date <= day && (until === undefined || until > day),
        );
    };
  const [earlier, later] = [on(from), on(to)];
  /** What a page said on the earlier day, wherever it was. */
  const origin = (text: Text): Text | undefined => {
    if (isPublished(text) && text.date <= from) return text;
    const before = replacedBy(text, byPath.get(text.from ?? text.path));
    return before && origin(before);
  };
  const paths = [...pagesIn(catalog).keys()];
  const pairs = paths.flatMap((path) => {
    const after = later(path);
    return after ? [{ after, before: origin(after) }] : [];
  });
  const known = new Set(pairs.map(({ before }) => before?.path));
  const apart = (path: string) => (known.has(path) ? undefined : earlier(path));
  const remained = pairs.map(({ after, before }) => ({
    after,
    before: before ?? apart(after.path),
  }));
  const gone = paths
    .filter((path) => !later(path))
    .map((path) => ({ before: apart(path), after: undefined }));
  return [...remained, ...gone]
    .filter(({ before, after }) => before?.sha256 !== after?.sha256 || before?.path !== after?.path)
    .flatMap(({ before, after }) => {
      const text = after ?? before;
      return text ? [{ path: text.path, title: text.title, before, after }] : [];
    })
    .sort((one, other) => inOrder(one.path, other.path));
};
