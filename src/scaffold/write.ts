import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkContent } from "../check/index.ts";
import type { Issue } from "../parse/issue.ts";
import { UserError, type Change } from "./generator.ts";

/** Writes a file, and returns what undoes that. */
const writeOne = async (
  folder: string,
  { path, text, before }: Change,
): Promise<() => Promise<void>> => {
  const file = join(folder, path);
  const made = await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: before === undefined ? "wx" : "w" });
  } catch (reason) {
    if (made !== undefined) await rm(made, { recursive: true });
    const code = reason instanceof Error && "code" in reason ? String(reason.code) : "";
    throw new UserError(
      code === "EEXIST"
        ? `${folder}/${path} is there already and stays as it is; write another name with --id`
        : `${folder}/${path} cannot be written (${code}); see that you may write in that folder`,
    );
  }
  return async () => {
    if (before !== undefined) await writeFile(file, before);
    else await rm(made ?? file, { recursive: true });
  };
};

const keyOf = (issue: Issue) => JSON.stringify(issue);

/** What the check says of a folder since something was written to it. */
interface Written {
  /** Issues that were not there before. With an error among them, all is as it was. */
  readonly issues: readonly Issue[];
  readonly isKept: boolean;
}

/**
 * Writes to a content folder that had the issues `known`, and takes everything back where that
 * brings an error.
 * @throws {UserError} where a file cannot be written, or would be overwritten; then too all is as it was
 */
export const write = async (
  folder: string,
  changes: readonly Change[],
  known: readonly Issue[],
): Promise<Written> => {
  const undo: (() => Promise<void>)[] = [];
  const takeBack = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    for (const change of changes) undo.push(await writeOne(folder, change));
  } catch (reason) {
    await takeBack();
    throw reason;
  }
  const before = new Set(known.map(keyOf));
  const issues = (await checkContent(folder)).filter((issue) => !before.has(keyOf(issue)));
  const isKept = issues.every(({ severity }) => severity !== "error");
  if (!isKept) await takeBack();
  return { issues, isKept };
};
