import { extname } from "node:path";
import { splitProse } from "../../parse/front-matter.ts";
import { withLineEndsOf } from "../git/versions.ts";
import { formerlyOf } from "../steps/former.ts";
import { nameOf } from "../steps/move.ts";
import { isKnownFile } from "../store/files.ts";
import type { Versions } from "./changes.ts";

const unmarked = (text: string) => text.replace(/^\uFEFF/, "");

/** The lines of a text that say something of its own: of prose, those below the fields. */
const linesOf = ({ file, before, after }: Versions): readonly string[] => {
  const text = unmarked(before ?? after ?? "").replaceAll(/\r\n?/g, "\n");
  return (file.endsWith(".mdx") ? splitProse(text).body : text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
};

/** Which part of the longer of two texts is in the other as well, line by line: from 0 to 1. */
const shared = (gone: Versions, added: Versions): number => {
  const [one, other] = [linesOf(gone), linesOf(added)];
  const left = [...other];
  const same = one.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return same.length / Math.max(one.length, other.length, 1);
};

/** The least part that two texts share if one is the other in another place, as Git has it. */
const leastShared = 0.5;

/**
 * How likely it is that a file which is gone is now another: beyond doubt where that says so itself,
 * by what it was formerly, and otherwise by what their texts share.
 */
const likeness = (gone: Versions, added: Versions): number => {
  const [[folder, id], [into]] = [nameOf(gone.file), nameOf(added.file)];
  if (extname(gone.file) !== extname(added.file)) return 0;
  if (folder === into && formerlyOf(added.file, unmarked(added.after ?? "")).includes(id)) return 2;
  const part = shared(gone, added);
  return part > leastShared ? part : 0;
};

/** Changed files, with each that has moved as one: the file it is, and the one that it was. */
export const withMoves = (files: readonly Versions[]): readonly Versions[] => {
  const known = files.filter(({ file }) => isKnownFile(file));
  const gone = known.filter(({ after }) => after === undefined);
  const added = known.filter(({ before }) => before === undefined);
  const pairs = gone
    .flatMap((old) => added.map((now) => ({ old, now, likeness: likeness(old, now) })))
    .filter((pair) => pair.likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness);
  const [from, taken] = [new Map<Versions, Versions>(), new Set<Versions>()];
  for (const { old, now } of pairs)
    if (!from.has(now) && !taken.has(old)) {
      from.set(now, old);
      taken.add(old);
    }
  return files
    .filter((versions) => !taken.has(versions))
    .map((versions) => {
      const old = from.get(versions);
      return old?.before === undefined
        ? versions
        : { ...versions, from: old.file, before: withLineEndsOf(old.before, versions.after) };
    });
};
