import { changedPageAnchor, changePath } from "../centre/addresses.ts";
import type { Words } from "../words/index.ts";
import { blocksOf } from "./blocks.ts";
import { difference, type Change } from "./difference.ts";
import { distinctFigures, figuresOf, type Figure } from "./figures.ts";
import {
  hasTitle,
  movedTo,
  titleOf,
  versionBefore,
  type Release,
  type Releases,
  type Version,
} from "./releases.ts";

/** What a release did to a page. */
export interface ChangedPage {
  readonly path: string;
  readonly title: string;
  /** The version that the release published. */
  readonly version: Version;
  /** The version before it, maybe at another path; undefined where the page is new, or came back. */
  readonly before: Version | undefined;
  /** The version of the page that it moved to; undefined where it did not move away. */
  readonly movedTo: Version | undefined;
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
    movedTo: movedTo(releases, version),
    title: titleOf(before && !hasTitle(version) ? before : version),
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

/** The address of what a release changed on a page: of one that moved away, where it moved to. */
export const addressOfChange = ({ path, version, movedTo: moved }: ChangedPage): string =>
  `${changePath(version.date)}#${changedPageAnchor(moved?.path ?? path)}`;

/** The pages that are told of a release: one that moved is told where it is now. */
export const toldPages = (pages: readonly ChangedPage[]): ChangedPage[] =>
  pages.filter((page) => page.movedTo === undefined);

/** What is said of a page beside its changes, if anything. */
export const noteOn = (
  { version, before, changes, movedTo: moved }: ChangedPage,
  says: Words["redline"],
): string | undefined => {
  if (moved) return says.movedTo(moved.path);
  if (version.text === undefined) return says.removedPage;
  if (version.from !== undefined) return says.movedFrom(version.from);
  if (!before) return says.newPage;
  return changes.every(({ type }) => type === "kept") ? says.noWords : undefined;
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
