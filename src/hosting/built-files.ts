import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The files of a built site, sorted, as paths relative to its folder with forward slashes.
 * @param ending of the file names to list, such as `.html`; every file by default
 */
export const builtFiles = (folder: string, ending = ""): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .sort();
