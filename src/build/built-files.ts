import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The paths of all files of a built site, from its folder and with slashes, in order.
 * @param ending of the files that are meant, such as `.html`; without it, all are
 */
export const builtFiles = (folder: string, ending = ""): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .sort();

/** With more pages than this, a site is large. */
const large = 100;

/** Whether a site has so many pages among its files that each must be done quickly. */
export const isLarge = (files: readonly string[]): boolean =>
  files.filter((file) => file.endsWith(".html")).length > large;
