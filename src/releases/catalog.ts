import type { Version } from "./releases.ts";

/** A text, and where it is to be had. */
export interface Text extends Pick<Version, "path" | "sha256"> {
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

/** The text of a page that had been published by a day; undefined if there was none. */
const textOn = (catalog: Catalog, path: string, day: string): Text | undefined => {
  const current = catalog.unreleased?.find((text) => text.path === path);
  if (day === now && current) return current.file === "" ? undefined : current;
  return catalog.published.find(
    ({ path: of, date, until }) =>
      of === path &&
      (day === now ? until === undefined : date <= day && (until === undefined || until > day)),
  );
};

/** A page that says something else on two days; on one of them, it may not have been there. */
export interface Differing {
  readonly path: string;
  readonly title: string;
  readonly before: Text | undefined;
  readonly after: Text | undefined;
}

/** The paths of all pages that were ever there, with their latest titles, in the order of the paths. */
export const pagesIn = ({ published, unreleased = [] }: Catalog): Map<string, string> =>
  new Map(
    [...published, ...unreleased.filter(({ file }) => file !== "")]
      .map(({ path, title }) => [path, title] as const)
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );

/**
 * The pages that differ between two days, in the order of their paths.
 * @param from the earlier of the days: of a release
 * @param to the later: of a release, or now
 */
export const differingPages = (catalog: Catalog, from: string, to: string): Differing[] =>
  [...pagesIn(catalog)].flatMap(([path, latest]) => {
    const [before, after] = [textOn(catalog, path, from), textOn(catalog, path, to)];
    return before?.sha256 === after?.sha256
      ? []
      : [{ path, title: after?.title ?? before?.title ?? latest, before, after }];
  });
