import type { z } from "zod";
import type { Content } from "../parse/content.ts";
import { facts, isFactName, type FactName } from "../schemas/facts.ts";
import { fileOfList, listNames, recordOfColumns } from "../schemas/lists.ts";
import { metaOf } from "../schemas/introspection.ts";

/** A list that a record can be added to. */
export interface RecordList {
  /** Its file, from the content folder. */
  readonly path: string;
  /** The key of the file that holds the records; none where the file is the list. */
  readonly key?: string;
  /** What it lists. */
  readonly title: string;
  readonly schema: z.ZodObject;
  readonly records: readonly { readonly id: string }[];
}

const factList = (content: Content, name: FactName): RecordList => {
  const { description } = metaOf(facts[name]);
  return {
    path: fileOfList(name),
    title: typeof description === "string" ? description : "",
    schema: facts[name],
    records: content.facts[name],
  };
};

/** The list of facts, or the declared list, that has a name; nothing where none has it. */
export const namedList = (content: Content, name: string): RecordList | undefined => {
  if (isFactName(name)) return factList(content, name);
  const declared = content.lists.find(({ id }) => id === name);
  return (
    declared && {
      path: fileOfList(`lists/${name}`),
      key: "records",
      title: declared.title,
      schema: recordOfColumns(declared.columns),
      records: declared.records,
    }
  );
};

/** Every list that a record can be added to, by its name. */
export const allLists = (content: Content): (RecordList & { readonly name: string })[] =>
  listNames(content.lists).flatMap((name) => {
    const list = namedList(content, name);
    return list === undefined ? [] : [{ name, ...list }];
  });
