import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeContent } from "./contents.ts";
import { costOf, type Cost } from "./process-tree.ts";

export interface BuildCost {
  /** Of `npm run check`. */
  readonly check: Cost;
  /** Of what follows it in `npm run build`. */
  readonly astro: Cost;
}

const folderOf = (count: number) => join(".bench", String(count));

const siteIn = (folder: string) => join(folder, "dist");

const made = new Set<number>();

/** Builds the released content with so many questions, with nothing left of builds before. */
export const build = async (count: number): Promise<BuildCost> => {
  const folder = folderOf(count);
  const content = join(folder, "content");
  /* Where astro.config.mjs keeps what it has read of a content. */
  const known = join("node_modules/.astro", content.replaceAll(/\W+/g, "-"));
  for (const stale of [folder, known]) rmSync(stale, { recursive: true, force: true });
  writeContent(content, count);
  const environment = { CONTENT_DIR: content, DIST_DIR: siteIn(folder) };
  const check = await costOf(["src/cli/check.ts"], environment);
  const astro = await costOf(["node_modules/astro/bin/astro.mjs", "build"], environment);
  made.add(count);
  return { check, astro };
};

/** The folder of the site with so many questions, built in this run. */
export const siteWith = async (count: number): Promise<string> => {
  if (!made.has(count)) await build(count);
  return siteIn(folderOf(count));
};
