import { z } from "zod";
import { facts } from "../schemas/facts.ts";
import { prose } from "../schemas/prose.ts";
import { site } from "../schemas/site.ts";
import { requestTemplate } from "../schemas/template.ts";
import { recordExample, withStops } from "./examples.ts";

/** A JSON Schema of draft 7, the latest that YAML editors know in full. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What a schema itself says of a value that does not fit; Zod's own messages are for programs. */
const ownMessage = (schema: z.core.$ZodTypes): string | undefined => {
  const { error, checks = [] } = schema._zod.def;
  const errors = [error, ...checks.map(({ _zod: { def } }) => def.check !== "custom" && def.error)];
  const message = errors.find((one) => typeof one === "function")?.({} as never);
  return typeof message === "string" ? message : undefined;
};

/**
 * The JSON Schema of a Zod schema. `errorMessage` and `defaultSnippets` are understood by VS Code.
 * References between files stay free text: the ids of the day in here would make every record that
 * Legal adds a change of the schemas. The content check compares them and names the nearest.
 */
const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      // A field is written where it differs from its default, so editors complete its example.
      delete jsonSchema.default;
      // Of use to the commands alone; JSON Schema knows no such word.
      delete jsonSchema["refersTo"];
      const message = zodSchema instanceof z.ZodObject ? undefined : ownMessage(zodSchema);
      if (message !== undefined) jsonSchema["errorMessage"] = message;
    },
  });

const listOf = (record: z.ZodObject): JsonSchema => ({
  ...jsonSchemaOf(z.array(record)),
  defaultSnippets: [
    {
      label: "new record",
      description: "A record with every field that it cannot do without",
      body: withStops(recordExample(record)),
    },
  ],
});

/**
 * The JSON Schema of every kind of file in the content folder, by name: the files of facts, the
 * site, the template of the request, and the front matter of pages, questions and statements.
 */
export const jsonSchemas = (): Record<string, JsonSchema> => ({
  ...Object.fromEntries(Object.entries(facts).map(([name, record]) => [name, listOf(record)])),
  ...Object.fromEntries(
    Object.entries(prose).map(([name, matter]) => [`${name}-front-matter`, jsonSchemaOf(matter)]),
  ),
  site: jsonSchemaOf(site),
  "privacy-request": jsonSchemaOf(requestTemplate),
});
