import { isDeepStrictEqual } from "node:util";
import { isMap, isPair, isScalar, isSeq } from "yaml";
import { z } from "zod";
import { splitProse } from "../../parse/front-matter.ts";
import { memoizeByFile } from "../../parse/memoize-by-file.ts";
import { unquotedValues } from "../../parse/unquoted-values.ts";
import { readYaml } from "../../parse/yaml.ts";
import { fieldAt, isRecord, keysOf, type FieldPath } from "../../schemas/introspection.ts";
import { entriesFor, fieldsFor, scalarsFor, type Surroundings } from "./notation.ts";
import { asTyped, lineBreakOf, passageOf, withPassage } from "./passages.ts";
import { Refusal } from "./refusal.ts";
import { schemaOfFile } from "./schema-of-file.ts";
import {
  afterColon,
  collectionOf,
  endOf,
  lineStart,
  nodeAt,
  parseSource,
  valueIn,
  type Collection,
  type Range,
} from "./yaml-source.ts";

/** A change of one place in a content file. Paths lead to it from the top of the file's fields. */
export type Edit =
  /**
   * Writes the value of a field or entry. A field that is not there is added; null takes it out, and
   * no field of the content has it for a value.
   */
  | { readonly kind: "set"; readonly path: FieldPath; readonly value: unknown }
  /** Adds an entry to a list, before the one whose position the path ends in. */
  | { readonly kind: "insert"; readonly path: FieldPath; readonly value: unknown }
  | { readonly kind: "remove"; readonly path: FieldPath }
  /** Moves an entry of a list to another position. */
  | { readonly kind: "move"; readonly path: FieldPath; readonly to: number }
  /** Writes the text below the fields. */
  | { readonly kind: "body"; readonly text: string };

/** What a file holds, as the project reads it. */
export interface FileData {
  readonly value: unknown;
  /** The text below the fields; undefined in files that are all fields. */
  readonly body: string | undefined;
}

/** A stretch of a text and what is to stand there. */
interface Replacement extends Range {
  readonly text: string;
}

const cannotBeRead = (file: string) =>
  `${file} cannot be read field by field; open it as text and mend what the check names first`;

interface Reading extends FileData {
  /** The text of the fields, in its place in the file. */
  readonly yaml: string;
  /** How many values the site would be built with otherwise than the check reads them. */
  readonly misread: number;
}

/** Reads a file as the project does; undefined if anything in it is not as it should be written. */
const readFresh = (file: string, text: string): Reading | undefined => {
  const isProse = file.endsWith(".mdx");
  const prose = isProse ? splitProse(text) : undefined;
  const yaml = prose === undefined ? text : prose.matter;
  if (yaml === undefined || (prose && prose.faults.length > 0)) return undefined;
  const fields = readYaml(`${file} as edited`, yaml);
  if (!fields.understood || fields.issues.length > 0) return undefined;
  const misread = isProse ? unquotedValues(file, fields).length : 0;
  return { value: fields.value, body: prose?.body, yaml, misread };
};

/** What was read last of each file as it is, before an edit. */
const read = memoizeByFile(readFresh);

/** What a file holds; undefined if it cannot be read field by field. */
export const dataOf = (file: string, text: string): FileData | undefined => {
  const reading = read(file, text);
  return reading && { value: reading.value, body: reading.body };
};

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (below, step) =>
      Array.isArray(below)
        ? (below[Number(step)] as unknown)
        : isRecord(below) && Object.hasOwn(below, step)
          ? below[String(step)]
          : undefined,
    value,
  );

const notThere = (path: FieldPath) =>
  new Refusal(`there is nothing at ${path.join(" › ")} any more; load the page again`);

/** A value with an edit made in it, which is what the edited text must be read as. */
const expected = (value: unknown, edit: Exclude<Edit, { kind: "body" }>): unknown => {
  const copy = structuredClone(value);
  const [parent, last] = [valueAt(copy, edit.path.slice(0, -1)), edit.path.at(-1)];
  if (edit.path.length === 0 || last === undefined || last === "__proto__")
    throw notThere(edit.path);
  if (Array.isArray(parent)) {
    const at = Number(last);
    const isInserted = edit.kind === "insert";
    if (!Number.isInteger(at) || at < 0 || at > parent.length - (isInserted ? 0 : 1))
      throw notThere(edit.path);
    if (edit.kind === "insert") parent.splice(at, 0, edit.value);
    else if (edit.kind === "remove") parent.splice(at, 1);
    else if (edit.kind === "set") parent[at] = edit.value;
    else if (edit.to < 0 || edit.to >= parent.length) throw notThere(edit.path);
    else parent.splice(edit.to, 0, ...(parent.splice(at, 1) as unknown[]));
    return copy;
  }
  if (edit.kind === "insert" && parent === undefined && edit.path.length > 1 && last === 0)
    return expected(value, { kind: "set", path: edit.path.slice(0, -1), value: [edit.value] });
  if (edit.kind === "insert" && parent === null && edit.path.length === 1) return [edit.value];
  if (!isRecord(parent) || edit.kind === "move" || edit.kind === "insert")
    throw notThere(edit.path);
  if (edit.kind === "remove" && !Object.hasOwn(parent, last)) throw notThere(edit.path);
  if (edit.kind === "set") parent[String(last)] = edit.value;
  else Reflect.deleteProperty(parent, String(last));
  return copy;
};

const apply = (text: string, { start, end, text: by }: Replacement): string =>
  `${text.slice(0, start)}${by}${text.slice(end)}`;

/** Finds the ways to write an edit; each is a stretch of the text and what is to stand there. */
class Editor {
  readonly #file: string;
  readonly #reading: Reading;
  readonly #contents: unknown;
  readonly #lineBreak: string;

  constructor(file: string, reading: Reading) {
    this.#file = file;
    this.#reading = reading;
    this.#contents = parseSource(file, reading.yaml);
    this.#lineBreak = lineBreakOf(reading.yaml);
  }

  get #text(): string {
    return this.#reading.yaml;
  }

  ways(edit: Exclude<Edit, { kind: "body" }>): readonly Replacement[] {
    const { path } = edit;
    if (edit.kind === "move") return [this.#move(path, edit.to)];
    if (edit.kind === "remove") return [this.#remove(path)];
    if (edit.kind === "insert") return this.#insert(path, edit.value);
    const node = nodeAt(this.#contents, path);
    return node === undefined ? this.#add(path, edit.value) : this.#replace(path, node, edit.value);
  }

  /** Whether what a path leads to stands within brackets or braces. */
  #isFlow(path: FieldPath): boolean {
    return path.some((_, depth) => {
      const node = valueIn(nodeAt(this.#contents, path.slice(0, depth)));
      return (isMap(node) || isSeq(node)) && node.flow === true;
    });
  }

  #surroundings(path: FieldPath, rest: Partial<Surroundings>): Surroundings {
    return {
      style: undefined,
      isFlow: this.#isFlow(path),
      indent: 0,
      lineBreak: this.#lineBreak,
      ...rest,
    };
  }

  #column(offset: number): number {
    return offset - lineStart(this.#text, offset);
  }

  #collection(path: FieldPath): Collection | undefined {
    const node = valueIn(nodeAt(this.#contents, path));
    return isMap(node) || isSeq(node) ? collectionOf(this.#text, node) : undefined;
  }

  #replace(path: FieldPath, node: unknown, value: unknown): readonly Replacement[] {
    const scalar = valueIn(node);
    if (isMap(scalar) || isSeq(scalar))
      throw new Refusal("a list or a group of fields is changed entry by entry");
    const column = this.#columnOf(path);
    if (!isScalar(scalar) || !scalar.range || scalar.range[0] === scalar.range[1]) {
      /* A field whose value is empty: what is written follows its colon. */
      const at = isPair(node) ? afterColon(node) : endOf(this.#text, node);
      return scalarsFor(value, this.#surroundings(path, { indent: column })).map((text) => ({
        start: at,
        end: at,
        text: ` ${text}`,
      }));
    }
    const range = { start: scalar.range[0], end: endOf(this.#text, scalar) };
    /* Quotes around nothing are there because nothing else can be. */
    const style = scalar.value === "" ? undefined : scalar.type;
    return scalarsFor(value, this.#surroundings(path, { style, indent: column })).map((text) => ({
      ...range,
      text,
    }));
  }

  /** The column of the name of a field, or of the hyphen of an entry. */
  #columnOf(path: FieldPath): number {
    const node = nodeAt(this.#contents, path);
    if (isPair(node) && isScalar(node.key)) return this.#column(node.key.range?.[0] ?? 0);
    const parts = this.#collection(path.slice(0, -1))?.parts ?? [];
    return this.#column(parts[Number(path.at(-1))]?.start ?? 0);
  }

  /** Adds a field to a group, behind the last of those that the schema has before it. */
  #add(path: FieldPath, value: unknown): readonly Replacement[] {
    const [within, key] = [path.slice(0, -1), String(path.at(-1))];
    const group = this.#collection(within);
    if (!group || !isMap(group.node)) throw notThere(path);
    const names = group.node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
    const order = this.#namesAt(within);
    const before = order.slice(0, Math.max(0, order.indexOf(key)));
    const at = order.includes(key)
      ? names.findLastIndex((name) => before.includes(name)) + 1
      : names.length;
    const [first] = group.node.items;
    const column = isScalar(first?.key) ? this.#column(first.key.range?.[0] ?? 0) : 0;
    const surroundings = this.#surroundings([...within, key], { indent: column });
    return fieldsFor(key, value, surroundings).map((line) =>
      this.#put(group, at, line, column, this.#lineBreak),
    );
  }

  /** The names of the fields of a group in the order of its schema. */
  #namesAt(path: FieldPath): readonly string[] {
    const schema = schemaOfFile(this.#file, this.#reading.value);
    const group = schema && fieldAt(schema, path);
    return group instanceof z.ZodObject ? keysOf(group) : [];
  }

  /** Puts something before a part of a list or group, or behind the last. */
  #put(
    { node, isFlow, parts }: Collection,
    at: number,
    written: string,
    column: number,
    gap: string,
  ): Replacement {
    const [next, last] = [parts[at], parts.at(at - 1)];
    if (isFlow) {
      if (next && at === 0) return { start: next.start, end: next.start, text: `${written}, ` };
      if (last && at > 0) return { start: last.end, end: last.end, text: `, ${written}` };
      const { start, end } = { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
      return { start, end, text: isSeq(node) ? `[${written}]` : `{ ${written} }` };
    }
    const indent = " ".repeat(column);
    if (last && at > 0)
      return { start: last.end, end: last.end, text: `${gap}${indent}${written}` };
    if (!next) throw new Refusal(cannotBeRead(this.#file));
    return { start: next.start, end: next.start, text: `${written}${gap}${indent}` };
  }

  #insert(path: FieldPath, value: unknown): readonly Replacement[] {
    const [within, at] = [path.slice(0, -1), Number(path.at(-1))];
    const node = nodeAt(this.#contents, within);
    const list = this.#collection(within);
    if (!list) {
      if (this.#contents === null && within.length === 0) return this.#begin(value);
      return this.ways({ kind: "set", path: within, value: [value] });
    }
    if (list.parts.length === 0 && isRecord(value) && !this.#isFlow(within))
      return this.#open(node, list, value);
    const { items } = list.node;
    const isRow = items.length > 0 && items.every((item) => isMap(item) && item.flow === true);
    const column = this.#column(list.parts[0]?.start ?? 0);
    const surroundings = this.#surroundings(path, { indent: column });
    return entriesFor(value, surroundings, isRow).map((entry) =>
      this.#put(list, at, entry, column, this.#gapIn(list, entry, within)),
    );
  }

  /** What stands between two entries of a list: an empty line, where others have one. */
  #gapIn({ parts }: Collection, entry: string, within: FieldPath): string {
    const [first, second] = parts;
    const isApart =
      first && second
        ? /\n\s*\n/.test(this.#text.slice(first.end, second.start))
        : entry.includes("\n") && within.length === 0;
    return isApart ? this.#lineBreak.repeat(2) : this.#lineBreak;
  }

  /** Writes the first record into a file without any. */
  #begin(value: unknown): readonly Replacement[] {
    const text = this.#text;
    const start = text.length;
    const above = text === "" || text.endsWith("\n") ? "" : this.#lineBreak;
    return entriesFor(value, this.#surroundings([], {}), false).map((entry) => ({
      start,
      end: start,
      text: `${above}${entry}${this.#lineBreak}`,
    }));
  }

  /** Writes the first record into a list of which only the brackets are there. */
  #open(node: unknown, { node: list }: Collection, value: unknown): readonly Replacement[] {
    const end = list.range?.[1] ?? 0;
    if (!isPair(node))
      return entriesFor(value, this.#surroundings([], {}), false).map((text) => ({
        start: list.range?.[0] ?? 0,
        end,
        text,
      }));
    const indent = this.#column(isScalar(node.key) ? (node.key.range?.[0] ?? 0) : 0) + 2;
    const surroundings: Surroundings = {
      style: undefined,
      isFlow: false,
      indent,
      lineBreak: this.#lineBreak,
    };
    return entriesFor(value, surroundings, false).map((text) => ({
      start: afterColon(node),
      end,
      text: `${this.#lineBreak}${" ".repeat(indent)}${text}`,
    }));
  }

  #remove(path: FieldPath): Replacement {
    const within = path.slice(0, -1);
    const collection = this.#collection(within);
    const at = this.#positionOf(path, collection);
    if (!collection || at === undefined) throw notThere(path);
    const { parts, isFlow, node } = collection;
    const [last, part, next] = [parts[at - 1], parts[at], parts[at + 1]];
    if (!part) throw notThere(path);
    if (next) return { start: part.start, end: next.start, text: "" };
    if (last) return { start: last.end, end: part.end, text: "" };
    const empty = isSeq(node) ? "[]" : "{}";
    if (isFlow) return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0, text: empty };
    const owner = nodeAt(this.#contents, within);
    return isPair(owner)
      ? { start: afterColon(owner), end: part.end, text: ` ${empty}` }
      : { start: part.start, end: part.end, text: empty };
  }

  #positionOf(path: FieldPath, collection: Collection | undefined): number | undefined {
    const last = path.at(-1);
    if (!collection) return undefined;
    if (isSeq(collection.node)) return Number(last);
    const at = collection.node.items.findIndex(
      ({ key }) => isScalar(key) && String(key.value) === String(last),
    );
    return at === -1 ? undefined : at;
  }

  /** Lets the entries between two positions change places; what stands between them stays. */
  #move(path: FieldPath, to: number): Replacement {
    const list = this.#collection(path.slice(0, -1));
    const from = Number(path.at(-1));
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const [first, last] = [list?.parts[low], list?.parts[high]];
    if (!list || !first || !last) throw notThere(path);
    const stretch = list.parts.slice(low, high + 1);
    const written = stretch.map(({ start, end }) => this.#text.slice(start, end));
    const gaps = stretch.slice(1).map(({ start }, at) => this.#text.slice(stretch[at]?.end, start));
    written.splice(to - low, 0, ...written.splice(from - low, 1));
    const text = written.map((entry, at) => `${entry}${gaps[at] ?? ""}`).join("");
    const above = this.#text.slice(0, first.start);
    /* The comments of what is now first would be taken for those about the whole list. */
    const isJoined =
      low === 0 && text.startsWith("#") && /(?:^|\n)[ \t]*#[^\n]*\n[ \t]*$/.test(above);
    const apart = isJoined ? `${this.#lineBreak}${" ".repeat(this.#column(first.start))}` : "";
    return { start: first.start, end: last.end, text: `${apart}${text}` };
  }
}

/** What nobody can type, and no file can hold. */
const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

const holdsUnwritable = (value: unknown): boolean => {
  if (typeof value === "string") return !isWritable(value);
  if (Array.isArray(value)) return value.some(holdsUnwritable);
  return isRecord(value) && Object.values(value).some(holdsUnwritable);
};

/**
 * The text of a content file with one edit made in it. Nothing else is changed: not a comment, a
 * space, or the way in which another value is written. The result has been read back, and holds what
 * it held before but for the edit.
 * @throws {Refusal} if the file cannot be read field by field, or the edit cannot be written
 */
export const withEdit = (file: string, text: string, edit: Edit): string => {
  const before = read(file, text);
  if (before === undefined) throw new Refusal(cannotBeRead(file));
  if (holdsUnwritable(edit.kind === "body" ? edit.text : "value" in edit ? edit.value : ""))
    throw new Refusal("this has a character that no file can hold; type it again");
  if (edit.kind === "body") {
    if (before.body === undefined) throw new Refusal(`${file} has no text below its fields`);
    const changed = withPassage(text, before.body, edit.text);
    const after = readFresh(file, changed);
    const isAsTyped =
      passageOf((after?.body ?? "").replaceAll(/\r\n?/g, "\n")) === asTyped(edit.text);
    if (after && isAsTyped && isDeepStrictEqual(after.value, before.value)) return changed;
    throw new Refusal(`the text cannot be written into ${file} without changing its fields`);
  }
  if (edit.kind === "set" && edit.value === null)
    return valueAt(before.value, edit.path) === undefined
      ? text
      : withEdit(file, text, { kind: "remove", path: edit.path });
  const goal = expected(before.value, edit);
  if (isDeepStrictEqual(goal, before.value)) return text;
  for (const way of new Editor(file, before).ways(edit)) {
    const changed = apply(text, way);
    const after = readFresh(file, changed);
    if (
      after &&
      isDeepStrictEqual(after.value, goal) &&
      after.misread <= before.misread &&
      passageOf(after.body ?? "") === passageOf(before.body ?? "")
    )
      return changed;
  }
  throw new Refusal(
    `this cannot be written into ${file} without changing something else there; open the file as text`,
  );
};
