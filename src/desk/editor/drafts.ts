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
}

const prefix = "desk-draft:";

/** The draft of a file; undefined if it has no unsaved changes. */
export const draftOf = (file: string): Draft | undefined => {
  const kept = localStorage.getItem(prefix + file);
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
};

/** Keeps a draft, or forgets it where nothing in it differs from what was opened. */
export const keepDraft = (draft: Draft): void => {
  if (draft.text === draft.before && draft.typed.length === 0) forgetDraft(draft.file);
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

/** What was typed and is not among what has been read. */
export const stillTyped = (typed: readonly Edit[], read: readonly Edit[]): readonly Edit[] =>
  typed.filter((edit) => !read.some((one) => JSON.stringify(one) === JSON.stringify(edit)));

/**
 * Every draft, with what was typed last in its text: somebody may go on before their typing pauses.
 * @throws where something that was typed cannot be written
 */
export const settledDrafts = async (): Promise<readonly Draft[]> => {
  for (const { file, text, typed } of allDrafts()) {
    if (typed.length === 0) continue;
    const edited = await ask("edit", { file, text, unsaved: [], edits: typed });
    const now = draftOf(file);
    /* A page that is still open may have read it, too. */
    if (now?.text === text)
      keepDraft({ ...now, text: edited.text, typed: stillTyped(now.typed, typed) });
  }
  return allDrafts();
};

/** Calls back when another tab has changed a draft. */
export const onOtherTab = (changed: (file: string) => void): void => {
  addEventListener("storage", ({ key }) => {
    if (key?.startsWith(prefix) === true) changed(key.slice(prefix.length));
  });
};
