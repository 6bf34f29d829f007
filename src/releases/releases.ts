import type { ReleaseFolder } from "../parse/releases.ts";
import type { ReleaseManifest } from "../schemas/release.ts";

/** A release: what its manifest says, and its day. */
export interface Release extends ReleaseManifest {
  readonly date: string;
}

/** A page as it stood from a release on. */
export interface Version {
  readonly path: string;
  /** The day of the release that published it. */
  readonly date: string;
  /** The first day on which it holds. */
  readonly holdsFrom: string;
  /** Whether no release has confirmed it. */
  readonly isDraft: boolean;
  /** Its Markdown; undefined where the page was removed. */
  readonly text: string | undefined;
  /** That of its text; empty where the page was removed. */
  readonly sha256: string;
  /** Where the page was before, if it moved with the release. */
  readonly from?: string | undefined;
  /** What could be linked to. */
  readonly ids: readonly string[];
}

/** What was published, and when. */
export interface Releases {
  /** The earliest first. */
  readonly all: readonly Release[];
  /** The versions of each page, by its path, the earliest first. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
}

const later = (one: string, other: string) => (one > other ? one : other);

/** All releases as one model. What is not well formed is left out; the check names it. */
export const releasesOf = (
  folders: readonly Pick<ReleaseFolder, "date" | "manifest" | "texts">[],
): Releases => {
  const all: Release[] = [];
  const versions = new Map<string, Version[]>();
  for (const { date, manifest, texts } of folders) {
    if (!manifest) continue;
    all.push({ ...manifest, date });
    for (const own of versions.values()) {
      const last = own.at(-1);
      if (last?.isDraft && !manifest.draft) own[own.length - 1] = { ...last, isDraft: false };
    }
    const add = (path: string, version: Pick<Version, "text" | "sha256" | "from" | "ids">) => {
      const own = versions.get(path) ?? [];
      const before = own.at(-1) ?? versions.get(version.from ?? "")?.at(-1);
      versions.set(path, own);
      own.push({
        path,
        date,
        /* What follows a text that does not hold yet cannot hold before it. */
        holdsFrom: later(manifest.effective, before?.holdsFrom ?? ""),
        isDraft: manifest.draft,
        ...version,
      });
    };
    for (const [path, { sha256, from, ids }] of Object.entries(manifest.texts))
      add(path, {
        text: texts.get(path) ?? "",
        ...{ sha256, from },
        ids: ids ?? versions.get(path)?.at(-1)?.ids ?? [],
      });
    for (const path of manifest.removed) add(path, { text: undefined, sha256: "", ids: [] });
  }
  return { all, versions };
};

/** The latest version of a page that was published by a day; undefined if there is none. */
export const publishedBy = (
  { versions }: Releases,
  path: string,
  day: string,
): Version | undefined => versions.get(path)?.findLast(({ date }) => date <= day);

/** The version of a page that holds on a day; undefined if none does. */
export const inForceOn = ({ versions }: Releases, path: string, day: string): Version | undefined =>
  versions.get(path)?.findLast(({ holdsFrom }) => holdsFrom <= day);

/** The version of a page before another: where the page moved from, if it did. */
export const versionBefore = (
  { versions }: Releases,
  { path, from = path, date }: Version,
): Version | undefined => versions.get(from)?.findLast((version) => version.date < date);

/** The version of a page at another path to which it moved with a release, by that it was removed with. */
export const movedTo = ({ versions }: Releases, removed: Version): Version | undefined =>
  removed.text !== undefined
    ? undefined
    : [...versions.values()]
        .flat()
        .find(({ from, date }) => from === removed.path && date === removed.date);

/** The latest version of a page: where it has moved to, if it has. */
export const latestOf = (releases: Releases, path: string): Version | undefined => {
  const last = releases.versions.get(path)?.at(-1);
  const moved = last && movedTo(releases, last);
  return moved ? latestOf(releases, moved.path) : last;
};

/** The versions of a page, the earliest first, with those at the paths that it had before. */
const lineOf = ({ versions }: Releases, path: string): readonly Version[] => {
  const own = versions.get(path) ?? [];
  const [first] = own;
  const before = versions.get(first?.from ?? "") ?? [];
  /* A page was somewhere before it moved: what says otherwise was not written by a release. */
  if (!first || !before[0] || before[0].date >= first.date) return own;
  const line = lineOf({ all: [], versions }, before[0].path);
  return [...line.filter(({ date }) => date < first.date), ...own];
};

/** The version of a page after another. */
export const versionAfter = ({ versions }: Releases, version: Version): Version | undefined =>
  versions.get(version.path)?.find(({ date }) => date > version.date);

/** A version and the days on which it holds: from the first on until, without it, the last. */
export interface Term {
  readonly version: Version;
  readonly from: string;
  /** Undefined while no later version takes its place. */
  readonly until: string | undefined;
}

/**
 * The days on which a version holds. What was published later does not hold earlier, so the next one
 * takes its place.
 * @returns undefined if another takes its place before it holds
 */
export const termOf = (releases: Releases, version: Version): Term | undefined => {
  const until = versionAfter(releases, version)?.holdsFrom;
  return until === version.holdsFrom ? undefined : { version, from: version.holdsFrom, until };
};

/** The versions of a page that hold from a day on, until the last does: none if that holds already. */
export const termsUntilLast = (releases: Releases, path: string, day: string): Term[] =>
  lineOf(releases, path)
    .flatMap((version) => termOf(releases, version) ?? [])
    .filter(
      ({ version, until }) => version.text !== undefined && until !== undefined && until > day,
    );

/** The versions of all pages that were published by a day and hold later, in the order of their paths. */
export const toComeOn = ({ versions }: Releases, day: string): Version[] =>
  [...versions.values()]
    .flatMap((own) => {
      const known = own.filter(({ date }) => date <= day);
      return known.filter(
        ({ holdsFrom }, at) => holdsFrom > day && known[at + 1]?.holdsFrom !== holdsFrom,
      );
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/**
 * The days for which it is listed what was in force: those of releases, and those by now from which
 * one holds.
 */
export const daysOf = ({ all }: Releases, today: string): string[] =>
  [
    ...new Set(
      all.flatMap(({ date, effective }) => [date, ...(effective <= today ? [effective] : [])]),
    ),
  ].sort();

/** The title that a page had last. */
export const lastTitle = ({ versions }: Releases, path: string): string =>
  titleOf(versions.get(path)?.findLast(hasTitle) ?? { path, text: "" });

const title = /^# (.+)$/m;

/** Whether a text has a heading of the first rank. */
export const hasTitle = ({ text = "" }: Pick<Version, "text">): boolean => title.test(text);

/** The title of a text: its heading of the first rank, or else the path of its page. */
export const titleOf = ({ path, text = "" }: Pick<Version, "path" | "text">): string =>
  title.exec(text)?.[1]?.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, "") ?? path;
