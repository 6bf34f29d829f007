import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { writeContent } from "./contents.ts";
import { costOf, type Cost } from "./process-tree.ts";

const folderOf = (count: number) => join(".bench", String(count));

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

/** Builds the released content with so many questions, with nothing left of builds before. */
export const build = async (count: number): Promise<Cost> => {
  const folder = folderOf(count);
  const content = contentWith(count);
  /* Where astro.config.mjs keeps what it has read of a content. */
  const known = join("node_modules/.astro", content.replaceAll(/\W+/g, "-"));
  mkdirSync(aside, { recursive: true });
  for (const stale of [folder, known].filter(existsSync))
    renameSync(stale, join(aside, basename(stale)));
  writeContent(content, count);
  const environment = { CONTENT_DIR: content, DIST_DIR: siteIn(folder) };
  const cost = await costOf(command, environment);
  rmSync(aside, { recursive: true });
  made.add(count);
  return cost;
};

/** The folder of the site with so many questions, built in this run. */
export const siteWith = async (count: number): Promise<string> => {
  if (!made.has(count)) await build(count);
  return siteIn(folderOf(count));
};
