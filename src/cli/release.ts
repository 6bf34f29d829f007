import { spawnSync } from "node:child_process";
import { openPointsOf } from "../check/facts/open-points.ts";
import { addressesOf } from "../check/links/link-targets.ts";
import { pagePath } from "../centre/addresses.ts";
import { buildDay, contentFolder, siteFolder } from "../environment.ts";
import type { Content } from "../parse/content.ts";
import { nearest } from "../parse/nearest.ts";
import { releasesFolder } from "../parse/releases.ts";
import { builtTexts } from "../releases/built-texts.ts";
import { filesOfRelease, firstDay, refusals, type BuiltText } from "../releases/new-release.ts";
import { releasesOf } from "../releases/releases.ts";
import { writeRelease } from "../releases/write-release.ts";
import { day } from "../schemas/fields.ts";
import { releaseKinds, type ReleaseKind } from "../schemas/release.ts";
import { exitWithError, readCommandLine } from "./command-line.ts";
import { printCheck } from "./print-check.ts";

/**
 * `npm run release -- --summary "…" [--kind substantive|editorial] [--effective YYYY-MM-DD] [--draft]
 * [--built]`: publishes a version. Builds the site, unless `--built` says that it was just built, and
 * keeps the text of every page that is new or changed under `releases/` in the content folder.
 */

const { values } = readCommandLine({
  options: {
    summary: { type: "string", default: "" },
    kind: { type: "string", default: "substantive" },
    effective: { type: "string" },
    draft: { type: "boolean", default: false },
    built: { type: "boolean", default: false },
  },
});

const isKind = (kind: string): kind is ReleaseKind => releaseKinds.some((known) => known === kind);

/** Today, as the environment has it. */
const today = (): string => {
  try {
    return buildDay();
  } catch (error) {
    return exitWithError((error as Error).message);
  }
};

const kindAsked = (): ReleaseKind => {
  const { kind } = values;
  if (isKind(kind)) return kind;
  const meant = nearest(kind, releaseKinds);
  return exitWithError(
    `--kind cannot be "${kind}"; ${meant === undefined ? `write one of: ${releaseKinds.join(", ")}` : `did you mean ${meant}?`}`,
  );
};

const date = today();
const kind = kindAsked();
const { effective, draft, built } = values;
const summary = values.summary.trim().replaceAll(/\s+/g, " ");
if (summary === "")
  exitWithError('A release says what changed; write it like this: --summary "We keep less."');
if (effective !== undefined && !day("").safeParse(effective).success)
  exitWithError(`--effective cannot be "${effective}"; write a day like this: --effective=${date}`);

/** The texts of the built site; of their ids those that the content answers for. */
const pagesOf = (content: Content): Map<string, BuiltText> => {
  const addresses = addressesOf(content);
  const known = new Set([...addresses.values()].flatMap((targets) => targets.map(({ id }) => id)));
  const former = new Map(
    content.prose.pages.map(({ id, data }) => [pagePath(id), data.formerly?.map(pagePath)]),
  );
  return new Map(
    [...builtTexts(siteFolder)].map(([path, { text, ids }]) => [
      path,
      { text, ids: ids.filter((id) => known.has(id)), formerly: former.get(path) ?? [] },
    ]),
  );
};

const content = await printCheck(false);
if (content) {
  const build = built
    ? undefined
    : spawnSync(process.execPath, ["src/cli/build.ts"], { stdio: "inherit" });
  if (build && build.status !== 0) exitWithError("Nothing was released.");
  const releases = releasesOf(content.releases);
  const texts = { date, isDraft: draft, pages: pagesOf(content) };
  const asked = { ...texts, summary, kind, effective: effective ?? firstDay(releases, texts) };
  const noticeDays = content.site.releases?.noticeDays ?? 0;
  const refused = refusals(releases, asked, {
    noticeDays,
    openPoints: openPointsOf(content).length,
  });
  if (refused.length > 0) exitWithError([...refused, "Nothing was released."].join("\n"));
  const files = filesOfRelease(releases, asked);
  await writeRelease(contentFolder, date, files);
  process.stdout.write(
    `Wrote ${contentFolder}/${releasesFolder}/${date}/; commit it. The next build publishes it.\n`,
  );
}
