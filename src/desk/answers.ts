import { z } from "zod";
import { issuesOf } from "../check/index.ts";
import { contentFolder } from "../environment.ts";
import { readContent } from "../parse/content.ts";
import { undo } from "./changes/comparison.ts";
import { proposalShape, proposeAnswered } from "./git/proposals.ts";
import type { Issue } from "../parse/issue.ts";
import { withEdit, type Edit } from "./store/edit.ts";
import {
  openContentFile,
  saveContentFile,
  type OpenedFile,
  type SaveResult,
} from "./store/files.ts";
import { withLineBreaks } from "./store/passages.ts";

/* What the desk's pages send, and what they are answered. Saving alone writes anything. */

const path = z.array(z.union([z.string(), z.int()]));

const edit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set"), path, value: z.unknown() }),
  z.strictObject({ kind: z.literal("insert"), path, value: z.unknown() }),
  z.strictObject({ kind: z.literal("remove"), path }),
  z.strictObject({ kind: z.literal("move"), path, to: z.int() }),
  z.strictObject({ kind: z.literal("body"), text: z.string() }),
]) satisfies z.ZodType<Edit>;

const opened = z.strictObject({ file: z.string(), text: z.string(), hash: z.string() });

/** The unsaved texts of a page of the desk, by their files. */
const unsaved = z.array(z.strictObject({ file: z.string(), text: z.string() }));

/** What the check says of the content as it would be with unsaved texts. */
export const issuesWith = async (drafts: z.infer<typeof unsaved>): Promise<readonly Issue[]> => {
  const texts = new Map(drafts.map(({ file, text }) => [file, text]));
  return issuesOf(contentFolder, await readContent(contentFolder, undefined, texts));
};

/** What became of a save, and what the check says of the file now. */
export type SaveAnswer = SaveResult & { readonly issues: readonly Issue[] };

const answer = <Shape extends z.ZodType, Answer>(
  shape: Shape,
  reply: (sent: z.infer<Shape>) => Answer | Promise<Answer>,
) => ({ shape, reply: reply as (sent: unknown) => unknown });

/** What can be asked, by its name. */
export const answers = {
  open: answer(z.strictObject({ file: z.string() }), ({ file }): Promise<OpenedFile> =>
    openContentFile(contentFolder, file),
  ),
  /** An unsaved text with edits made in it. */
  edit: answer(
    z.strictObject({ file: z.string(), text: z.string(), edits: z.array(edit) }),
    ({ file, text, edits }) => ({
      text: edits.reduce((before, each) => withEdit(file, before, each), text),
    }),
  ),
  /** A text as typed in the browser, with the line breaks that its file has. */
  typed: answer(z.strictObject({ text: z.string(), typed: z.string() }), ({ text, typed }) => ({
    text: withLineBreaks(text, typed),
  })),
  check: answer(z.strictObject({ unsaved }), async ({ unsaved }) => ({
    issues: await issuesWith(unsaved),
  })),
  save: answer(opened, async (file): Promise<SaveAnswer> => {
    const result = await saveContentFile(contentFolder, file);
    const issues = await issuesWith([]);
    return {
      ...result,
      issues: issues.filter((issue) => issue.file === `${contentFolder}/${file.file}`),
    };
  }),
  /** Undoes one of the changes since what is published. */
  undo: answer(
    z.strictObject({ file: z.string(), stamp: z.string(), key: z.string() }),
    async ({ file, stamp, key }) => {
      await undo(file, stamp, key);
      return {};
    },
  ),
  propose: answer(proposalShape, proposeAnswered),
};
