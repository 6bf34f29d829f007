import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "@playwright/test";

/** When each file in a folder was written; the paths of folders end in a slash. */
const timesIn = (folder: string): Map<string, number> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isDirectory()
        ? [`${relative(folder, path)}/`, 0]
        : [relative(folder, path), statSync(path).mtimeMs];
    }),
  );

/**
 * A copy of a content folder for the tests of a file, each of which may change it as it likes: after
 * each, what it has changed is put back, which takes a fraction of copying the whole.
 * @param parent the folder in which the copy is made
 * @returns a function that gives the path of the copy
 */
export const copyForTests = (source: string, parent: string): (() => string) => {
  let copy = "";
  let untouched = new Map<string, number>();

  test.beforeAll(() => {
    mkdirSync(parent, { recursive: true });
    copy = mkdtempSync(join(parent, "content-"));
    cpSync(source, copy, { recursive: true });
    untouched = timesIn(copy);
  });

  test.afterEach(() => {
    mkdirSync(copy, { recursive: true });
    const now = timesIn(copy);
    for (const path of now.keys())
      if (!untouched.has(path)) rmSync(join(copy, path), { recursive: true, force: true });
    for (const [path, time] of untouched) {
      if (now.get(path) === time) continue;
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(source, path), join(copy, path), { recursive: true });
      untouched.set(path, path.endsWith("/") ? 0 : statSync(join(copy, path)).mtimeMs);
    }
  });

  test.afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  return () => copy;
};
