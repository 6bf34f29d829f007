import { z } from "zod";
import { accessibility, limitation } from "../schemas/accessibility.ts";
import { facts } from "../schemas/facts.ts";
import { ownKeywords } from "../schemas/fields.ts";
import {
  listDeclaration,
  listOfColumns,
  recordOfColumns,
  type DeclaredList,
} from "../schemas/lists.ts";
import { prose } from "../schemas/prose.ts";
import { site } from "../schemas/site.ts";
import { requestTemplate } from "../schemas/template.ts";
import { recordExample, withTabStops } from "./examples.ts";

/** A JSON Schema of draft 7, the latest that YAML editors know in full. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A schema's own message for invalid values; Zod's messages are for programmers. */
const ownMessage = (schema: z.core.$ZodTypes): string | undefined => {
  const { error, checks = [] } = schema._zod.def;
  const errors = [error, ...checks.map(({ _zod: { def } }) => def.check !== "custom" && def.error)];
  const message = errors.find((message) => typeof message === "function")?.({} as never);
  return typeof message === "string" ? message : undefined;
};

/**
 * The JSON Schema of a Zod schema. `errorMessage` and `defaultSnippets` are understood by VS Code.
 * References between files are plain strings: if the schemas listed today's ids, every new record would
 * change them. The content check resolves references and suggests the nearest id.
 */
const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      // A field is written only where it differs from its default, so editors offer its example instead.
      delete jsonSchema.default;
      // Used by the commands and the desk only; not JSON Schema keywords.
      for (const name of ownKeywords) Reflect.deleteProperty(jsonSchema, name);
      const message = zodSchema instanceof z.ZodObject ? undefined : ownMessage(zodSchema);
      if (message !== undefined) jsonSchema["errorMessage"] = message;
    },
  });

const newRecord = (record: z.ZodObject, label = "new record") => [
  {
    label,
    description: "A record with all its required fields",
    body: withTabStops(recordExample(record)),
  },
];

const listOf = (record: z.ZodObject): JsonSchema => ({
  ...jsonSchemaOf(z.array(record)),
  defaultSnippets: newRecord(record),
});

const declaredListOf = ({ columns }: DeclaredList): JsonSchema => {
  const schema = jsonSchemaOf(listOfColumns(columns));
  const records = schema.properties?.["records"];
  if (typeof records === "object") records["defaultSnippets"] = newRecord(recordOfColumns(columns));
  return schema;
};

const statementOnAccessibility = (): JsonSchema => {
  const schema = jsonSchemaOf(accessibility);
  const limitations = schema.properties?.["limitations"];
  if (typeof limitations === "object") limitations["defaultSnippets"] = newRecord(limitation);
  return { ...schema, defaultSnippets: newRecord(accessibility, "new statement") };
};

/** What the schema of a declared list is called. */
export const listSchemaName = (id: string): string => `list-${id}`;

/** What the schema is called of a list whose columns are still to be declared. */
export const newListSchema = "list";

/**
 * The JSON Schema of every kind of file in the content folder, by name: the files of facts, the
 * declared lists, the site, the template of the request, and the front matter of pages, questions
 * and statements.
 */
export const jsonSchemas = (lists: readonly DeclaredList[]): Record<string, JsonSchema> => ({
  ...Object.fromEntries(Object.entries(facts).map(([name, record]) => [name, listOf(record)])),
  ...Object.fromEntries(
    Object.entries(prose).map(([name, matter]) => [`${name}-front-matter`, jsonSchemaOf(matter)]),
  ),
  [newListSchema]: jsonSchemaOf(listDeclaration),
  ...Object.fromEntries(lists.map((list) => [listSchemaName(list.id), declaredListOf(list)])),
  accessibility: statementOnAccessibility(),
  site: jsonSchemaOf(site),
  "privacy-request": jsonSchemaOf(requestTemplate),
});
