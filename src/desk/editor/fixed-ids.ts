import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import { keepsIds } from "../steps/rename.ts";
import type { Field, Fixed } from "./fields.ts";
import { isSamePath, stepAddress } from "./paths.ts";
import { recordsAt } from "./titles.ts";
import type { Remark } from "./view.ts";

/** Why the id of a record or column stays as it is in the form, and where it can be changed. */
const fixedBy = (file: string, [list]: FieldPath, record: string): Fixed => {
  const why = list === "columns" ? "The records have their values under it." : keepsIds(file);
  return why === undefined
    ? {
        why: "Pages, links and other records know the record by it.",
        step: { href: stepAddress({ kind: "rename", file, record }), words: "Give it another id" },
      }
    : { why };
};

/**
 * The fields of a form, with the ids fixed by which something may know a record or a column: those that
 * are saved. What is wrong with one is mended where it stands.
 * @param saved what the file holds as it is saved
 */
export const withFixedIds = (
  fields: readonly Field[],
  file: string,
  saved: unknown,
  remarks: readonly Remark[],
): readonly Field[] =>
  fields.map((field) => {
    const { path, value } = field;
    const isKnown = (id: string) =>
      recordsAt(saved, path.slice(0, -2)).some((record) => isRecord(record) && record["id"] === id);
    const isWrong = remarks.some(
      (remark) => remark.severity === "error" && remark.path && isSamePath(remark.path, path),
    );
    const isFixed = path.at(-1) === "id" && typeof value === "string" && isKnown(value) && !isWrong;
    return {
      ...field,
      fields: withFixedIds(field.fields, file, saved, remarks),
      ...(isFixed ? { fixed: fixedBy(file, path, value) } : {}),
    };
  });
