import { z } from "zod";
import { accessibilityPage, pathOfFile, questionsAnchor } from "../../centre/addresses.ts";
import { issuesOf } from "../../check/index.ts";
import { answersIn } from "../../check/prose/answers.ts";
import { componentsIn } from "../../check/components/placed-components.ts";
import { contentFolder } from "../../environment.ts";
import { readContent, type Content } from "../../parse/content.ts";
import { placeAt, type Issue, type Place } from "../../parse/issue.ts";
import { isElement, propOf } from "../../parse/mdx-tree.ts";
import { proposedId } from "../../scaffold/ids.ts";
import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import { accessibilityFile } from "../../schemas/records.ts";
import { referencesOf, shownBy } from "../../schemas/vocabulary.ts";
import { dataOf } from "../store/edit.ts";
import { openContentFile } from "../store/files.ts";
import { passageOf } from "../store/passages.ts";
import { schemaOfFile } from "../store/schema-of-file.ts";
import { offeredSteps, type OfferedStep } from "../steps/offered.ts";
import { insertableIn, type Insertable } from "./insertable.ts";
import { isBefore, listOf, recordsAt, titleIn, titleOfFile } from "./titles.ts";
import { blankRecord, confirmationsIn, fieldsIn, type Confirmation, type Field } from "./fields.ts";
import { withFixedIds } from "./fixed-ids.ts";

/** The texts that are not saved yet, by their files from the content folder. */
export type Unsaved = ReadonlyMap<string, string>;

/** Something that the check says, and the field that it says it of. */
export interface Remark extends Pick<Issue, "message" | "severity" | "line"> {
  /** Undefined where it concerns the whole. */
  readonly path: FieldPath | undefined;
}

interface Link {
  readonly href: string;
  readonly title: string;
}

/** One of the records of a file that is a list. */
interface ListedRecord {
  readonly id: string;
  readonly title: string;
  readonly at: number;
}

/** What a page of the editor shows of a file. */
export interface View {
  readonly title: string;
  /** Of the list that the record shown is in; undefined where the whole file is shown. */
  readonly listTitle: string | undefined;
  /** Why the file can only be edited as text; undefined where it can be read field by field. */
  readonly unreadable: string | undefined;
  /** The path of the list that the file holds; undefined if it is none. */
  readonly listPath: FieldPath | undefined;
  readonly records: readonly ListedRecord[];
  readonly blank: unknown;
  /** The fields of the record, or of the file. */
  readonly fields: readonly Field[];
  readonly confirmations: readonly Confirmation[];
  /** The text below the fields. */
  readonly body: string | undefined;
  /** The line of the file in which that text starts, from 1. */
  readonly bodyLine: number;
  /** What can be put into that text. */
  readonly insertable: Insertable;
  readonly remarks: readonly Remark[];
  readonly shownOn: readonly Link[];
  /** What else can be done with it: move it, say. */
  readonly steps: readonly OfferedStep[];
  /** An id for a record that has none yet, from its title. */
  readonly proposedId: string | undefined;
}

/** Reads the content as it would be with what is not saved, and what the check says of it. */
export const readUnsaved = async (
  unsaved: Unsaved,
): Promise<{ content: Content; issues: readonly Issue[] }> => {
  /* As when a file is read: its mark of the encoding is no part of the text. */
  const texts = [...unsaved].map(([file, text]) => [file, text.replace(/^\uFEFF/, "")] as const);
  const content = await readContent(contentFolder, undefined, new Map(texts));
  return { content, issues: issuesOf(contentFolder, content) };
};

const flat = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...flat(field.fields)]);

/** The field that an issue is about: the one that it names as missing, or the last that starts before it. */
const fieldOfIssue = (
  issue: Issue,
  fields: readonly Field[],
  placeOf: (path: FieldPath) => Place,
): FieldPath | undefined => {
  const [, missing] = /^"([\w-]+)" is missing/.exec(issue.message) ?? [];
  const known = flat(fields);
  const isThere = ({ kind, value }: Field) =>
    value !== undefined && (value || (kind !== "group" && kind !== "list"));
  const before = known.filter((field) => isThere(field) && isBefore(placeOf(field.path), issue));
  const last = before.reduce<Field | undefined>(
    (latest, field) =>
      latest && !isBefore(placeOf(latest.path), placeOf(field.path)) ? latest : field,
    undefined,
  );
  const named = missing
    ? known.find(({ path, value }) => value === undefined && path.at(-1) === missing)
    : undefined;
  return (named ?? last)?.path;
};

/** The files whose text shows a record, or its list. */
const filesShowing = (content: Content, file: string, id: string): readonly string[] => {
  const [folder, name = ""] = file.split("/");
  const list = name.replace(/\.(?:yaml|mdx)$/, "");
  const target = folder === "lists" ? `lists/${list}` : list;
  return content.bodies
    .filter((body) =>
      componentsIn(body).some(({ node, name }) => {
        const prop = (key: string) => (isElement(node) ? propOf(node, key) : undefined);
        if (folder === "faq") return name === "Answer" && prop("to") === list;
        return (
          shownBy(name, prop).some(({ of }) => of === target) ||
          Object.entries(referencesOf(name, prop)).some(
            ([key, to]) =>
              to === target &&
              (prop(key)
                ?.split(",")
                .some((one) => one.trim() === id) ??
                false),
          )
        );
      }),
    )
    .map((body) => body.file);
};

const linkTo = (file: string, content: Content): Link => {
  const [folder, name = ""] = file.split("/");
  const href = folder === "faq" ? questionsAnchor(name.replace(/\.mdx$/, "")) : pathOfFile(file);
  return { href, title: titleOfFile(file, content) };
};

/** The pages of files whose records no component shows. */
const pagesOf: Readonly<Record<string, string>> = {
  "facts/topics.yaml": "pages/faq.mdx",
  "site.yaml": "pages/index.mdx",
  "templates/privacy-request.yaml": "pages/request.mdx",
};

const linksFor = (content: Content, file: string, id: string): readonly Link[] => {
  const { [file]: page = file } = pagesOf;
  const own = page.endsWith(".mdx") ? [page] : [];
  const showing = [...own, ...filesShowing(content, file, id)];
  const including = content.bodies
    .map((body) => body.file)
    .filter((other) => [...answersIn(content, other)].some((answer) => showing.includes(answer)));
  const files = [...showing, ...including];
  const always =
    file === accessibilityFile
      ? [{ href: accessibilityPage, title: "Accessibility statement" }]
      : [];
  return [...always, ...[...new Set(files)].map((shown) => linkTo(shown, content))];
};

const nothing = {
  listTitle: undefined,
  listPath: undefined,
  records: [],
  blank: undefined,
  fields: [],
  confirmations: [],
  body: undefined,
  bodyLine: 1,
  insertable: { links: [], components: [] },
  steps: [],
  proposedId: undefined,
} as const;

/**
 * What the editor shows of a file, or of one record in it.
 * @param at the position of the record; undefined for the whole
 */
export const viewOf = async (
  file: string,
  text: string,
  at: number | undefined,
  unsaved: Unsaved,
): Promise<View> => {
  const { content, issues } = await readUnsaved(new Map([...unsaved, [file, text]]));
  const own = issues.filter((issue) => issue.file === `${contentFolder}/${file}`);
  const data = dataOf(file, text);
  const title = titleOfFile(file, content);
  const asText = own.map(({ message, severity, line }) => ({
    message,
    severity,
    line,
    path: undefined,
  }));
  const schema = data && schemaOfFile(file, data.value);
  if (!data || !schema)
    return {
      ...nothing,
      title,
      unreadable:
        "This file cannot be read field by field. Here is its whole text; mend what is named below, and the form comes back.",
      remarks: asText,
      shownOn: [],
    };
  const list = listOf(file, data.value);
  const records = list ? recordsAt(data.value, list.path) : [];
  const listed = list
    ? records.map((record, position) => ({
        id: isRecord(record) && typeof record["id"] === "string" ? record["id"] : "",
        title: titleIn(record, list.titled),
        at: position,
      }))
    : [];
  const record = at === undefined ? undefined : listed[at];
  const path: FieldPath = list && record ? [...list.path, record.at] : [];
  const value = record ? records[record.at] : data.value;
  const fields =
    list && record
      ? fieldsIn(list.record, value, path, content)
      : schema instanceof z.ZodObject
        ? fieldsIn(schema, value, [], content).filter(
            ({ path: [key] }) => !list || key !== "records",
          )
        : [];
  const placeOf = (to: FieldPath) => content.placeOf(file, to);
  const next = list && record ? [...list.path, record.at + 1] : [];
  const isWithin = (issue: Issue) =>
    !record || !list
      ? true
      : isBefore(placeOf(path), issue) &&
        (record.at + 1 >= records.length || !isBefore(placeOf(next), issue));
  const bodyLine = placeAt(text, data.body?.search(/\S|$/) ?? 0).line;
  const remarks = own.filter(isWithin).map((issue): Remark => ({
    message: issue.message,
    severity: issue.severity,
    line: issue.line,
    path:
      data.body !== undefined && issue.line >= bodyLine
        ? ["body"]
        : fieldOfIssue(issue, fields, placeOf),
  }));
  const taken = listed.map(({ id }) => id);
  const saved = await openContentFile(contentFolder, file).then(
    (opened) => dataOf(file, opened.text)?.value,
    () => undefined,
  );
  return {
    title: record ? record.title : title,
    listTitle: record ? title : undefined,
    unreadable: undefined,
    listPath: list?.path,
    records: listed,
    blank: list && blankRecord(list.record),
    fields: withFixedIds(fields, file, saved, remarks),
    confirmations: confirmationsIn(value, path),
    insertable: data.body === undefined ? nothing.insertable : insertableIn(content),
    body: data.body === undefined ? undefined : passageOf(data.body.replaceAll(/\r\n?/g, "\n")),
    bodyLine,
    remarks,
    shownOn: linksFor(content, file, record?.id ?? ""),
    steps: record ? [] : offeredSteps(file),
    proposedId: record?.id === "" ? proposedId(record.title, content, taken) : undefined,
  };
};

/**
 * What would be wrong elsewhere if the content were as it is with what is not saved, and is not now:
 * why a record cannot be deleted.
 */
export const newErrors = async (before: Unsaved, after: Unsaved): Promise<readonly Issue[]> => {
  const errorsWith = async (unsaved: Unsaved) =>
    (await readUnsaved(unsaved)).issues.filter(({ severity }) => severity === "error");
  const known = new Set(
    (await errorsWith(before)).map(({ file, message }) => `${file} ${message}`),
  );
  return (await errorsWith(after)).filter(({ file, message }) => !known.has(`${file} ${message}`));
};
