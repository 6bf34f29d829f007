import { z } from "zod";
import { inner, requiredKeys } from "../schemas/introspection.ts";

const exampleOf = (field: z.core.$ZodType): unknown => {
  if (field instanceof z.ZodObject) return recordExample(field);
  const examples = field instanceof z.ZodType ? field.meta()?.["examples"] : undefined;
  if (Array.isArray(examples)) return examples[0] as unknown;
  throw new Error("A field has no example; give it one with .meta() in src/schemas.");
};

/**
 * A record with an example in each required field, in order.
 * @throws if a required field has no example
 */
export const recordExample = (record: z.ZodObject): Record<string, unknown> =>
  Object.fromEntries(
    requiredKeys(record).map((key) => [
      key,
      exampleOf(inner(record.shape[key] as z.core.$ZodType)),
    ]),
  );

/** A tab stop in a snippet, with a text to type over. */
export const tabStop = (at: number, text: string): string =>
  `\${${String(at)}:${text.replaceAll(/[\\$}]/g, "\\$&")}}`;

/** A value in which every text and number has become a tab stop, in order. */
export const withTabStops = (value: unknown): unknown => {
  let at = 0;
  const replaced = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(replaced);
    if (typeof part !== "object" || part === null) return tabStop(++at, String(part));
    return Object.fromEntries(Object.entries(part).map(([key, below]) => [key, replaced(below)]));
  };
  return replaced(value);
};
