import { z } from "zod";
import { inner, shapeOf } from "../schemas/introspection.ts";

/** What has been answered so far, by the names of the fields. */
export type Answers = ReadonlyMap<string, unknown>;

/** Something that is filled in before a file is written. */
export interface Field {
  /** Its name on the command line: `authority-url` for the field `url` within `authority`. */
  readonly name: string;
  /** Where it goes in the record or front matter; empty where it is no field of these. */
  readonly path: readonly string[];
  readonly schema: z.core.$ZodType;
  /** What the group is that it belongs to. */
  readonly about?: string;
  /** Whether it has to be filled in, once those named in `given` are. */
  readonly isNeeded: (given: Iterable<string>) => boolean;
  /** Whether somebody is asked for it who need not fill it in. */
  readonly isOffered?: boolean;
  /** Whether it can have several paragraphs. */
  readonly isText?: boolean;
  /** What it is where nobody says so; nothing where that cannot be known. */
  readonly derive?: (answers: Answers) => string | number | undefined;
  /** Why what was filled in cannot stand, beside what its schema says of it. */
  readonly refuse?: (value: string) => readonly string[];
}

/** A field that is no field of a record. */
export const field = (name: string, schema: z.core.$ZodType, rest: Partial<Field> = {}): Field => ({
  name,
  path: [],
  schema,
  isNeeded: () => schema === inner(schema),
  ...rest,
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The fields of an object, those within its groups included. */
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
          [...given].some((one) => one.startsWith(`${name}-`)),
      });
    const isNeeded: Field["isNeeded"] = (given) => isRequired && group.isNeeded(given);
    return [{ name, path, schema: field, isNeeded, about: group.about ?? "" }];
  });

const metaOf = (schema: z.core.$ZodType): Readonly<Record<string, unknown>> =>
  (schema instanceof z.ZodType ? schema.meta() : undefined) ??
  (schema === inner(schema) ? {} : metaOf(inner(schema)));

/** What a field is, as its schema describes it. */
const descriptionOf = (schema: z.core.$ZodType): string => {
  const { description } = metaOf(schema);
  const element = elementOf(schema);
  const parts =
    element instanceof z.ZodObject
      ? `; of each: ${Object.values(shapeOf(element)).map(descriptionOf).join(", ")}`
      : "";
  return `${typeof description === "string" ? description : ""}${parts}`;
};

/** What a field is for, its group first. */
export const purposeOf = ({ schema, about }: Field): string =>
  about ? `${about} – ${descriptionOf(schema)}` : descriptionOf(schema);

/** What the entries of a list are; nothing where the field is no list. */
export const elementOf = (schema: z.core.$ZodType): z.core.$ZodType | undefined => {
  const list = inner(schema);
  return list instanceof z.ZodArray ? inner(list.element) : undefined;
};

/** What one types into a field, without the marks that it has in a file. */
export const exampleOf = (schema: z.core.$ZodType): string => {
  const element = elementOf(schema);
  if (element instanceof z.ZodObject)
    return Object.values(shapeOf(element)).map(exampleOf).join(", ");
  const { examples } = metaOf(schema);
  return Array.isArray(examples) ? typedOut(examples[0]) : "…";
};

/** An example as one types it in answer to a question: the entries of a list with commas. */
export const typedOut = (example: unknown): string =>
  Array.isArray(example) ? example.map(String).join(", ") : String(example);

/** The file or folder whose ids a field holds; nothing where it holds none. */
export const targetOf = (schema: z.core.$ZodType): string | undefined => {
  const { refersTo } = metaOf(elementOf(schema) ?? schema);
  return typeof refersTo === "string" ? refersTo : undefined;
};

const lineOf = (typed: string) => typed.trim().replace(/[ \t\r\n]+/g, " ");

const scalarOf = (schema: z.core.$ZodType, typed: string): unknown => {
  const figure = Number(typed);
  return inner(schema) instanceof z.ZodNumber && typed !== "" && Number.isFinite(figure)
    ? figure
    : typed;
};

/** An entry of a list: its fields with commas between them; further commas belong to the first. */
const entryOf = (schema: z.ZodObject, typed: string): Record<string, unknown> => {
  const fields = Object.entries(shapeOf(schema));
  const pieces = typed.split(",").map(lineOf);
  const surplus = Math.max(0, pieces.length - fields.length);
  const parts = [pieces.slice(0, surplus + 1).join(", "), ...pieces.slice(surplus + 1)];
  return Object.fromEntries(
    fields
      .slice(0, parts.length)
      .map(([key, field], at) => [key, scalarOf(field, parts[at] ?? "")]),
  );
};

/**
 * What was typed into a field, as its schema wants it: a figure as a number, a list split at its
 * commas, and one of entries at its semicolons. What does not fit is left for the schema to refuse.
 */
export const valueOf = ({ schema, isText }: Field, typed: string): unknown => {
  const element = elementOf(schema);
  if (isText) return typed.trim();
  if (element === undefined || typed.trim() === "") return scalarOf(schema, lineOf(typed));
  return element instanceof z.ZodObject
    ? typed.split(";").map((entry) => entryOf(element, entry))
    : typed.split(",").map(lineOf);
};

/** What was answered, as the record or front matter that it makes. */
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
