import type { FieldPath } from "../schemas/introspection.ts";
import type { Edited, Removal, Saved } from "./answers.ts";
import type { Asked, Beside } from "./beside/page-beside.ts";
import type { Choice } from "./changes/three-way.ts";
import type { Choices } from "./conflict/merge.ts";
import type { Proposed } from "./git/propose.ts";
import type { Answers } from "./git/questions.ts";
import type { Pasted } from "./pasted.ts";
import type { FilledStep, StepDone, StepView } from "./steps/steps.ts";
import type { Building } from "./release/building.ts";
import type { ToRelease } from "./release/releasing.ts";
import type { Edit } from "./store/edit.ts";
import type { OpenedFile } from "./store/files.ts";

interface Text {
  readonly file: string;
  readonly text: string;
}

/** A file as the page has it, the record in it that the page shows, and all other unsaved texts. */
interface Shown extends Text {
  readonly at?: number;
  readonly unsaved: readonly Text[];
}

/** A file with changes, and what stamped them as they were shown. */
interface Stamped {
  readonly file: string;
  readonly stamp: string;
}

/** A release as the form asks for it. */
interface Wanted {
  readonly summary: string;
  readonly kind: string;
  readonly effective: string;
  readonly isDraft: boolean;
}

/** A file as it was opened, and as it is with what is not saved. */
interface Versions {
  readonly file: string;
  readonly before: string;
  readonly mine: string;
}

/** What is sent with each question, and what is answered. */
interface Questions {
  open: { readonly sent: { readonly file: string }; readonly answer: OpenedFile };
  edit: { readonly sent: Shown & { readonly edits: readonly Edit[] }; readonly answer: Edited };
  beside: {
    readonly sent: Asked & { readonly unsaved: readonly Text[] };
    readonly answer: Beside;
  };
  land: { readonly sent: object; readonly answer: { readonly path: string } };
  removal: { readonly sent: Shown & { readonly path: FieldPath }; readonly answer: Removal };
  paste: {
    readonly sent: { readonly file: string; readonly before: string; readonly html: string };
    readonly answer: Pasted;
  };
  save: {
    readonly sent: { readonly files: readonly OpenedFile[] };
    readonly answer: readonly Saved[];
  };
  merge: { readonly sent: Versions; readonly answer: Choices };
  merged: {
    readonly sent: Versions & {
      readonly hash: string;
      readonly choices: readonly { readonly key: string; readonly choice: Choice }[];
    };
    readonly answer: { readonly text: string; readonly now: OpenedFile };
  };
  undo: {
    readonly sent: Stamped & { readonly key: string };
    readonly answer: object;
  };
  propose: {
    readonly sent: Answers & {
      readonly files: readonly Stamped[];
      readonly author?: { readonly name: string; readonly email: string };
    };
    readonly answer: Proposed;
  };
  step: { readonly sent: FilledStep & { readonly review: boolean }; readonly answer: StepView };
  carryout: { readonly sent: FilledStep & { readonly stamp: string }; readonly answer: StepDone };
  takeback: { readonly sent: { readonly id: string }; readonly answer: object };
  build: { readonly sent: Wanted; readonly answer: Building };
  building: { readonly sent: object; readonly answer: Building };
  releasing: { readonly sent: Wanted; readonly answer: ToRelease };
  release: { readonly sent: Wanted; readonly answer: { readonly said: string } };
}

/** Why the preview has not done what it was asked, in a sentence. */
export class Refused extends Error {
  override name = "Refused";
}

/**
 * Asks the preview something, in its own name.
 * @throws {Refused} with a sentence that says why it did not do it
 * @throws where it is not there, or has failed
 */
export const ask = async <Name extends keyof Questions>(
  name: Name,
  sent: Questions[Name]["sent"],
): Promise<Questions[Name]["answer"]> => {
  const { token } = (await (await fetch("/desk/token.json")).json()) as { token?: string };
  const answer = await fetch(`/desk/${name}.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-desk-token": token ?? "" },
    body: JSON.stringify(sent),
  });
  const said = (await answer.json()) as Questions[Name]["answer"] | { readonly refused: string };
  if ("refused" in said) throw new Refused(said.refused);
  if (!answer.ok) throw new Error("The preview has failed; its terminal says why.");
  return said;
};

/** Words with a capital at their beginning and a period at their end. */
export const asSentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]["”]?$/.test(words) ? "" : "."}`;

/** The words of a failure, as a sentence. */
export const sentenceOf = (reason: unknown): string =>
  asSentence(
    reason instanceof TypeError || !(reason instanceof Error)
      ? "The preview does not answer; start it again."
      : reason.message,
  );
