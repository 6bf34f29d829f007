import { z } from "zod";
import { elementOf, inner, metaOf, requiredKeys, shapeOf } from "../schemas/introspection.ts";

/** The answers so far, by field name. */
export type Answers = ReadonlyMap<string, unknown>;

/** A field to fill in before a file is written. */
export interface Field {
  /** Its name on the command line: `authority-url` for the field `url` within `authority`. */
  readonly name: string;
  /** Where its value goes in the record or front matter; empty if it does not go there. */
  readonly path: readonly string[];
  readonly schema: z.core.$ZodType;
  /** The description of the group that it belongs to. */
  readonly about?: string;
  /** Whether it is required, given the names of the fields that have been filled in. */
  readonly isNeeded: (given: Iterable<string>) => boolean;
  /** Whether it is asked for although it is optional. */
  readonly isOffered?: boolean;
  /** Whether it takes several paragraphs. */
  readonly isText?: boolean;
  /** Its value if none is given; undefined if there is no way to tell. */
  readonly derive?: (answers: Answers) => string | number | undefined;
  /** Rules beyond those of its schema: messages about what is wrong with a value. */
  readonly validate?: (value: string) => readonly string[];
}

/** A field that is not part of a record. */
export const field = (name: string, schema: z.core.$ZodType, rest: Partial<Field> = {}): Field => ({
  name,
  path: [],
  schema,
  isNeeded: () => schema === inner(schema),
  ...rest,
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The fields of an object schema, including those of nested objects. */
export const fieldsOf = (
  schema: z.ZodObject,
  group: Pick<Field, "path" | "isNeeded" | "about"> = {
    path: [],
    isNeeded: () => true,
  },
): Field[] =>
  Object.entries(shapeOf(schema)).flatMap(([key, field]): Field[] => {
    const path = [...group.path, key];
    const name = path.map(kebab).join("-");
    const below = inner(field);
    const isRequired = below === field;
    if (below instanceof z.ZodObject)
      return fieldsOf(below, {
        path,
        about: descriptionOf(field),
        isNeeded: (given) =>
          (isRequired && group.isNeeded(given)) ||
          [...given].some((other) => other.startsWith(`${name}-`)),
      });
    const isNeeded: Field["isNeeded"] = (given) => isRequired && group.isNeeded(given);
    return [{ name, path, schema: field, isNeeded, about: group.about ?? "" }];
  });

/** The fields of an entry that are typed one after the other: those that it needs. */
const typedFields = (entry: z.ZodObject): [key: string, schema: z.core.$ZodType][] => {
  const needed = requiredKeys(entry);
  return Object.entries(shapeOf(entry)).filter(([key]) => needed.includes(key));
};

/** The description of a field in its schema. */
const descriptionOf = (schema: z.core.$ZodType): string => {
  const { description } = metaOf(schema);
  const element = elementOf(schema);
  const parts =
    element instanceof z.ZodObject
      ? `; for each: ${typedFields(element)
          .map(([, field]) => descriptionOf(field))
          .join(", ")}`
      : "";
  return `${typeof description === "string" ? description : ""}${parts}`;
};

/** The description of a field, after that of its group. */
export const purposeOf = ({ schema, about }: Field): string =>
  about ? `${about} – ${descriptionOf(schema)}` : descriptionOf(schema);

/** An example for a field, as typed in reply to a question: without quotes or brackets. */
export const exampleOf = (schema: z.core.$ZodType): string => {
  const element = elementOf(schema);
  if (element instanceof z.ZodObject)
    return typedFields(element)
      .map(([, field]) => exampleOf(field))
      .join(", ");
  const { examples } = metaOf(schema);
  return Array.isArray(examples) ? typedInAnswer(examples[0]) : "…";
};

/** An example as typed in reply to a question: the entries of a list separated by commas. */
export const typedInAnswer = (example: unknown): string =>
  Array.isArray(example) ? example.map(String).join(", ") : String(example);

const lineOf = (typed: string) => typed.trim().replace(/[ \t\r\n]+/g, " ");

const scalarOf = (schema: z.core.$ZodType, typed: string): unknown => {
  const figure = Number(typed);
  return inner(schema) instanceof z.ZodNumber && typed !== "" && Number.isFinite(figure)
    ? figure
    : typed;
};

const typedValue = (schema: z.core.$ZodType, typed: string): unknown =>
  elementOf(schema) === undefined ? scalarOf(schema, typed) : typed.split(",").map(lineOf);

/** An entry of a list, typed as its fields separated by commas; extra commas belong to the first. */
const entryOf = (schema: z.ZodObject, typed: string): Record<string, unknown> => {
  const fields = typedFields(schema);
  const pieces = typed.split(",").map(lineOf);
  const surplus = Math.max(0, pieces.length - fields.length);
  const parts = [pieces.slice(0, surplus + 1).join(", "), ...pieces.slice(surplus + 1)];
  return Object.fromEntries(
    fields
      .slice(0, parts.length)
      .map(([key, field], at) => [key, typedValue(field, parts[at] ?? "")]),
  );
};

/**
 * What was typed into a field, in the type of its schema: numbers as such, lists split at commas,
 * lists of objects at semicolons. Values of the wrong type are left for the schema to report.
 */
export const valueOf = ({ schema, isText }: Field, typed: string): unknown => {
  const element = elementOf(schema);
  if (isText) return typed.trim();
  if (typed.trim() === "") return scalarOf(schema, "");
  return element instanceof z.ZodObject
    ? typed.split(";").map((entry) => entryOf(element, entry))
    : typedValue(schema, lineOf(typed));
};

/** The record or front matter that the answers make up. */
export const recordOf = (fields: readonly Field[], answers: Answers): Record<string, unknown> => {
  const record: Record<string, unknown> = {};
  for (const { name, path } of fields) {
    if (path.length === 0 || !answers.has(name)) continue;
    let group = record;
    for (const key of path.slice(0, -1)) group = (group[key] ??= {}) as Record<string, unknown>;
    group[String(path.at(-1))] = answers.get(name);
  }
  return record;
};
