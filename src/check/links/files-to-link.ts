import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ownFiles } from "../../centre/addresses.ts";

/** The folder whose files the site has as they are. */
export const publicFolder = "public";

/** Whether a host sends no such file: its name, or that of a folder, begins with a dot (RFC 8615). */
const isHidden = (path: string) => /\/\.(?!well-known\/)/.test(path);

/** The paths on the site of the files in a folder that are put there as they are. */
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

/** Files that one can link to: those of the site's own, and those that are put there as they are. */
export const filesToLink = (): string[] => [...ownFiles, ...filesIn(publicFolder)];
