import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ownFiles } from "../../centre/addresses.ts";

/** The folder whose files are published as they are. */
export const publicFolder = "public";

/** Whether hosts do not serve a file, because its name or that of a folder starts with a dot (RFC 8615). */
const isHidden = (path: string) => /\/\.(?!well-known\/)/.test(path);

/** The paths on the site of the files in a folder that is published as it is. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name).slice(folder.length).replaceAll("\\", "/"),
        )
        .filter((path) => !isHidden(path))
        .sort()
    : [];

/** Files that can be linked to: the site's own, and those published as they are. */
export const filesToLink = (): string[] => [...ownFiles, ...filesIn(publicFolder)];
