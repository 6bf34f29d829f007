import { contentFolder, siteFolder } from "../environment.ts";
import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";

/** Folders of the project in which, and around which, no site can be. */
const others = ["src", "public", "tests", "starter", "node_modules", ".git", contentFolder];

/** What every site that was built has, and one of which the build broke off. */
const ofSites = ["404.html", "_astro", ".prerender"];

const isWithin = (inner: string, outer: string) => {
  const way = relative(outer, inner);
  return !way.startsWith("..") && !isAbsolute(way);
};

/**
 * Why the site cannot be built into its folder, which is emptied first, as a sentence; nothing
 * where it can.
 */
export const faultOfSiteFolder = (): string | undefined => {
  const folder = resolve(siteFolder);
  const other = others.find(
    (one) => isWithin(resolve(one), folder) || isWithin(folder, resolve(one)),
  );
  if (other !== undefined)
    return `DIST_DIR cannot be "${siteFolder}": it would be emptied, and ${other} is there; name another folder, as in: DIST_DIR=another-dist`;
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory())
    return `DIST_DIR cannot be "${siteFolder}", which is a file; name a folder, as in: DIST_DIR=another-dist`;
  const isOurs =
    readdirSync(folder).length === 0 || ofSites.some((name) => existsSync(join(folder, name)));
  return isOurs
    ? undefined
    : `"${siteFolder}" would be emptied, and what is in it is no site that was built here; empty it yourself, or name another folder in DIST_DIR`;
};
