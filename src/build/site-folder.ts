import { contentFolder, siteFolder } from "../environment.ts";
import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";

/** Folders of the project that the site's folder can neither be in nor contain. */
const reserved = ["src", "public", "tests", "starter", "node_modules", ".git", contentFolder];

/** Files and folders that a built site has, or one whose build was interrupted. */
const signsOfSite = ["404.html", "_astro", ".prerender"];

const isWithin = (inner: string, outer: string) => {
  const path = relative(outer, inner);
  return !path.startsWith("..") && !isAbsolute(path);
};

/**
 * Says why the site cannot be built into its folder, which the build empties first.
 * @returns a sentence, or undefined if it can
 */
export const siteFolderError = (): string | undefined => {
  const folder = resolve(siteFolder);
  const inTheWay = reserved.find(
    (name) => isWithin(resolve(name), folder) || isWithin(folder, resolve(name)),
  );
  if (inTheWay !== undefined)
    return `DIST_DIR cannot be "${siteFolder}": it would be emptied, and ${inTheWay} is there; name another folder, as in: DIST_DIR=another-dist`;
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory())
    return `DIST_DIR cannot be "${siteFolder}", which is a file; name a folder, as in: DIST_DIR=another-dist`;
  const isOurs =
    readdirSync(folder).length === 0 || signsOfSite.some((name) => existsSync(join(folder, name)));
  return isOurs
    ? undefined
    : `"${siteFolder}" would be emptied, and what is in it is no site that was built here; empty it yourself, or name another folder in DIST_DIR`;
};
