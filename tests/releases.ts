import { filesOfRelease, type NewRelease } from "../src/releases/new-release.ts";
import { releasesOf, type Releases } from "../src/releases/releases.ts";
import { writeRelease } from "../src/releases/write-release.ts";
import { readReleases } from "../src/parse/releases.ts";

/** The releases in a content folder, as one model. */
export const releasesIn = async (folder: string): Promise<Releases> =>
  releasesOf(await readReleases(folder));

/** A release that is asked for: an editorial one of today, but for what is given. */
export const asked = ({
  date,
  pages,
  formerly = {},
  ...given
}: Partial<Omit<NewRelease, "pages">> & {
  readonly date: string;
  /** The paths that pages had before. */
  readonly formerly?: Readonly<Record<string, readonly string[]>>;
  readonly pages: Readonly<Record<string, string | readonly [text: string, ...ids: string[]]>>;
}): NewRelease => ({
  date,
  summary: "What changed.",
  kind: "editorial",
  effective: date,
  isDraft: false,
  ...given,
  pages: new Map(
    Object.entries(pages).map(([path, page]) => {
      const [text = "", ...ids] = [page].flat();
      const former = formerly[path];
      return [path, { text, ids, ...(former && { formerly: former }) }];
    }),
  ),
});

/** Writes a release into a content folder. */
export const release = async (
  folder: string,
  given: Parameters<typeof asked>[0],
): Promise<void> => {
  const files = filesOfRelease(await releasesIn(folder), asked(given));
  await writeRelease(folder, given.date, files);
};
