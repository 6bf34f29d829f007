import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { markedTextOf } from "../store/files.ts";

/** The texts of content files as they stand on the disk, with their marks. */
export interface Texts {
  readonly texts: ReadonlyMap<string, string>;
  /** The files in whose place is a link, a folder, or what may not be read. */
  readonly unread: readonly string[];
}

const isAbsent = (reason: unknown): boolean =>
  reason instanceof Error &&
  "code" in reason &&
  (reason.code === "ENOENT" || reason.code === "ENOTDIR");

/** Reads content files. What a link leads to may be none of the content, and must not be proposed. */
export const readTexts = async (folder: string, files: readonly string[]): Promise<Texts> => {
  const root = await realpath(folder);
  const texts = new Map<string, string>();
  const unread: string[] = [];
  for (const file of files) {
    const path = join(root, file);
    try {
      if ((await realpath(path)) === path) texts.set(file, markedTextOf(await readFile(path)));
      else unread.push(file);
    } catch (reason) {
      if (!isAbsent(reason)) unread.push(file);
    }
  }
  return { texts, unread };
};
