import { createHash, randomBytes } from "node:crypto";
import { lstat, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "./refusal.ts";

/** A content file as it was opened. */
export interface OpenedFile {
  /** Its path from the content folder. */
  readonly file: string;
  readonly text: string;
  /** A hash of its bytes, by which a later save can tell whether somebody else has changed it. */
  readonly hash: string;
}

/** What became of a save. */
export type SaveResult =
  | { readonly kind: "saved"; readonly hash: string }
  /** Somebody else has changed the file since it was opened; nothing was written. */
  | { readonly kind: "conflict"; readonly now: OpenedFile };

/** The files that the desk opens. What else is in the content folder is written by the commands. */
const known =
  /^(?:site\.yaml|(?:facts|lists|templates)\/[^./\\][^/\\]*\.yaml|(?:pages|faq|statements)\/[^./\\][^/\\]*\.mdx)$/;

/** Whether a path from the content folder is that of a file which the desk opens. */
export const isKnownFile = (file: string): boolean => known.test(file) && !file.includes("\0");

export const codeOf = (reason: unknown): string =>
  reason instanceof Error && "code" in reason ? String(reason.code) : "";

/**
 * Where a content file is on the disk.
 * @throws {Refusal} if it is none, is not there, or is reached by a symbolic link
 */
export const placeOf = async (
  folder: string,
  file: string,
  isKnown = isKnownFile(file),
): Promise<string> => {
  if (!isKnown) throw new Refusal(`"${file}" is not a file that the desk opens`);
  const root = await realpath(folder);
  const path = join(root, file);
  const real = await realpath(path).catch((reason: unknown) => {
    throw new Refusal(`${file} cannot be opened (${codeOf(reason)})`);
  });
  if (real !== path)
    throw new Refusal(`${file} is a link to another place, which the desk does not follow`);
  if (!(await lstat(path)).isFile()) throw new Refusal(`${file} is not a file`);
  return path;
};

export const byteOrderMark = "\ufeff";

/** How the bytes of a file are read as text. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: true }).decode(bytes);

/** The text of a file, whatever program has saved it, with its mark of the encoding. */
export const markedTextOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  try {
    return decode(bytes, "utf-8");
  } catch {
    return decode(bytes, "windows-1252");
  }
};

/** The text of a file without its mark of the encoding. */
const textOf = (bytes: Uint8Array): string => {
  const text = markedTextOf(bytes);
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
};

export const hashOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("base64url");

const readAt = async (path: string, file: string): Promise<OpenedFile & { bytes: Uint8Array }> => {
  const bytes = await readFile(path);
  return { file, text: textOf(bytes), hash: hashOf(bytes), bytes };
};

/**
 * Opens a content file, whatever it holds.
 * @param folder the content folder
 * @throws {Refusal} if it is no content file, or cannot be opened
 */
export const openContentFile = async (
  folder: string,
  file: string,
  isKnown = isKnownFile(file),
): Promise<OpenedFile> => {
  const { text, hash } = await readAt(await placeOf(folder, file, isKnown), file);
  return { file, text, hash };
};

/** Has work done one after the other, so that none comes between what another has seen and writes. */
export const turns = () => {
  let turn: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
};

/** Has files of the content written in turn. */
export const inTurn = turns();

/** The path of a file that is to take the place of another, beside it. */
export const besideOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.saving`);

/** Writes bytes to a file that is not there yet, until they are on the disk. */
export const writeWhole = async (path: string, bytes: Uint8Array, mode: number): Promise<void> => {
  const handle = await open(path, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes bytes to a file as a whole or not at all: to another file first, which then takes its place.
 * @param isStill whether the file is still what it was, asked at the last moment
 * @returns whether it was written
 */
const replaceFile = async (
  path: string,
  bytes: Uint8Array,
  isStill: () => Promise<boolean>,
): Promise<boolean> => {
  const beside = besideOf(path);
  const { mode } = await lstat(path);
  try {
    await writeWhole(beside, bytes, mode);
    if (!Buffer.from(bytes).equals(await readFile(beside)) || !(await isStill())) return false;
    await rename(beside, path);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
};

/**
 * Saves a text to the content file that it was opened from. A file that is not changed is not written.
 * @param hash that of the file as it was opened
 * @throws {Refusal} if it is no content file, or cannot be written
 */
export const saveContentFile = (
  folder: string,
  { file, text, hash }: OpenedFile,
): Promise<SaveResult> =>
  inTurn(async () => {
    if (!text.isWellFormed() || text.includes("\0"))
      throw new Refusal("the text has a character that no file can hold; type it again");
    const path = await placeOf(folder, file);
    const before = await readAt(path, file);
    const conflict = async (): Promise<SaveResult> => ({
      kind: "conflict",
      now: await openContentFile(folder, file),
    });
    /* Another window may have saved the same just now. */
    if (before.text === text) return { kind: "saved", hash: before.hash };
    if (before.hash !== hash) return await conflict();
    const isMarked = Buffer.from(before.bytes).subarray(0, 3).equals(Buffer.from(byteOrderMark));
    const bytes = Buffer.from(`${isMarked ? byteOrderMark : ""}${text}`);
    const isStill = async () => hashOf(await readFile(path)) === hash;
    try {
      return (await replaceFile(path, bytes, isStill))
        ? { kind: "saved", hash: hashOf(bytes) }
        : await conflict();
    } catch (reason) {
      throw new Refusal(`${file} cannot be written (${codeOf(reason)}); nothing was changed`, {
        cause: reason,
      });
    }
  });
