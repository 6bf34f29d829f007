import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { writeContent } from "./contents.ts";
import { costOf, type Cost } from "./process-tree.ts";
import { writeReleases } from "./releases.ts";

/** The folder of a content, by the number of its questions, and of its releases where it has some. */
const folderOf = (count: number, releases = 0) =>
  join(".bench", releases > 0 ? `${String(count)}-released` : String(count));

const siteIn = (folder: string) => join(folder, "dist");

/** The folder of the content with so many questions, once that was built. */
export const contentWith = (count: number): string => join(folderOf(count), "content");

/** What `npm run build` gives to Node. */
const command = (
  JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { build: string } }
).scripts.build
  .split(" ")
  .slice(1);

const made = new Set<number>();

/**
 * Where what is left of builds before waits until the next is done: some file systems are slow to
 * make files just after they have removed others.
 */
const aside = ".bench/before";

/**
 * Builds the content with so many questions, with nothing to confirm and nothing left of builds before.
 * @param releases how many it has, of the site without them, which is built already
 */
export const build = async (count: number, releases = 0): Promise<Cost> => {
  const site = releases > 0 ? await siteWith(count) : undefined;
  const folder = folderOf(count, releases);
  const content = join(folder, "content");
  /* Where astro.config.mjs keeps what it has read of a content. */
  const known = join("node_modules/.astro", content.replaceAll(/\W+/g, "-"));
  mkdirSync(aside, { recursive: true });
  for (const stale of [folder, known].filter(existsSync))
    renameSync(stale, join(aside, basename(stale)));
  writeContent(content, count);
  if (site !== undefined) writeReleases(content, site, releases);
  const environment = { CONTENT_DIR: content, DIST_DIR: siteIn(folder) };
  const cost = await costOf(command, environment);
  rmSync(aside, { recursive: true });
  if (releases === 0) made.add(count);
  return cost;
};

/** The folder of the site with so many questions, built in this run. */
export const siteWith = async (count: number): Promise<string> => {
  if (!made.has(count)) await build(count);
  return siteIn(folderOf(count));
};
