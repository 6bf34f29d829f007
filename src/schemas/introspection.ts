import { z } from "zod";

/** The keys and positions from the top of a file to a field. */
export type FieldPath = readonly (string | number)[];

/** The fields of an object, by their names. */
export const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.core.$ZodType>> =>
  schema.shape;

/** The schema of a field without its optional or default wrapper. */
export const inner = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? inner(schema.unwrap())
    : schema;

/** The schema of the field that a path leads to. */
export const fieldAt = (schema: z.core.$ZodType, path: FieldPath): z.core.$ZodType | undefined => {
  let field: z.core.$ZodType | undefined = inner(schema);
  for (const step of path) {
    if (field instanceof z.ZodObject) field = shapeOf(field)[String(step)];
    else if (field instanceof z.ZodArray) field = field.element;
    else return undefined;
    field &&= inner(field);
  }
  return field;
};

/** The names of the fields of an object. */
export const keysOf = (schema: z.ZodObject) => Object.keys(shapeOf(schema));

/** The names of an object's required fields. */
export const requiredKeys = (schema: z.ZodObject) =>
  Object.entries(shapeOf(schema))
    .filter(([, field]) => field === inner(field))
    .map(([key]) => key);

/** Whether a value is an object with fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields of a value that are valid by themselves, with the schema's defaults. */
export const validFields = (schema: z.ZodObject, value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
      const written = isRecord(value) ? value[name] : undefined;
      const { success, data } = z.safeParse(field, written);
      if (success) return [[name, data]];
      const below = inner(field);
      return below instanceof z.ZodObject ? [[name, validFields(below, written)]] : [];
    }),
  );

/** The metadata of a field, whether or not it is optional. */
export const metaOf = (schema: z.core.$ZodType): Readonly<Record<string, unknown>> =>
  (schema instanceof z.ZodType ? schema.meta() : undefined) ??
  (schema === inner(schema) ? {} : metaOf(inner(schema)));

/** The schema of a list's entries; undefined if the field is not a list. */
export const elementOf = (schema: z.core.$ZodType): z.core.$ZodType | undefined => {
  const list = inner(schema);
  return list instanceof z.ZodArray ? inner(list.element) : undefined;
};

/** The list or folder that a field refers to, by one id or several; undefined if it does not. */
export const targetOf = (schema: z.core.$ZodType): string | undefined => {
  const { refersTo } = metaOf(elementOf(schema) ?? inner(schema));
  return typeof refersTo === "string" ? refersTo : undefined;
};
