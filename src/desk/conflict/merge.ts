import { z } from "zod";
import { contentFolder } from "../../environment.ts";
import type { Change } from "../changes/changes.ts";
import { threeWay, type Clash } from "../changes/three-way.ts";
import { openContentFile, type OpenedFile } from "../store/files.ts";
import { Refusal } from "../store/refusal.ts";

/** A file as it was opened, and as it is with what is not saved. */
export const mergeShape = z.strictObject({
  file: z.string(),
  before: z.string(),
  mine: z.string(),
});

/** What was chosen of it, and of which version of the file. */
export const mergedShape = mergeShape.extend({
  hash: z.string(),
  choices: z.array(
    z.strictObject({
      key: z.string(),
      choice: z.union([
        z.enum(["before", "mine", "theirs", "both"]),
        z.strictObject({ words: z.string() }),
      ]),
    }),
  ),
});

/** What must be chosen before the changes of two people to a file are one, and what need not be. */
export interface Choices {
  readonly now: OpenedFile;
  readonly clashes: readonly Clash[];
  readonly taken: Readonly<Record<"mine" | "theirs", readonly Pick<Change, "sentence">[]>>;
}

/** Compares what is not saved with what stands in the file now. */
export const choicesFor = async ({
  file,
  before,
  mine,
}: z.infer<typeof mergeShape>): Promise<Choices> => {
  const now = await openContentFile(contentFolder, file);
  const { clashes, taken } = threeWay(file, before, mine, now.text);
  const sentences = (changes: readonly Change[]) => changes.map(({ sentence }) => ({ sentence }));
  return {
    now,
    clashes,
    taken: { mine: sentences(taken.mine), theirs: sentences(taken.theirs) },
  };
};

/** The file with what both have changed, as it was chosen. */
export const mergedAsChosen = async ({
  file,
  before,
  mine,
  hash,
  choices,
}: z.infer<typeof mergedShape>): Promise<{ text: string; now: OpenedFile }> => {
  const now = await openContentFile(contentFolder, file);
  if (now.hash !== hash)
    throw new Refusal("the file has changed once more; see what stands in it now");
  const merge = threeWay(file, before, mine, now.text);
  return { text: merge.text(new Map(choices.map(({ key, choice }) => [key, choice]))), now };
};
