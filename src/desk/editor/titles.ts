import type { z } from "zod";
import type { Content } from "../../parse/content.ts";
import type { Place } from "../../parse/issue.ts";
import { facts, isFactName } from "../../schemas/facts.ts";
import { isRecord, keysOf, metaOf, type FieldPath } from "../../schemas/introspection.ts";
import { columnsOf, recordOfColumns } from "../../schemas/lists.ts";

/* What files and records are called on the desk, whose readers do not know them by their names. */

/** A list that a file holds. */
interface List {
  /** Its path in the file. */
  readonly path: FieldPath;
  readonly record: z.ZodObject;
  /** The field by which each record is called. */
  readonly titled: string;
}

const list = (path: FieldPath, record: z.ZodObject): List => {
  const [, titled = "id"] = keysOf(record);
  return { path, record, titled };
};

/** The list in a file; undefined if it holds none, or one whose columns are not valid. */
export const listOf = (file: string, value: unknown): List | undefined => {
  const [folder, name = ""] = file.split("/");
  const facet = name.replace(/\.yaml$/, "");
  if (folder === "facts" && isFactName(facet)) return list([], facts[facet]);
  const columns = folder === "lists" ? columnsOf(value) : undefined;
  return columns && list(["records"], recordOfColumns(columns));
};

/** The records of a list in the value of its file. */
export const recordsAt = (value: unknown, path: FieldPath): readonly unknown[] => {
  const records = path.length === 0 ? value : isRecord(value) ? value[String(path[0])] : undefined;
  return Array.isArray(records) ? records : [];
};

const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const countryOf = (code: unknown): string | undefined =>
  typeof code === "string" && /^[a-z]{2}$/.test(code)
    ? countryNames.of(code.toUpperCase())
    : undefined;

/**
 * What a record is called.
 * @param titled the field by which the records of its list are called
 */
export const titleIn = (record: unknown, titled: string): string => {
  const { [titled]: title, id } = isRecord(record) ? record : {};
  /* A country is called by the name that follows from its code. */
  const names = [title, titled === "part" ? countryOf(id) : undefined, id];
  const name = names.find((name) => typeof name === "string" && name !== "");
  return typeof name === "string" ? name : "without a name";
};

/** The title of a file: that of its page, or what it is a list of. */
export const titleOfFile = (file: string, { prose, lists }: Content): string => {
  const [folder = "", name = ""] = file.split("/");
  const id = name.replace(/\.(?:mdx|yaml)$/, "");
  const of = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.find((item) => item.id === id);
  if (folder === "facts" && isFactName(id)) return String(metaOf(facts[id])["description"]);
  if (folder === "lists") return of(lists)?.title || id;
  if (folder === "faq") return of(prose.faq)?.data.question ?? id;
  if (folder === "pages" || folder === "statements") return of(prose[folder])?.data.title ?? id;
  if (file === "facts/accessibility.yaml") return "Accessibility statement";
  if (file === "site.yaml") return "Settings of the site";
  return file === "templates/privacy-request.yaml" ? "The email for a privacy request" : file;
};

/** Whether a place is not behind another in the same file. */
export const isBefore = (one: Place, other: Place): boolean =>
  one.line < other.line || (one.line === other.line && one.column <= other.column);

/** A record of a file that is a list, as the desk names it. */
export interface NamedRecord {
  readonly id: string;
  readonly title: string;
  readonly at: number;
  readonly path: FieldPath;
}

/** The records in a file of the content; none where it is no list. */
export const recordTitles = ({ facts: read, lists }: Content, file: string): NamedRecord[] => {
  const [folder, name = ""] = file.split("/");
  const id = name.replace(/\.yaml$/, "");
  const declared = folder === "lists" ? lists.find((list) => list.id === id) : undefined;
  const records: readonly { readonly id: string }[] =
    folder === "facts" && isFactName(id) ? read[id] : (declared?.records ?? []);
  const shape = listOf(file, declared);
  return records.map((record, at) => ({
    id: record.id,
    title: titleIn(record, shape?.titled ?? "id"),
    at,
    path: [...(shape?.path ?? []), at],
  }));
};
