import { z } from "zod";
import { facts } from "../schemas/facts.ts";
import { day, ownKeywords, words } from "../schemas/fields.ts";
import { isRecord } from "../schemas/introspection.ts";
import { listDeclaration, recordOfColumns, type DeclaredList } from "../schemas/lists.ts";
import { site } from "../schemas/site.ts";
import { keptBack, ofConfirmation } from "./public-centre.ts";

/** A JSON Schema of 2020-12. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

const address = (description: string) => z.url().meta({ description });

const toCome = {
  holdsFrom: day("The first day on which it holds, while that is to come").optional(),
  notice: words(
    "That it does not hold yet and what applies until then, as GitHub Flavored Markdown",
    "**This text takes effect on May 1, 2026.**",
  ).optional(),
};

const page = (description: string) =>
  z
    .strictObject({
      id: words("Its permanent name", "data"),
      title: words("Its heading", "Your privacy rights"),
      description: words("What it is about, in a sentence", "The rights you have."),
      address: address("Where it can be read"),
      markdown: address("Where its text is, as Markdown"),
      text: words("Its text, as GitHub Flavored Markdown", "# Your privacy rights"),
      ...toCome,
    })
    .meta({ description });

const question = z
  .strictObject({
    id: words("Its permanent name", "who-owns-data"),
    question: words("The question", "Where is my data stored?"),
    topic: words("The id of its topic in the list of topics", "hosting"),
    address: address("Where it is answered"),
    answer: words("The answer, as GitHub Flavored Markdown", "In Ireland."),
    ...toCome,
  })
  .meta({ description: "A question and its answer" });

const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      /* What the check and editors know, and no validator. */
      for (const name of ownKeywords) Reflect.deleteProperty(jsonSchema, name);
      delete jsonSchema["errorMessage"];
      delete jsonSchema["defaultSnippets"];
    },
  });

/** The schemas of records as they are published: countries have the names that pages call them by. */
const published: Readonly<Record<string, z.ZodObject>> = {
  ...facts,
  countries: facts.countries.safeExtend({
    name: words("Its name, in the language of the site", "Germany"),
  }),
};

/** A schema without the fields that are kept back, at any depth. */
const shown = (schema: JsonSchema, hidden: ReadonlySet<string>): JsonSchema => {
  const { properties, required, items } = schema;
  const below = (one: JsonSchema | boolean) => (isRecord(one) ? shown(one, hidden) : one);
  return {
    ...schema,
    ...(isRecord(items) ? { items: shown(items, hidden) } : {}),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => !hidden.has(name))
          .map(([name, property]) => [name, below(property)]),
      ),
    }),
    ...(required && { required: required.filter((name) => !hidden.has(name)) }),
  };
};

/** The schema of a list of records, each with the address of its row where a page has one. */
const listOf = (
  record: z.ZodObject,
  description: string,
  hidden: ReadonlySet<string>,
  more: Record<string, z.ZodType> = {},
): JsonSchema => {
  const list = jsonSchemaOf(
    z
      .strictObject({
        title: words("What it lists", "Hosting regions"),
        csv: address(
          "The list as CSV (RFC 4180): nested fields by their path, several values divided by semicolons",
        ),
        json: address("The list alone, as JSON"),
        records: z.array(z.unknown()).meta({ description: "The records, in their order" }),
        ...more,
      })
      .meta({ description }),
  );
  const of = shown(jsonSchemaOf(record), hidden);
  const properties = {
    ...of.properties,
    address: jsonSchemaOf(address("The address of its row on a page, where one has it")),
  };
  for (const schema of [list, of, properties.address]) delete schema.$schema;
  const records = list.properties?.["records"];
  if (isRecord(records)) records["items"] = { ...of, properties };
  return list;
};

/** The fields of the file that are no lists. */
const frame = z.strictObject({
  $schema: address("The schema of this file"),
  name: words("What the site is called", "Acme Privacy Center"),
  organization: site.shape.organization.meta({ description: "Whose site it is" }),
  address: address("Where the site is"),
  language: site.shape.center.shape.language,
  asOf: day("The day of the latest review of any of it"),
  unconfirmed: z.int().min(0).meta({
    description:
      "How many facts the organization must still confirm; the site is a draft while there are any",
  }),
  pages: z.array(page("A page")).meta({ description: "The pages, in the order of the navigation" }),
  statements: z
    .array(page("A statement that no longer applies"))
    .meta({ description: "Statements that are kept because they were public once" }),
  questions: z.array(question).meta({ description: "The questions, by topic" }),
});

/** The lists by their names, as an object of which each is there. */
const allOf = (description: string, properties: Record<string, JsonSchema>): JsonSchema => ({
  type: "object",
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/**
 * The JSON Schema (2020-12) of `/centre.json`. Descriptions are those by which the content is edited.
 * @param lists that the organization declares
 */
export const centreSchema = (lists: readonly DeclaredList[]): JsonSchema => {
  const schema = jsonSchemaOf(frame);
  const properties = {
    ...schema.properties,
    facts: allOf(
      "The lists that every such site has",
      Object.fromEntries(
        Object.entries(published).map(([name, record]) => [
          name,
          listOf(record, record.description ?? name, keptBack),
        ]),
      ),
    ),
    lists: allOf(
      "The lists that the organization declares",
      Object.fromEntries(
        lists.map(({ id, title, columns }) => [
          id,
          listOf(recordOfColumns(columns), title, ofConfirmation, {
            columns: listDeclaration.shape.columns,
          }),
        ]),
      ),
    ),
  };
  return {
    ...schema,
    properties,
    required: Object.keys(properties),
  };
};
