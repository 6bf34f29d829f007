import type { FieldPath } from "../../schemas/introspection.ts";
import type { Step } from "../steps/forms.ts";

/** Whether two paths lead to the same place. */
export const isSamePath = (one: FieldPath, other: FieldPath): boolean =>
  one.length === other.length && one.every((step, at) => step === other[at]);

/** The address of the page that edits a file, or a record in it by its id or position. */
export const editAddress = (file: string, record?: string | number): string =>
  `/desk/edit/?${new URLSearchParams({ file, ...(record === undefined ? {} : { record: String(record) }) }).toString()}`;

/** The address of the page that edits a text, at a line of its file. */
export const passageAddress = (file: string, line: number): string =>
  `${editAddress(file)}&${new URLSearchParams({ line: String(line) }).toString()}`;

/** The address of the page that starts, moves or archives something. */
export const stepAddress = (step: Step): string =>
  `/desk/step/?${new URLSearchParams({ ...step }).toString()}`;
