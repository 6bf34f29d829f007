import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { keysOf } from "../schemas/introspection.ts";
import { confirmationFields, words } from "../schemas/fields.ts";
import { fileOfList } from "../schemas/lists.ts";
import type { RecordList } from "./lists.ts";
import { UserError, type Generator, type Change, type Context } from "./generator.ts";
import { field, fieldsOf, recordOf, type Field } from "./fields.ts";
import { idIsTaken, proposedId } from "./ids.ts";
import { idsOf } from "./prose.ts";
import { yamlOf } from "./serialize.ts";

/**
 * A list of records with one more at its end, in the notation of those before it, and the offset of
 * the new one. The text before it stays the same, except for the brackets of an empty list.
 * @throws {UserError} if the records are in brackets
 */
const withRecord = (
  path: string,
  text: string,
  key: string | undefined,
  record: Readonly<Record<string, unknown>>,
): Pick<Change, "text" | "offset" | "within"> => {
  const document = parseDocument(text);
  const records = key === undefined ? document.contents : document.get(key);
  const list = isSeq(records) ? records : undefined;
  if (list?.flow && list.items.length > 0)
    throw new UserError(
      `${path} lists its records in brackets; write each one on a line of its own, starting with a hyphen, and try again`,
    );
  const [start, end] = list?.range ?? [0, 0];
  const { contents } = document;
  const lastKey = isMap(contents) ? contents.items.at(-1)?.key : undefined;
  if (key !== undefined && !(isScalar(lastKey) && lastKey.value === key))
    throw new UserError(
      `${path} goes on below its records; move \`${key}:\` and what it lists to the end of the file, and try again`,
    );
  const head = text.slice(0, start);
  const before = list?.flow
    ? (key === undefined ? head : head.trimEnd()) +
      text.slice(end).replace(/^[^\S\n]*\n?/, key === undefined ? "" : "\n")
    : text;
  const last = list?.items.at(-1);
  const isRow = isMap(last) && last.flow === true;
  const isBegun = list !== undefined && !list.flow;
  const depth = isBegun
    ? start - (text.lastIndexOf("\n", start - 1) + 1)
    : key === undefined
      ? 0
      : 2;
  const indent = " ".repeat(depth);
  const lines = isRow ? `- ${yamlOf(record, { flow: true })}` : yamlOf([record]);
  const added = lines.trimEnd().replaceAll(/^/gm, indent);
  const lineEnd = before === "" || before.endsWith("\n") ? "" : "\n";
  const gap = isRow || list === undefined || list.items.length === 0 ? "" : "\n";
  const withLineEnds = (lines: string) =>
    text.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines;
  const above = before + withLineEnds(lineEnd + gap);
  const within = [...(key === undefined ? [] : [key]), list?.flow ? 0 : (list?.items.length ?? 0)];
  return { text: above + withLineEnds(`${added}\n`), offset: above.length, within };
};

/** Adds a record to a list. */
export const fact = (
  { path, key, schema, records }: RecordList,
  { folder, content }: Context,
): Generator => {
  const [, titled = ""] = keysOf(schema);
  const taken = [
    ...records.map(({ id }) => id),
    /* A question could not keep its address beside a topic of its name. */
    ...(path === fileOfList("topics") ? idsOf(content.prose.faq) : []),
  ];
  const all = fieldsOf(schema).filter(({ path: [key = ""] }) => !confirmationFields.includes(key));
  const others = all.filter(({ name: field }) => field !== "id");
  const ids = all
    .filter(({ name: field }) => field === "id")
    .map((field): Field => ({
      ...field,
      derive: (answers) => proposedId(String(answers.get(titled)), content, taken),
      validate: (id) => (taken.includes(id) ? [idIsTaken(id, taken)] : []),
    }));
  const open = field(
    "unconfirmed",
    words("What must be settled before the fact is confirmed", "Is this the address?").optional(),
  );
  const fields = [...others, ...ids, open];
  const read = () =>
    readFile(join(folder, path), "utf8").catch(() => {
      throw new UserError(
        `${folder}/${path} cannot be read; \`npm run check\` says what is wrong with it`,
      );
    });
  return {
    fields,
    schema,
    folder: () => folder,
    prepare: async () => {
      withRecord(`${folder}/${path}`, await read(), key, {});
    },
    changes: async (answers) => {
      const before = await read();
      const record = recordOf([...ids, ...others], answers);
      const question = answers.get("unconfirmed");
      const whole = question === undefined ? record : { ...record, confirmed: false, question };
      return [{ path, before, ...withRecord(`${folder}/${path}`, before, key, whole) }];
    },
  };
};
