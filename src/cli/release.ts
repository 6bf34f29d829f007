import { spawnSync } from "node:child_process";
import { termsOf } from "../check/releases/terms.ts";
import { buildDay, siteFolder } from "../environment.ts";
import { builtTexts } from "../releases/built-texts.ts";
import { refusalOfDay } from "../releases/new-release.ts";
import { prepareRelease, publish, readWanted } from "../releases/prepare-release.ts";
import { readPublished } from "../releases/published.ts";
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

/** Today, as the environment has it. */
const today = (): string => {
  try {
    return buildDay();
  } catch (error) {
    return exitWithError((error as Error).message);
  }
};

const { summary, kind, effective, draft, built } = values;
const asked = readWanted({ summary, kind, effective, isDraft: draft }, today());
if (typeof asked === "string") exitWithError(asked);
else {
  const content = await printCheck(false);
  if (content) {
    const build = built
      ? undefined
      : spawnSync(process.execPath, ["src/cli/build.ts"], { stdio: "inherit" });
    if (build && build.status !== 0) exitWithError("Nothing was released.");
    const terms = termsOf(content);
    const prepared = prepareRelease(content.releases, asked, terms, builtTexts(siteFolder));
    const { refused } = prepared;
    if (refused.length > 0) exitWithError([...refused, "Nothing was released."].join("\n"));
    try {
      process.stdout.write(`${await publish(prepared)}\n`);
    } catch (error) {
      /* The desk may have published one just now. */
      const reason =
        refusalOfDay(await readPublished(), asked.date) ??
        `The release cannot be written: ${(error as Error).message}.`;
      exitWithError(`${reason}\nNothing was released.`);
    }
  }
}
