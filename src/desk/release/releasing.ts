import { z } from "zod";
import { issuesOf } from "../../check/index.ts";
import { termsOf } from "../../check/releases/terms.ts";
import { buildDay, contentFolder, siteFolder } from "../../environment.ts";
import { readContent } from "../../parse/content.ts";
import { builtTexts } from "../../releases/built-texts.ts";
import { changedPages, figuresOfPages, type ChangedPage } from "../../releases/changed-pages.ts";
import type { Figure } from "../../releases/figures.ts";
import { refusalOfDay, withRelease } from "../../releases/new-release.ts";
import {
  prepareRelease,
  publish,
  readWanted,
  type Prepared,
} from "../../releases/prepare-release.ts";
import { releasesOf } from "../../releases/releases.ts";
import { turns } from "../store/files.ts";
import { Refusal } from "../store/refusal.ts";
import { isBuilt, startBuilding, type Building } from "./building.ts";

/** A release as the form asks for it. */
export const wantedShape = z.strictObject({
  summary: z.string(),
  kind: z.string(),
  effective: z.string(),
  isDraft: z.boolean(),
});

type Wanted = z.infer<typeof wantedShape>;

/** A page that a release would keep or remove. */
interface PageToRelease extends Pick<ChangedPage, "path" | "title"> {
  readonly change: "new" | "changed" | "removed";
  /** How many of its passages, rows and headings are others than they were. */
  readonly count: number;
}

/** What a release would publish, and what stands in its way. */
export interface ToRelease {
  readonly obstacles: readonly string[];
  readonly pages: readonly PageToRelease[];
  readonly figures: readonly Pick<Figure, "what" | "before" | "after">[];
}

/** What is wanted of the content as it is, where nothing stands in its way but what only pages tell. */
const askedOf = async ({ effective, ...wanted }: Wanted) => {
  const content = await readContent(contentFolder);
  const errors = issuesOf(contentFolder, content).filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Refusal(
      `the check finds ${errors.length === 1 ? "1 error" : `${String(errors.length)} errors`}, and what has errors cannot be published; mend what the desk names first`,
    );
  const asked = readWanted({ ...wanted, effective: effective || undefined }, buildDay());
  if (typeof asked === "string") throw new Refusal(asked);
  const releases = releasesOf(content.releases);
  /* The page offers none on a day that has one: this one came after it was loaded. */
  if (releases.all.at(-1)?.date === asked.date)
    throw new Refusal(
      `a version of ${asked.date} was just published, in another window or by somebody else; a day has one, so nothing else was published`,
    );
  const ofDay = refusalOfDay(releases, asked.date);
  if (ofDay !== undefined) throw new Refusal(ofDay);
  return { content, asked };
};

/** Builds the site for a release, unless it is already known that there can be none. */
export const buildFor = async (wanted: Wanted): Promise<Building> => {
  await askedOf(wanted);
  return startBuilding();
};

/** The release that is wanted, of the site as it was just built. */
const prepared = async (wanted: Wanted): Promise<Prepared> => {
  const { content, asked } = await askedOf(wanted);
  if (!(await isBuilt()))
    throw new Refusal(
      "the content has changed since the site was built; see again what would be released",
    );
  return prepareRelease(content.releases, asked, termsOf(content), builtTexts(siteFolder));
};

const pageToRelease = ({ path, title, version, before, changes }: ChangedPage): PageToRelease => ({
  ...{ path, title },
  change: version.text === undefined ? "removed" : before === undefined ? "new" : "changed",
  count: changes.filter(({ type }) => type !== "kept").length,
});

/** Says what a release would publish, and writes nothing. */
export const toRelease = async (wanted: Wanted): Promise<ToRelease> => {
  const { folders, releases, asked, refused } = await prepared(wanted);
  const release = withRelease(folders, releases, asked);
  const last = release.all.at(-1);
  const pages = last?.date === asked.date ? changedPages(release, last) : [];
  return {
    obstacles: refused,
    pages: pages.map(pageToRelease),
    figures: figuresOfPages(pages).map(({ what, before, after }) => ({ what, before, after })),
  };
};

const inTurn = turns();

/** Publishes a version, as `npm run release` does. */
export const releaseWanted = (wanted: Wanted): Promise<{ readonly said: string }> =>
  inTurn(async () => {
    const release = await prepared(wanted);
    if (release.refused.length > 0) throw new Refusal(release.refused.join(" "));
    try {
      return { said: await publish(release) };
    } catch (reason) {
      /* The command may have published one just now. */
      await askedOf(wanted);
      throw reason;
    }
  });
