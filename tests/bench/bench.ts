import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { measureBuild } from "./build.ts";
import { shippedQuestions } from "./contents.ts";
import { measureLoad } from "./load.ts";
import { measurePages } from "./pages.ts";
import { withReport } from "./report.ts";
import { occasion, parts, readResults, resultsFile, type Part, type Results } from "./results.ts";
import { measureSearch } from "./search.ts";
import { measureVisit } from "./visit.ts";

/**
 * `npm run bench [-- pages visit search build load] [--questions=28,1000,5000]`: measures the site on
 * this machine, all of it or the parts that are named, and writes the figures into
 * `docs/performance.md` and `results.json`. The site is built in `.bench/`, released. Other numbers of questions are for
 * trying it out: what they give is printed and kept nowhere.
 */
const page = resolve("docs/performance.md");

const write = async (path: string, text: string) => {
  const settings = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...settings, filepath: path }));
};

const { values, positionals } = parseArgs({
  options: { questions: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !parts.some((part) => part === name));
const counts = (values.questions ?? `${String(shippedQuestions)},1000,5000`).split(",").map(Number);
const fault =
  unknown !== undefined
    ? `"${unknown}" is not measured here; write some of: ${parts.join(", ")}`
    : counts.some((count) => !Number.isInteger(count) || count < shippedQuestions)
      ? `--questions cannot be "${values.questions ?? ""}"; write numbers from ${String(shippedQuestions)} on, as in: --questions=${String(shippedQuestions)},100`
      : undefined;
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}

const measure: { readonly [Name in Part]: () => Promise<unknown> } = {
  pages: measurePages,
  visit: measureVisit,
  search: () => measureSearch(counts),
  build: () => measureBuild(counts),
  load: measureLoad,
};

/* The build first: what it has built, the others use. */
const order: readonly Part[] = ["build", "search", "pages", "visit", "load"];
let results: Results = existsSync(resultsFile) ? readResults() : {};
for (const part of order.filter((name) => positionals.length === 0 || positionals.includes(name))) {
  const when = occasion();
  const figures = await measure[part]();
  if (typeof figures === "string") {
    process.stdout.write(`${part}: skipped. ${figures}\n`);
    continue;
  }
  process.stdout.write(`${part}: ${JSON.stringify({ ...when, figures }, undefined, 2)}\n`);
  if (values.questions !== undefined) continue;
  results = { ...results, [part]: { ...when, figures } };
  await write(resultsFile, JSON.stringify(results));
  await write(page, withReport(readFileSync(page, "utf8"), results));
}
