import { stepAddress } from "../editor/paths.ts";
import { isNotArchived } from "./archive.ts";
import { staysPut } from "./move.ts";
import { keepsIds } from "./rename.ts";

/** A step that can be done with what the editor shows. */
export interface OfferedStep {
  readonly href: string;
  readonly words: string;
}

/**
 * The steps that can be done with a file, or with a record in it.
 * @param record its id; undefined where the whole file is shown
 */
export const offeredSteps = (file: string, record: string | undefined): readonly OfferedStep[] => {
  if (record !== undefined)
    return record === "" || keepsIds(file) !== undefined
      ? []
      : [{ href: stepAddress({ kind: "rename", file, record }), words: "Give it another id" }];
  return [
    ...(staysPut(file) === undefined
      ? [{ href: stepAddress({ kind: "move", file }), words: "Move" }]
      : []),
    ...(isNotArchived(file) === undefined
      ? [{ href: stepAddress({ kind: "archive", file }), words: "Archive" }]
      : []),
  ];
};
