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
