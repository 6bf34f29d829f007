import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkContent } from "../check/index.ts";
import type { Issue } from "../parse/issue.ts";
import { UserError, type Change } from "./generator.ts";

/** Writes a file, and returns a function that undoes it. */
const applyChange = async (
  folder: string,
  { path, text, before }: Change,
): Promise<() => Promise<void>> => {
  const file = join(folder, path);
  const createdFolder = await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: before === undefined ? "wx" : "w" });
  } catch (reason) {
    if (createdFolder !== undefined) await rm(createdFolder, { recursive: true });
    const code = reason instanceof Error && "code" in reason ? String(reason.code) : "";
    throw new UserError(
      code === "EEXIST"
        ? `${folder}/${path} already exists and was left as it is; write another name with --id`
        : `${folder}/${path} cannot be written (${code}); check that you have permission to write to that folder`,
    );
  }
  return async () => {
    if (before !== undefined) await writeFile(file, before);
    else await rm(createdFolder ?? file, { recursive: true });
  };
};

const keyOf = (issue: Issue) => JSON.stringify(issue);

/** The result of writing to a content folder. */
interface WriteResult {
  /** Issues that were not there before. If one of them is an error, everything was undone. */
  readonly issues: readonly Issue[];
  readonly isKept: boolean;
}

/**
 * Writes to a content folder that had the issues `known`, and undoes everything if the check then
 * finds a new error.
 * @throws {UserError} if a file cannot be written or would be overwritten; everything is undone then too
 */
export const write = async (
  folder: string,
  changes: readonly Change[],
  known: readonly Issue[],
): Promise<WriteResult> => {
  const undo: (() => Promise<void>)[] = [];
  const undoAll = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    for (const change of changes) undo.push(await applyChange(folder, change));
  } catch (reason) {
    await undoAll();
    throw reason;
  }
  const before = new Set(known.map(keyOf));
  const issues = (await checkContent(folder)).filter((issue) => !before.has(keyOf(issue)));
  const isKept = issues.every(({ severity }) => severity !== "error");
  if (!isKept) await undoAll();
  return { issues, isKept };
};
