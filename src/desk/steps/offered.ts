import { stepAddress } from "../editor/paths.ts";
import { isNotArchived } from "./archive.ts";
import { staysPut } from "./move.ts";

/** A step that can be done with what the editor shows. */
export interface OfferedStep {
  readonly href: string;
  readonly words: string;
}

/** The steps that can be done with a file. */
export const offeredSteps = (file: string): readonly OfferedStep[] => [
  ...(staysPut(file) === undefined
    ? [{ href: stepAddress({ kind: "move", file }), words: "Move" }]
    : []),
  ...(isNotArchived(file) === undefined
    ? [{ href: stepAddress({ kind: "archive", file }), words: "Archive" }]
    : []),
];
