import { contentFolder } from "../environment.ts";
import { nearest } from "../parse/nearest.ts";
import { releasesFolder, type ReleaseFolder } from "../parse/releases.ts";
import { day } from "../schemas/fields.ts";
import { releaseKinds, type ReleaseKind } from "../schemas/release.ts";
import {
  filesOfRelease,
  firstDay,
  refusals,
  type BuiltText,
  type NewRelease,
  type Terms,
} from "./new-release.ts";
import { releasesOf, type Releases } from "./releases.ts";
import { writeRelease } from "./write-release.ts";

/** A release as somebody asks for it, in the words that were typed. */
export interface Wanted {
  readonly summary: string;
  readonly kind: string;
  /** Left out where it holds as soon as it can. */
  readonly effective: string | undefined;
  readonly isDraft: boolean;
}

/** A release that is asked for, without the pages that it would keep. */
interface Asked extends Omit<NewRelease, "pages" | "effective"> {
  /** Undefined where it holds as soon as it can. */
  readonly effective: string | undefined;
}

/** What a content holds a release to, the ids that it answers for, and where its pages were. */
export interface TermsOfContent extends Terms {
  readonly ids: ReadonlySet<string>;
  /** The paths that a page had before, by its path. */
  readonly formerly: ReadonlyMap<string, readonly string[]>;
}

/** A release that can be made, unless it is refused. */
export interface Prepared {
  /** The folders of the releases there are. */
  readonly folders: readonly ReleaseFolder[];
  readonly asked: NewRelease;
  readonly releases: Releases;
  /** Why it cannot be made: sentences that say what to do instead; none if it can. */
  readonly refused: readonly string[];
}

const isKind = (kind: string): kind is ReleaseKind => releaseKinds.some((known) => known === kind);

/**
 * What is asked for.
 * @param date of today
 * @returns a sentence if it cannot be understood
 */
export const readWanted = (wanted: Wanted, date: string): Asked | string => {
  const { kind, effective, isDraft } = wanted;
  if (!isKind(kind)) {
    const meant = nearest(kind, releaseKinds);
    return `--kind cannot be "${kind}"; ${meant === undefined ? `write one of: ${releaseKinds.join(", ")}` : `did you mean ${meant}?`}`;
  }
  const summary = wanted.summary.trim().replaceAll(/\s+/g, " ");
  if (summary === "")
    return 'A release says what changed; write it like this: --summary "We keep less."';
  if (effective !== undefined && !day("").safeParse(effective).success)
    return `--effective cannot be "${effective}"; write a day like this: --effective=${date}`;
  return { date, summary, kind, effective, isDraft };
};

/**
 * Holds a release against what was published and what the content asks of it.
 * @param folders of the releases there are
 * @param built the texts of the built site, of whose ids those are kept that the content answers for
 */
export const prepareRelease = (
  folders: readonly ReleaseFolder[],
  asked: Asked,
  { ids: known, formerly, ...terms }: TermsOfContent,
  built: ReadonlyMap<string, BuiltText>,
): Prepared => {
  const releases = releasesOf(folders);
  const pages = new Map(
    [...built].map(([path, { text, ids }]) => [
      path,
      { text, ids: ids.filter((id) => known.has(id)), formerly: formerly.get(path) ?? [] },
    ]),
  );
  const texts = { ...asked, pages };
  const release = { ...texts, effective: asked.effective ?? firstDay(releases, texts) };
  return { folders, asked: release, releases, refused: refusals(releases, release, terms) };
};

/**
 * Writes a release that is not refused.
 * @returns what was done, in a sentence
 */
export const publish = async ({ asked, releases }: Prepared): Promise<string> => {
  await writeRelease(contentFolder, asked.date, filesOfRelease(releases, asked));
  return `Wrote ${contentFolder}/${releasesFolder}/${asked.date}/; commit it. The next build publishes it.`;
};
