import { blocksOf } from "./blocks.ts";
import { difference, type Change } from "./difference.ts";
import { distinctFigures, figuresOf, type Figure } from "./figures.ts";
import { titleOf, versionBefore, type Release, type Releases, type Version } from "./releases.ts";

/** What a release did to a page. */
export interface ChangedPage {
  readonly path: string;
  readonly title: string;
  /** The version that the release published. */
  readonly version: Version;
  /** The version before it; undefined where the page is new, or came back. */
  readonly before: Version | undefined;
  /** Empty where the page is new or was removed. */
  readonly changes: readonly Change[];
  readonly figures: readonly Figure[];
}

const changedPage = (releases: Releases, version: Version): ChangedPage => {
  const earlier = versionBefore(releases, version);
  const before = earlier?.text === undefined ? undefined : earlier;
  const { path, text } = version;
  const changes =
    text === undefined || before?.text === undefined
      ? []
      : difference(blocksOf(before.text), blocksOf(text));
  return {
    ...{ path, version, before, changes },
    title: titleOf(text === undefined && before ? before : version),
    figures: figuresOf(changes),
  };
};

const known = new WeakMap<Release, readonly ChangedPage[]>();

/** What a release did to each page that it changed, in the order of their paths. */
export const changedPages = (releases: Releases, release: Release): readonly ChangedPage[] => {
  const pages =
    known.get(release) ??
    [...releases.versions.values()]
      .flatMap((versions) => versions.filter(({ date }) => date === release.date))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((version) => changedPage(releases, version));
  known.set(release, pages);
  return pages;
};

/** What releases did to a page, the earliest first, each with its release. */
export const changesOf = (
  releases: Releases,
  path: string,
): { readonly release: Release; readonly page: ChangedPage }[] =>
  releases.all.flatMap((release) =>
    changedPages(releases, release)
      .filter((page) => page.path === path)
      .map((page) => ({ release, page })),
  );

/** The figures that a release changed, each once, whatever pages show it. */
export const figuresOfPages = (pages: readonly ChangedPage[]): Figure[] =>
  distinctFigures(pages.flatMap(({ figures }) => figures));
