import { createHash, randomBytes } from "node:crypto";
import {
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { reviewedFile } from "../../parse/files.ts";
import {
  besideOf,
  byteOrderMark,
  codeOf,
  hashOf,
  inTurn,
  isKnownFile,
  placeOf,
  writeWhole,
} from "./files.ts";
import { Refusal } from "./refusal.ts";

/*
 * Steps that change several files: all of them or none. What the files were is kept outside the
 * content until the step is taken back, so that this works after a restart too, and without Git. What
 * a preview that was killed has left half done is taken back by the next.
 */

/** A file as a step leaves it. */
export interface FileChange {
  /** Its path from the content folder. */
  readonly file: string;
  /** Where it goes, if it moves. */
  readonly to?: string;
  /** The hash of what the step was made from; undefined where the file must not be there yet. */
  readonly hash?: string;
  readonly text: string;
}

/** A file before and after a step; its bytes as base64, and undefined where there is none. */
interface Kept {
  readonly file: string;
  readonly before?: string;
  readonly after?: string;
  readonly mode?: number;
  /** The file beside it that takes its place. */
  readonly staged?: string;
}

/** What is kept of a step. */
interface Journal {
  /** What was done, in a sentence. */
  readonly title: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly isDone: boolean;
  readonly files: readonly Kept[];
}

/** A step that can be taken back. */
export interface TakenStep extends Pick<Journal, "title" | "at"> {
  readonly id: string;
}

/** How many steps are kept. */
const mostKept = 20;

const journals = ".astro/desk-steps";

/** Where the steps in a content folder are kept. */
const journalFolder = async (folder: string): Promise<string> =>
  join(
    journals,
    createHash("sha256")
      .update(await realpath(folder))
      .digest("hex")
      .slice(0, 16),
  );

const isStepFile = (file: string) => isKnownFile(file) || file === reviewedFile;

const keep = async (folder: string, id: string, journal: Journal): Promise<void> => {
  const place = await journalFolder(folder);
  await mkdir(place, { recursive: true });
  const beside = join(place, `${id}.${randomBytes(6).toString("hex")}.saving`);
  await writeFile(beside, JSON.stringify(journal), { mode: 0o600 });
  await rename(beside, join(place, `${id}.json`));
};

const forget = async (folder: string, id: string): Promise<void> => {
  await rm(join(await journalFolder(folder), `${id}.json`), { force: true });
};

const journalOf = async (folder: string, id: string): Promise<Journal | undefined> => {
  if (!/^[\w-]+$/.test(id)) return undefined;
  const text = await readFile(join(await journalFolder(folder), `${id}.json`), "utf8").catch(
    () => undefined,
  );
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Journal);
  } catch {
    return undefined;
  }
};

/** The ids of all steps that are kept, the latest first. */
const idsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(await journalFolder(folder)).catch((): string[] => []))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""))
    .toSorted()
    .toReversed();

/** The bytes at a path as base64; undefined where nothing is, and no base64 where no file is. */
const bytesAt = async (path: string): Promise<string | undefined> => {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats) return undefined;
  return stats.isFile() ? (await readFile(path)).toString("base64") : "no file";
};

/**
 * Where a file is in a content folder, once the folder above it is there.
 * @throws {Refusal} if that leads elsewhere
 */
const ownPath = async (folder: string, file: string): Promise<string> => {
  if (!isStepFile(file)) throw new Refusal(`"${file}" is not a file that the desk writes`);
  const path = join(await realpath(folder), file);
  await mkdir(dirname(path), { recursive: true });
  if ((await realpath(dirname(path))) !== dirname(path))
    throw new Refusal(`${file} would be in another place, which the desk does not follow`);
  return path;
};

/** Where a file of a step is, or will be. */
const placeIn = async (folder: string, { file, before }: Kept): Promise<string> => {
  if (before !== undefined) return placeOf(folder, file, isStepFile(file));
  const path = await ownPath(folder, file);
  if ((await bytesAt(path)) !== undefined)
    throw new Refusal(`${file} is already there; nothing was changed`);
  return path;
};

/** Puts what was staged in its place, where another file stands or none. */
const put = async (staged: string, path: string, isThere: boolean): Promise<void> => {
  if (isThere) {
    await rename(staged, path);
    return;
  }
  /* Unlike to rename, this does not take the place of what somebody has put there just now. */
  await link(staged, path).catch(() => copyFile(staged, path, constants.COPYFILE_EXCL));
  await rm(staged);
};

/** Gives files what they had before, where they are as a step has left them. */
const restore = async (folder: string, files: readonly Kept[]): Promise<void> => {
  for (const { file, before, after, mode = 0o644, staged } of files.toReversed()) {
    const path = await ownPath(folder, file);
    if (staged !== undefined)
      await rm(join(dirname(path), staged), { force: true }).catch(() => undefined);
    if ((await bytesAt(path)) !== after || before === after) continue;
    if (before === undefined) {
      await rm(path);
      continue;
    }
    const beside = besideOf(path);
    await writeWhole(beside, Buffer.from(before, "base64"), mode);
    await put(beside, path, after !== undefined);
  }
};

/** What a step has before it and leaves behind, from its changes. */
const keptOf = async (folder: string, change: FileChange): Promise<readonly Kept[]> => {
  const { file, to, hash, text } = change;
  if (!text.isWellFormed() || text.includes("\0"))
    throw new Refusal("the text has a character that no file can hold; type it again");
  const staged = (name: string) => basename(besideOf(name));
  if (hash === undefined)
    return [{ file, after: Buffer.from(text).toString("base64"), staged: staged(file) }];
  const path = await placeOf(folder, file, isStepFile(file));
  const bytes = await readFile(path);
  if (hashOf(bytes) !== hash)
    throw new Refusal(
      `somebody else has changed ${file} meanwhile; nothing was changed, load the page again`,
    );
  const isMarked = bytes.subarray(0, 3).equals(Buffer.from(byteOrderMark));
  const after = Buffer.from(`${isMarked ? byteOrderMark : ""}${text}`).toString("base64");
  const before = bytes.toString("base64");
  const { mode } = await lstat(path);
  return to === undefined
    ? [{ file, before, after, mode, staged: staged(file) }]
    : [
        { file: to, after, mode, staged: staged(to) },
        { file, before, mode },
      ];
};

const whatIsWrong = (reason: unknown): Refusal => {
  if (reason instanceof Refusal) return reason;
  return codeOf(reason) === "ENAMETOOLONG"
    ? new Refusal("no file can have so long a name; write a shorter id; nothing was changed")
    : new Refusal(`the files cannot be written (${codeOf(reason)}); nothing was changed`, {
        cause: reason,
      });
};

/** Does a step whose title and changes are known. */
const writeStep = async (
  folder: string,
  title: string,
  changes: readonly FileChange[],
): Promise<string> => {
  const files: Kept[] = [];
  for (const change of changes) files.push(...(await keptOf(folder, change)));
  const at = Date.now();
  const id = `${String(at)}-${randomBytes(4).toString("hex")}`;
  const paths = new Map<Kept, string>();
  for (const kept of files) paths.set(kept, await placeIn(folder, kept));
  await keep(folder, id, { title, at, isDone: false, files });
  try {
    for (const [{ after, staged, mode = 0o644 }, path] of paths)
      if (after !== undefined && staged !== undefined)
        await writeWhole(join(dirname(path), staged), Buffer.from(after, "base64"), mode);
    for (const [{ file, before }, path] of paths)
      if ((await bytesAt(path)) !== before)
        throw new Refusal(`somebody else has changed ${file} meanwhile; nothing was changed`);
    for (const [{ before, staged }, path] of paths)
      if (staged === undefined) await rm(path);
      else await put(join(dirname(path), staged), path, before !== undefined);
  } catch (reason) {
    await restore(folder, files);
    await forget(folder, id);
    throw reason;
  }
  await keep(folder, id, { title, at, isDone: true, files });
  for (const old of (await idsIn(folder)).slice(mostKept)) await forget(folder, old);
  return id;
};

/**
 * Changes several files at once, or none of them.
 * @param title what is done, in a sentence
 * @returns the id by which it is taken back
 * @throws {Refusal} if one of the files is not as it was, or cannot be written; nothing was changed
 */
export const takeStep = (
  folder: string,
  title: string,
  changes: readonly FileChange[],
): Promise<string> =>
  inTurn(async () => {
    await restoreHalfDone(folder);
    return await writeStep(folder, title, changes).catch((reason: unknown) => {
      throw whatIsWrong(reason);
    });
  });

/** The files of a step that are no longer as it has left them. */
const changedSince = async (folder: string, { files }: Journal): Promise<readonly string[]> => {
  const root = await realpath(folder);
  const changed: string[] = [];
  for (const { file, after } of files)
    if ((await bytesAt(join(root, file))) !== after) changed.push(file);
  return changed;
};

/**
 * Takes a step back: every file gets the bytes that it had before.
 * @throws {Refusal} if one of them was changed since; nothing is changed then
 */
export const takeBack = (folder: string, id: string): Promise<void> =>
  inTurn(async () => {
    const journal = await journalOf(folder, id);
    if (!journal) throw new Refusal("this step cannot be undone any more");
    const changed = await changedSince(folder, journal);
    if (changed.length > 0)
      throw new Refusal(
        `nothing was undone, because this was changed since: ${changed.join(", ")}; undo that first`,
      );
    for (const { file } of journal.files) await ownPath(folder, file);
    await keep(folder, id, { ...journal, isDone: false });
    try {
      await restore(folder, journal.files);
    } catch (reason) {
      throw new Refusal(
        `not every file could be written (${codeOf(reason)}); the rest follows when the preview is started again`,
        { cause: reason },
      );
    }
    await forget(folder, id);
  });

/** Takes back what was left half done. */
const restoreHalfDone = async (folder: string): Promise<void> => {
  for (const id of await idsIn(folder)) {
    const journal = await journalOf(folder, id);
    if (!journal || journal.isDone) continue;
    try {
      await restore(folder, journal.files);
      await forget(folder, id);
    } catch {
      /* What cannot be written now is kept for the next time. */
    }
  }
};

/** Takes back what a preview that was killed has left half done. */
export const recoverSteps = (folder: string): Promise<void> =>
  inTurn(() => restoreHalfDone(folder));

/** The steps that can be taken back now, the latest first. */
export const takenSteps = async (folder: string): Promise<readonly TakenStep[]> => {
  const steps: TakenStep[] = [];
  for (const id of await idsIn(folder)) {
    const journal = await journalOf(folder, id);
    if (journal?.isDone === true && (await changedSince(folder, journal)).length === 0)
      steps.push({ id, title: journal.title, at: journal.at });
  }
  return steps;
};
