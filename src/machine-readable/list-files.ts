import { stringify } from "csv-stringify/sync";
import { factsFile } from "../centre/addresses.ts";
import { isRecord } from "../schemas/introspection.ts";
import type { JsonSchema } from "./centre-schema.ts";
import type { PublicCentre, PublicRecord } from "./public-centre.ts";

/** The paths of the fields that hold no others. */
const leavesOf = ({ properties = {} }: JsonSchema, above: readonly string[] = []): string[][] =>
  Object.entries(properties).flatMap(([name, field]) => {
    const path = [...above, name];
    return isRecord(field) && field["properties"] ? leavesOf(field, path) : [path];
  });

const at = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), record);

/** A value as the text of a cell: simple values of a list side by side, others as JSON. */
const cell = (value: unknown): string => {
  if (value === undefined) return "";
  if (Array.isArray(value) && !value.some(isRecord)) return value.join("; ");
  return typeof value === "string" ? value : JSON.stringify(value);
};

/**
 * Records as CSV (RFC 4180), a column for each field that their schema has. Cells hold what the records
 * hold, unaltered: they are the organization's own words, and nobody else's to be guarded against.
 */
const csvOf = (schema: JsonSchema, records: readonly PublicRecord[]): string => {
  const columns = leavesOf(schema);
  return stringify(
    [
      columns.map((path) => path.join(".")),
      ...records.map((record) => columns.map((path) => cell(at(record, path)))),
    ],
    /* By itself it quotes no line end but the one between records. */
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
};

/** The schema at a path of property names. */
const schemaAt = (schema: JsonSchema, path: readonly string[]): JsonSchema =>
  path.reduce<JsonSchema>((above, name) => above.properties?.[name] as JsonSchema, schema);

/**
 * The files of the lists, by their paths: each as CSV and as JSON.
 * @param schema of the centre
 */
export const listFiles = (centre: PublicCentre, schema: JsonSchema): Record<string, string> =>
  Object.fromEntries(
    (["facts", "lists"] as const).flatMap((group) =>
      Object.entries(centre[group]).flatMap(([name, list]) => {
        const { items } = schemaAt(schema, [group, name, "records"]);
        return [
          [factsFile(name, "csv"), csvOf(items as JsonSchema, list.records)],
          [factsFile(name, "json"), `${JSON.stringify(list, undefined, 2)}\n`],
        ];
      }),
    ),
  );
