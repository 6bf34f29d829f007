import { reviewedFile } from "../../parse/files.ts";
import { releasesFolder } from "../../parse/releases.ts";
import { changesOf, type Change, type Versions } from "./changes.ts";
import { canBeUndone, stampOf } from "./comparison.ts";
import { withMoves } from "./moves.ts";

/** Files that have changed together: those of a release, and every other by itself. */
export interface Group {
  /** The path of the file, or of the folder of the release; of a file that has moved, both. */
  readonly name: string;
  readonly files: readonly { readonly file: string; readonly stamp: string }[];
  readonly changes: readonly Pick<Change, "key" | "sentence" | "before" | "after">[];
  /** The file as it is undone; undefined where nothing in it can be. */
  readonly undo: { readonly file: string; readonly stamp: string } | undefined;
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

const stamped = (versions: Versions) => ({ file: versions.file, stamp: stampOf(versions) });

const nameOfGroup = ({ file, from }: Versions): string =>
  folderOfRelease.exec(file)?.[0] ?? (from === undefined ? file : `${from} → ${file}`);

/** Changed files as they are shown and proposed. */
export const grouped = (changed: readonly Versions[]): readonly Group[] =>
  [...Map.groupBy(withMoves(changed), nameOfGroup)].map(([name, files]) => {
    const [first] = files;
    const own = files.flatMap(({ file, from }) => [file, from]);
    return {
      name,
      files: changed.filter(({ file }) => own.includes(file)).map(stamped),
      changes: changesIn(name, files),
      undo: first && files.length === 1 && canBeUndone(first) ? stamped(first) : undefined,
      isKept: name === reviewedFile,
    };
  });
