import { ask } from "../ask.ts";
import type { Edit } from "../store/edit.ts";
import type { OpenedFile } from "../store/files.ts";

/* What is not saved yet is kept by the browser: no reload, second tab or restart loses it. */

/** A file with changes that are not saved. */
export interface Draft extends OpenedFile {
  /** Its text as it was opened. */
  readonly before: string;
  /** What was typed last and is not in the text yet. */
  readonly typed: readonly Edit[];
  /** What the button does that was pressed last, once what was typed is in the text. */
  readonly pressed: readonly Edit[];
}

/** What is not in the text of a draft yet, in the order in which it gets there. */
const waitings = ["typed", "pressed"] as const;
export type Waiting = (typeof waitings)[number];

/** A draft of a file as it was opened, with nothing changed yet. */
export const newDraft = (opened: OpenedFile): Draft => ({
  ...opened,
  before: opened.text,
  typed: [],
  pressed: [],
});

const prefix = "desk-draft:";

/** The draft of a file; undefined if it has no unsaved changes. */
export const draftOf = (file: string): Draft | undefined => {
  const kept = localStorage.getItem(prefix + file);
  if (kept === null) return undefined;
  /* An earlier version of the desk may have kept it, which knew nothing of buttons. */
  const { pressed = [], ...draft } = JSON.parse(kept) as Omit<Draft, "pressed"> & Partial<Draft>;
  return { ...draft, pressed };
};

/** Keeps a draft, or forgets it where nothing in it differs from what was opened. */
export const keepDraft = (draft: Draft): void => {
  const isWaiting = waitings.some((waiting) => draft[waiting].length > 0);
  if (draft.text === draft.before && !isWaiting) forgetDraft(draft.file);
  else localStorage.setItem(prefix + draft.file, JSON.stringify(draft));
};

export const forgetDraft = (file: string): void => {
  localStorage.removeItem(prefix + file);
};

/** Every draft, by the names of the files. */
export const allDrafts = (): readonly Draft[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .sort()
    .flatMap((key) => draftOf(key.slice(prefix.length)) ?? []);

/** A draft without what waited, once that has been read. */
export const without = (
  draft: Draft,
  waiting: Waiting | undefined,
  read: readonly Edit[],
): Draft => {
  if (!waiting) return draft;
  const isRead = (edit: Edit) => read.some((one) => JSON.stringify(one) === JSON.stringify(edit));
  return { ...draft, [waiting]: draft[waiting].filter((edit) => !isRead(edit)) };
};

/**
 * Every draft, with all that waits in its text: somebody may go on before their typing pauses.
 * @param told is called with why something of it cannot be written, which keeps nothing else from it
 */
export const settledDrafts = async (told: (reason: unknown) => void): Promise<readonly Draft[]> => {
  for (const { file } of allDrafts())
    for (const waiting of waitings) {
      const draft = draftOf(file);
      if (!draft || draft[waiting].length === 0) continue;
      const { text, [waiting]: edits } = draft;
      const edited = await ask("edit", { file, text, unsaved: [], edits }).catch(
        (reason: unknown) => {
          told(reason);
          return undefined;
        },
      );
      if (!edited) break;
      const now = draftOf(file);
      /* A page that is still open may have read it, too. */
      if (now?.text === text) keepDraft({ ...without(now, waiting, edits), text: edited.text });
    }
  return allDrafts();
};

/** Calls back when another tab has changed a draft. */
export const onOtherTab = (changed: (file: string) => void): void => {
  addEventListener("storage", ({ key }) => {
    if (key?.startsWith(prefix) === true) changed(key.slice(prefix.length));
  });
};
