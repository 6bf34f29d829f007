import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathOfBuilt } from "../centre/addresses.ts";
import { tagsClosed } from "../components/markup.ts";
import { builtFiles } from "../hosting/built-files.ts";
import { isRedirect } from "../hosting/moved.ts";
import { idleScripts } from "./idle-scripts.ts";
import { indexedPage, type IndexedPage } from "./passages.ts";

/** The pages of a site as Astro has built them. Names of files are relative to its folder. */
export interface BuiltPages {
  readonly names: readonly string[];
  /** Those that only lead on: they are not indexed, and too small to compress. */
  readonly redirects: readonly string[];
  /** What the search finds on them, in the order of their names. */
  readonly indexed: readonly IndexedPage[];
}

/**
 * Reads each page of a built site once: what is on it for the search, and which scripts it runs; those
 * that none does are removed. Its tags then end at their first ">", as later steps read them.
 * @param folder of the built site
 */
export const readPages = (folder: string): BuiltPages => {
  const scripts = idleScripts(folder);
  const names: string[] = [];
  const redirects: string[] = [];
  const indexed: IndexedPage[] = [];
  for (const name of builtFiles(folder, ".html")) {
    const built = readFileSync(join(folder, name), "utf8");
    const html = tagsClosed(built);
    if (html !== built) writeFileSync(join(folder, name), html);
    scripts.reach(html);
    (isRedirect(html) ? redirects : names).push(name);
    const page = isRedirect(html) ? undefined : indexedPage(html, `/${pathOfBuilt(name)}`);
    if (page) indexed.push(page);
  }
  scripts.remove();
  return { names, redirects, indexed };
};
