import { z } from "zod";
import { accessibility } from "../schemas/accessibility.ts";
import { facts } from "../schemas/facts.ts";
import { inner, keysOf, shapeOf } from "../schemas/introspection.ts";
import { listDeclaration } from "../schemas/lists.ts";
import { prose } from "../schemas/prose.ts";
import { site } from "../schemas/site.ts";
import { requestTemplate } from "../schemas/template.ts";

const namesIn = (schema: z.core.$ZodType): string[] => {
  const field = inner(schema);
  if (field instanceof z.ZodArray) return namesIn(field.element);
  if (field instanceof z.ZodUnion) return field.options.flatMap(namesIn);
  return field instanceof z.ZodObject
    ? [...keysOf(field), ...Object.values(shapeOf(field)).flatMap(namesIn)]
    : [];
};

/** The names of all fields in the content, but for columns that an organization declares itself. */
export const knownFields: ReadonlySet<string> = new Set(
  [
    ...Object.values(facts),
    ...Object.values(prose),
    accessibility,
    listDeclaration,
    site,
    requestTemplate,
  ].flatMap(namesIn),
);
