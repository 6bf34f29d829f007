import { createHash } from "node:crypto";
import { issuesOf } from "../../check/index.ts";
import { keptTextsAfterMove } from "../../check/facts/reviewed-texts.ts";
import { readContent, type Content } from "../../parse/content.ts";
import { reviewedFile } from "../../parse/files.ts";
import type { Issue } from "../../parse/issue.ts";
import { isKnownFile, openContentFile, type OpenedFile } from "../store/files.ts";
import { Refusal } from "../store/refusal.ts";
import type { FileChange } from "../store/steps.ts";
import { isReadable, mended, type Renaming } from "./mend.ts";

/** The content as a step finds it. */
export interface Ground {
  readonly folder: string;
  readonly content: Content;
  /** What the check says of it. */
  readonly issues: readonly Issue[];
  /** Its files as they are; without those that cannot be opened. */
  readonly opened: ReadonlyMap<string, OpenedFile>;
}

/** A file before and after a step. */
interface PlannedFile extends FileChange {
  readonly before: string;
}

/** What a step would do. */
export interface Plan {
  /** What is done, in a sentence. */
  readonly title: string;
  readonly files: readonly PlannedFile[];
  /** What the check would say that it does not say now. */
  readonly issues: readonly Issue[];
  /** Changes with anything that the step was made from. */
  readonly stamp: string;
}

/** Reads the content for a step. */
export const groundOf = async (folder: string): Promise<Ground> => {
  const content = await readContent(folder);
  const opened = new Map<string, OpenedFile>();
  for (const file of content.paths)
    if (isKnownFile(file) || file === reviewedFile)
      await openContentFile(folder, file, true).then(
        (found) => opened.set(file, found),
        () => undefined,
      );
  return { folder, content, issues: issuesOf(folder, content), opened };
};

/**
 * The file of a step as it was opened.
 * @throws {Refusal} if it could not be, or is reached by a symbolic link
 */
export const fileIn = ({ opened }: Ground, file: string): OpenedFile => {
  const found = opened.get(file);
  if (!found || !isKnownFile(file))
    throw new Refusal(`${file} cannot be opened; it may be gone, or a link to another place`);
  return found;
};

/**
 * The files that may refer to something by one of its ids, and cannot be read in full: a reference
 * there would be missed.
 */
const unreadableFiles = ({ content, opened }: Ground, ids: readonly string[]): string[] =>
  content.paths.filter(isKnownFile).filter((file) => {
    const [read, text] = [content.texts.get(file), opened.get(file)?.text];
    /* What stands between the marks of a conflict is read in part. */
    if (read !== undefined && read === text && isReadable(file, text)) return false;
    return read === undefined || ids.some((id) => (text ?? read).includes(id));
  });

/**
 * The texts of the content with everything renamed that they refer to, where that changes them.
 * @param ids what is renamed, as it may stand in a file that cannot be read
 * @throws {Refusal} with the files in which a reference might be missed
 */
export const mendedTexts = (
  ground: Ground,
  renaming: Renaming,
  ids: readonly string[],
): Map<string, string> => {
  const unreadable = unreadableFiles(ground, ids);
  if (unreadable.length > 0)
    throw new Refusal(
      `a reference might be missed in what cannot be read in full: ${unreadable.join(", ")}; mend that first`,
    );
  const texts = new Map<string, string>();
  for (const [file, { text }] of ground.opened) {
    /* An address may be written with characters that stand for others. */
    if (!isKnownFile(file) || ![...ids, "%", "&"].some((part) => text.includes(part))) continue;
    const after = mended(renaming, file, text);
    if (after !== text) texts.set(file, after);
  }
  return texts;
};

/**
 * What is wrong by an issue, whatever line it names, and whichever of the names that change. What it
 * advises to write, behind the semicolon, may be something else by then.
 */
const saying = ({ file, message }: Issue, alike: readonly string[]): string => {
  const [wrong = ""] = message.split("; ");
  return alike.reduce(
    (words, name) => words.replaceAll(name, "…"),
    `${file} ${wrong}`.replaceAll(/\bline \d+/g, "line"),
  );
};

/** Where a file that moves goes. */
interface Moving {
  readonly file: string;
  readonly to: string;
}

/**
 * Plans a step from the texts that files have after it.
 * @param texts by the files' present names; of a file that is not there, its first
 */
export const planOf = async (
  { folder, content, issues: found, opened }: Ground,
  title: string,
  texts: ReadonlyMap<string, string>,
  /** What something was called and is called now: what is said of both is the same. */
  alike: readonly string[] = [],
  moving?: Moving,
  /** What a text or a record is called afterwards in what was reviewed. */
  reviewedAs = (name: string) => (name === moving?.file ? moving.to : name),
): Promise<Plan> => {
  const unsaved = new Map<string, string | undefined>(texts);
  if (moving) {
    unsaved.delete(moving.file);
    unsaved.set(moving.to, texts.get(moving.file)).set(moving.file, undefined);
  }
  const moved = await readContent(folder, undefined, unsaved);
  const reviewed = keptTextsAfterMove(content, moved, reviewedAs);
  const all = new Map(texts);
  if (reviewed !== undefined && opened.has(reviewedFile)) all.set(reviewedFile, reviewed);
  const after =
    reviewed === undefined
      ? moved
      : { ...moved, texts: new Map([...moved.texts, [reviewedFile, reviewed]]) };
  const same = moving ? [moving.to, moving.file, ...alike] : alike;
  const known = new Set(found.map((issue) => saying(issue, same)));
  const issues = issuesOf(folder, after).filter(
    (issue) => issue.severity !== "note" && !known.has(saying(issue, same)),
  );
  const files = [...all].map(([file, text]): PlannedFile => {
    const before = opened.get(file);
    return {
      file,
      ...(file === moving?.file ? { to: moving.to } : {}),
      ...(before ? { hash: before.hash } : {}),
      before: before?.text ?? "",
      text,
    };
  });
  const stamp = createHash("sha256")
    .update(JSON.stringify([title, files]))
    .digest("base64url");
  return { title, files, issues, stamp };
};

/**
 * The plan, if what it leaves behind is not wrong where what it found was not.
 * @throws {Refusal} with what would be wrong
 */
export const soundPlan = (plan: Plan): Plan => {
  const errors = plan.issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Refusal(
      [
        "something would be wrong then:",
        ...errors.map(({ file, message }) => `${file}: ${message}`),
      ].join("\n"),
    );
  return plan;
};
