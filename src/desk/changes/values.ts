import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import { dataOf } from "../store/edit.ts";

/** The path of a value in the data of a file; undefined if the names lead to none. */
export const fieldPathOf = (data: unknown, names: readonly string[]): FieldPath | undefined => {
  const path: (string | number)[] = [];
  let value = data;
  for (const name of names) {
    if (Array.isArray(value)) {
      const entries: readonly unknown[] = value;
      const byId = entries.findIndex((entry) => isRecord(entry) && entry["id"] === name);
      const at = byId === -1 && /^\d+$/.test(name) ? Number(name) : byId;
      if (!(at in entries)) return undefined;
      path.push(at);
      value = entries[at];
    } else if (isRecord(value) && Object.hasOwn(value, name)) {
      path.push(name);
      value = value[name];
    } else return undefined;
  }
  return path;
};

/** What a file holds where the names lead that lead to a part; undefined if there is nothing. */
export const valueUnder = (file: string, text: string, names: readonly string[]): unknown => {
  const data = dataOf(file, text)?.value;
  return fieldPathOf(data, names)?.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string | number, unknown>>)[step],
    data,
  );
};
