import { reviewedFile } from "../../parse/files.ts";
import { releasesFolder } from "../../parse/releases.ts";
import { changesOf, type Change, type Versions } from "./changes.ts";
import { canBeUndone, stampOf } from "./comparison.ts";

/** Files that have changed together: those of a release, and every other by itself. */
export interface Group {
  /** The path of the file, or of the folder of the release. */
  readonly name: string;
  readonly files: readonly { readonly file: string; readonly stamp: string }[];
  readonly changes: readonly Pick<Change, "key" | "sentence" | "before" | "after">[];
  readonly isUndoable: boolean;
  /** Whether the commands alone write it. */
  readonly isKept: boolean;
}

const folderOfRelease = new RegExp(`^${releasesFolder}/([^/]+)(?=/)`);

const told = (sentence: string): Group["changes"] => [
  { key: "", sentence, before: undefined, after: undefined },
];

const changesIn = (name: string, files: readonly Versions[]): Group["changes"] => {
  const [, release] = folderOfRelease.exec(`${name}/`) ?? [];
  if (release !== undefined) {
    const isNew = files.every(({ before }) => before === undefined);
    const isGone = files.every(({ after }) => after === undefined);
    return told(
      `The release of ${release} was ${isNew ? "added" : isGone ? "removed" : "changed"}`,
    );
  }
  return name === reviewedFile
    ? told("Kept by the commands: what was reviewed, and when")
    : files.flatMap(changesOf);
};

/** Changed files as they are shown and proposed. */
export const grouped = (changed: readonly Versions[]): readonly Group[] =>
  [...Map.groupBy(changed, ({ file }) => folderOfRelease.exec(file)?.[0] ?? file)].map(
    ([name, files]) => ({
      name,
      files: files.map((versions) => ({ file: versions.file, stamp: stampOf(versions) })),
      changes: changesIn(name, files),
      isUndoable: files.every(canBeUndone),
      isKept: name === reviewedFile,
    }),
  );
