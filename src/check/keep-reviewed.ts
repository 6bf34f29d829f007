import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isInCi } from "../environment.ts";
import type { Content } from "../parse/content.ts";
import { reviewedFile } from "../parse/files.ts";
import { keptTexts } from "./facts/reviewed-texts.ts";

/**
 * Keeps what was reviewed, so that the check can tell what has changed since. Continuous integration
 * writes nothing: it holds what was committed to it. Nothing is kept of content with an error, of
 * which only a part was read.
 * @param folder of the content
 * @returns the file that was written; undefined if none had to be
 */
export const keepReviewed = async (
  folder: string,
  content: Content,
): Promise<string | undefined> => {
  if (isInCi() || content.issues.some(({ severity }) => severity === "error")) return undefined;
  const text = keptTexts(content);
  if (text === undefined) return undefined;
  const file = join(folder, reviewedFile);
  await writeFile(file, text);
  return file;
};
