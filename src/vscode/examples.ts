import { z } from "zod";
import { inner, requiredKeys } from "../schemas/introspection.ts";

const exampleOf = (field: z.core.$ZodType): unknown => {
  if (field instanceof z.ZodObject) return recordExample(field);
  const examples = field instanceof z.ZodType ? field.meta()?.["examples"] : undefined;
  if (Array.isArray(examples)) return examples[0] as unknown;
  throw new Error("A field has no example; give it one with .meta() in src/schemas.");
};

/**
 * A record with an example in each of the fields that it cannot do without, in their order.
 * @throws where such a field has no example.
 */
export const recordExample = (record: z.ZodObject): Record<string, unknown> =>
  Object.fromEntries(
    requiredKeys(record).map((key) => [
      key,
      exampleOf(inner(record.shape[key] as z.core.$ZodType)),
    ]),
  );

/** A stop of the Tab key in a snippet, with a text that one types over. */
export const stop = (at: number, text: string): string =>
  `\${${String(at)}:${text.replaceAll(/[\\$}]/g, "\\$&")}}`;

/** A value in which every text and figure has become a stop of the Tab key, in their order. */
export const withStops = (value: unknown): unknown => {
  let at = 0;
  const stopped = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(stopped);
    if (typeof one !== "object" || one === null) return stop(++at, String(one));
    return Object.fromEntries(Object.entries(one).map(([key, below]) => [key, stopped(below)]));
  };
  return stopped(value);
};
