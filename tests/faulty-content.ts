import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const fixtures = join(import.meta.dirname, "fixtures");
const broken = join(fixtures, "broken");

/** What the check is expected to say of the files of a faulty folder stands beside them. */
const expectation = "expected.txt";

/** A centre without a fault that no edit of the content changes. */
export const sound = join(fixtures, "sound");

/** The names of the folders whose files each bring a fault into the sound centre. */
export const faults: readonly string[] = readdirSync(broken);

/** Lays the files of a faulty folder over the centre in `folder`, and returns their paths. */
export const spoil = (folder: string, fault: string): string[] => {
  const source = join(broken, fault);
  cpSync(source, folder, {
    recursive: true,
    filter: (path) => path !== join(source, expectation),
  });
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)))
    .filter((path) => path !== expectation);
};

/** The lines that the check is expected to say of a fault, in a folder called `content`. */
export const expectedOf = (fault: string): string[] =>
  readFileSync(join(broken, fault, expectation), "utf8")
    .trimEnd()
    .split("\n");
