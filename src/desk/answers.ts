import { z } from "zod";
import { contentFolder } from "../environment.ts";
import { levelAbove } from "../check/prose/headings.ts";
import type { Issue } from "../parse/issue.ts";
import { pageBeside, type Beside } from "./beside/page-beside.ts";
import { undo } from "./changes/comparison.ts";
import { choicesFor, mergedAsChosen, mergedShape, mergeShape } from "./conflict/merge.ts";
import { proposalShape, proposeAnswered } from "./git/proposals.ts";
import { newErrors, readUnsaved, viewOf, type Unsaved, type View } from "./editor/view.ts";
import { landPath } from "./map/land.ts";
import { pasted, type Pasted } from "./pasted.ts";
import { carryOut, viewOfStep, type StepDone, type StepView } from "./steps/steps.ts";
import { building } from "./release/building.ts";
import { buildFor, releaseWanted, toRelease, wantedShape } from "./release/releasing.ts";
import { withEdit, type Edit } from "./store/edit.ts";
import { Refusal } from "./store/refusal.ts";
import {
  openContentFile,
  saveContentFile,
  type OpenedFile,
  type SaveResult,
} from "./store/files.ts";
import { takeBack } from "./store/steps.ts";

/* What the desk's pages send, and what they are answered. Saving alone writes anything. */

const path = z.array(z.union([z.string(), z.int()]));

const edit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set"), path, value: z.unknown() }),
  z.strictObject({ kind: z.literal("insert"), path, value: z.unknown() }),
  z.strictObject({ kind: z.literal("remove"), path }),
  z.strictObject({ kind: z.literal("move"), path, to: z.int() }),
  z.strictObject({ kind: z.literal("body"), text: z.string() }),
]) satisfies z.ZodType<Edit>;

/** The text of a file that is not saved. */
const draft = z.strictObject({ file: z.string(), text: z.string() });

/** A file as the page has it, the record in it that the page shows, and all other unsaved texts. */
const shown = draft.extend({ at: z.int().optional(), unsaved: z.array(draft) });

/** A step, and what was typed into its form. */
const filledStep = z.strictObject({
  step: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("new"), what: z.enum(["question", "page", "statement"]) }),
    z.strictObject({ kind: z.enum(["move", "archive"]), file: z.string() }),
    z.strictObject({ kind: z.literal("rename"), file: z.string(), record: z.string() }),
  ]),
  typed: z.record(z.string(), z.string()),
});

const textsOf = (drafts: readonly z.infer<typeof draft>[]): Unsaved =>
  new Map(drafts.map(({ file, text }) => [file, text]));

/** A text with edits made in it, and how the page shows it. */
export interface Edited {
  readonly text: string;
  readonly view: View;
}

/** What of the content would be in error without a record, each as a sentence. */
export interface Removal {
  readonly text: string;
  readonly reasons: readonly { readonly file: string; readonly message: string }[];
}

/** What became of a save, where nothing was written and why. */
interface Unsaveable {
  readonly kind: "refused";
  readonly reason: string;
}

type Result = (SaveResult | Unsaveable) & { readonly file: string };

/** What became of a save, and what the check says of the file now. */
export type Saved = Result & { readonly issues: readonly Issue[] };

/** One file that cannot be saved does not keep others from it. */
const refusalOf = (reason: unknown): Unsaveable => {
  if (!(reason instanceof Refusal)) throw reason;
  return { kind: "refused", reason: reason.message };
};

const answer = <Shape extends z.ZodType, Answer>(
  shape: Shape,
  reply: (sent: z.infer<Shape>, origin: URL) => Answer | Promise<Answer>,
) => ({ shape, reply: reply as (sent: unknown, origin: URL) => unknown });

const fromContent = (file: string) => file.slice(contentFolder.length + 1);

/** What can be asked, by its name. */
export const answers = {
  open: answer(z.strictObject({ file: z.string() }), ({ file }): Promise<OpenedFile> =>
    openContentFile(contentFolder, file),
  ),
  edit: answer(
    shown.extend({ edits: z.array(edit) }),
    async ({ file, text, at, edits, unsaved }): Promise<Edited> => {
      const edited = edits.reduce((before, each) => withEdit(file, before, each), text);
      return { text: edited, view: await viewOf(file, edited, at, textsOf(unsaved)) };
    },
  ),
  /** Renders the page beside what is worked on, with all that is not saved. */
  beside: answer(
    z.strictObject({
      path: z.string().regex(/^\/(?![@/\\])(?:.*\/)?$/),
      file: z.string(),
      at: z.int().optional(),
      unsaved: z.array(draft),
    }),
    ({ unsaved, ...asked }, origin): Promise<Beside> => pageBeside(asked, textsOf(unsaved), origin),
  ),
  /** Draws the land of the world, for the maps on which places are set. */
  land: answer(z.strictObject({}), () => ({ path: landPath() })),
  removal: answer(
    shown.extend({ path }),
    async ({ file, text, path, unsaved }): Promise<Removal> => {
      const without = withEdit(file, text, { kind: "remove", path });
      const before = new Map([...textsOf(unsaved), [file, text]]);
      const errors = await newErrors(before, new Map([...before, [file, without]]));
      return {
        text: without,
        reasons: errors.map(({ file, message }) => ({ file: fromContent(file), message })),
      };
    },
  ),
  /** Makes Markdown of what is pasted below a text. */
  paste: answer(
    z.strictObject({ file: z.string(), before: z.string(), html: z.string() }),
    ({ file, before, html }): Pasted => {
      const [hashes] = [...before.matchAll(/^#{2,6}(?= )/gm)].at(-1) ?? [];
      return pasted(html, hashes?.length ?? levelAbove(file));
    },
  ),
  save: answer(
    z.strictObject({ files: z.array(draft.extend({ hash: z.string() })) }),
    async ({ files }): Promise<readonly Saved[]> => {
      const results: Result[] = [];
      for (const file of files)
        results.push({
          file: file.file,
          ...(await saveContentFile(contentFolder, file).catch(refusalOf)),
        });
      const { issues } = await readUnsaved(new Map());
      return results.map((result) => ({
        ...result,
        issues: issues.filter(
          ({ file, severity }) => severity !== "note" && file === `${contentFolder}/${result.file}`,
        ),
      }));
    },
  ),
  merge: answer(mergeShape, choicesFor),
  merged: answer(mergedShape, mergedAsChosen),
  /** Undoes one of the changes since what is published. */
  undo: answer(
    z.strictObject({ file: z.string(), stamp: z.string(), key: z.string() }),
    async ({ file, stamp, key }) => {
      await undo(file, stamp, key);
      return {};
    },
  ),
  propose: answer(proposalShape, proposeAnswered),
  /** Shows a step and, once somebody asks to review it, what it would change. */
  step: answer(
    filledStep.extend({ review: z.boolean() }),
    ({ review, ...step }): Promise<StepView> => viewOfStep(contentFolder, step, review),
  ),
  /** Does a step as it was shown. */
  carryout: answer(
    filledStep.extend({ stamp: z.string() }),
    ({ stamp, ...step }): Promise<StepDone> => carryOut(contentFolder, step, stamp),
  ),
  /** Gives every file of a step the bytes that it had before. */
  takeback: answer(z.strictObject({ id: z.string() }), async ({ id }) => {
    await takeBack(contentFolder, id);
    return {};
  }),
  /** Starts to build the site that a release is made of, and says how far that is. */
  build: answer(wantedShape, buildFor),
  building: answer(z.strictObject({}), building),
  releasing: answer(wantedShape, toRelease),
  release: answer(wantedShape, releaseWanted),
};
