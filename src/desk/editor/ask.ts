import type { FieldPath } from "../../schemas/introspection.ts";
import type { Edited, Removal, Saved } from "../answers.ts";
import type { Pasted } from "../pasted.ts";
import { send } from "../send.ts";
import type { Edit } from "../store/edit.ts";
import type { OpenedFile } from "../store/files.ts";

interface Text {
  readonly file: string;
  readonly text: string;
}

/** A file as the page has it, the record in it that the page shows, and all other unsaved texts. */
interface Shown extends Text {
  readonly at?: number;
  readonly unsaved: readonly Text[];
}

/** What is sent with each question, and what is answered. */
interface Questions {
  open: { readonly sent: { readonly file: string }; readonly answer: OpenedFile };
  edit: { readonly sent: Shown & { readonly edits: readonly Edit[] }; readonly answer: Edited };
  removal: { readonly sent: Shown & { readonly path: FieldPath }; readonly answer: Removal };
  paste: {
    readonly sent: { readonly file: string; readonly before: string; readonly html: string };
    readonly answer: Pasted;
  };
  save: {
    readonly sent: { readonly files: readonly OpenedFile[] };
    readonly answer: readonly Saved[];
  };
}

/**
 * Asks the preview.
 * @throws {Refused} with the reason
 */
export const ask = async <Name extends keyof Questions>(
  name: Name,
  sent: Questions[Name]["sent"],
): Promise<Questions[Name]["answer"]> => (await send(name, sent)) as Questions[Name]["answer"];
