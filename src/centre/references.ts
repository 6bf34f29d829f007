import { z } from "zod";
import { contentFolder } from "../environment.ts";
import { adviceFor, meantId } from "../parse/nearest.ts";

import type { FactName } from "../schemas/facts.ts";
import { inner, isRecord, shapeOf, targetOf, type FieldPath } from "../schemas/introspection.ts";
import { fileOfList } from "../schemas/lists.ts";
import { filesOf, type Records, type Target } from "../schemas/records.ts";

/** A reference to a record or file that does not exist. */
export interface DeadReference {
  /** The file with the reference, relative to the content folder. */
  readonly file: string;
  /** The path in the file: keys and positions from the top. */
  readonly path: FieldPath;
  /** The list or folder that should contain it. */
  readonly target: Target;
  readonly message: string;
}

/** What can be referred to: a record, or a file of prose with its former ids. */
interface Referable {
  readonly id: string;
  readonly data?: { readonly formerly?: readonly string[] };
}

const listId = (target: Target): string | undefined => /^lists\/(.*)$/.exec(target)?.[1];

/** What can be referred to in a file of facts, a declared list or a folder. */
const referablesIn = (records: Records, target: Target): readonly Referable[] => {
  if (target === "pages" || target === "faq" || target === "lists") return records[target];
  const declared = listId(target);
  return declared === undefined
    ? records.facts[target as FactName]
    : (records.lists.find(({ id }) => id === declared)?.records ?? []);
};

/** Says in a sentence what is wrong with a reference; undefined if its target exists. */
export const deadReference = (records: Records, target: Target, id: string): string | undefined => {
  const referables = referablesIn(records, target);
  const known = referables.map((referable) => referable.id);
  if (known.includes(id)) return undefined;
  const where = `${contentFolder}/${
    target === "pages" || target === "faq" || target === "lists" ? target : fileOfList(target)
  }`;
  const moved = referables.find(({ data }) => data?.formerly?.includes(id));
  if (moved) return `there is no "${id}" in ${where}; it is now called "${moved.id}"; write that`;
  if (known.length === 0)
    return `there is no "${id}" in ${where}, which is empty; add it there, or leave this out`;
  const advice = adviceFor(
    meantId(id, known),
    known,
    "write an id that is there, or leave this out",
  );
  return `there is no "${id}" in ${where}; ${advice}`;
};

/** A reference in a file, from the top of its fields. */
interface Reference {
  readonly path: FieldPath;
  readonly target: Target;
  readonly id: string;
}

/** The references in a value, at any depth of its schema. */
export const referencesIn = (
  schema: z.core.$ZodType,
  value: unknown,
  path: FieldPath = [],
): Reference[] => {
  const field = inner(schema);
  if (typeof value === "string") {
    const target = targetOf(field) as Target | undefined;
    return target === undefined ? [] : [{ path, target, id: value }];
  }
  if (field instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((entry, at) => referencesIn(field.element, entry, [...path, at]));
  return field instanceof z.ZodObject && isRecord(value)
    ? Object.entries(shapeOf(field)).flatMap(([key, below]) =>
        referencesIn(below, value[key], [...path, key]),
      )
    : [];
};

/** The references in records and front matter whose target does not exist. */
export const deadReferences = (records: Records): DeadReference[] =>
  filesOf(records).flatMap(({ file, value, schema }) =>
    referencesIn(schema, value).flatMap(({ path, target, id }) => {
      const message = deadReference(records, target, id);
      return message === undefined ? [] : [{ file, path, target, message }];
    }),
  );
