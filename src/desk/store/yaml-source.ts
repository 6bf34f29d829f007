import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { memoizeByFile } from "../../parse/memoize-by-file.ts";
import type { FieldPath } from "../../schemas/introspection.ts";

/** A stretch of a text, from its first character to the one behind its last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A list or group of fields as written, and where each of its entries is. */
export interface Collection {
  readonly node: YAMLMap | YAMLSeq;
  /** Whether it is written in brackets or braces. */
  readonly isFlow: boolean;
  /** The fields or entries, each with the comments that belong to it. */
  readonly parts: readonly Range[];
}

/** The parsed source of a file's fields. The reader of the project has understood them before. */
export const parseSource = memoizeByFile(
  (_file: string, text: string): unknown =>
    parseDocument(text, { keepSourceTokens: true, logLevel: "silent" }).contents,
);

/** What a path leads to: a node, or the pair of a name and its value. */
export const nodeAt = (contents: unknown, path: FieldPath): unknown => {
  let node: unknown = contents;
  for (const step of path) {
    if (isPair(node)) node = node.value;
    if (isMap(node))
      node = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  return node;
};

/** The value of a pair, or the node itself. */
export const valueIn = (node: unknown): unknown => (isPair(node) ? node.value : node);

const isBreak = (character: string | undefined) => character === "\n" || character === "\r";

/** Where the line break is that ends the line of an offset, or where the text ends. */
const lineEnd = (text: string, offset: number): number => {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return end;
};

/** Where the line of an offset starts. */
export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf("\n", offset - 1) + 1;

/** Where the colon behind a name ends. */
export const afterColon = ({ srcToken, key }: Pair): number => {
  const colon = srcToken?.sep?.find(({ type }) => type === "map-value-ind");
  return colon ? colon.offset + 1 : isScalar(key) ? (key.range?.[1] ?? 0) : 0;
};

/** Where a value as written ends; line breaks that end a text in a block are not part of it. */
export const endOf = (text: string, node: unknown): number => {
  if (isPair(node)) return Math.max(afterColon(node), endOf(text, node.value));
  if ((isMap(node) || isSeq(node)) && node.flow !== true)
    return Math.max(0, ...node.items.map((item) => endOf(text, item)));
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 0;
  let end = node.range?.[1] ?? 0;
  const header = isScalar(node) && node.type?.startsWith("BLOCK") ? node.range?.[0] : undefined;
  if (header === undefined) return end;
  const keepsBreaks = /^[|>]\d?\+/.test(text.slice(header));
  const oneBreak = text.slice(0, end).endsWith("\r\n") ? 2 : isBreak(text[end - 1]) ? 1 : 0;
  if (keepsBreaks) return end - oneBreak;
  while (end > header && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return end;
};

const startOf = (item: unknown): number =>
  isPair(item) && isScalar(item.key)
    ? (item.key.range?.[0] ?? 0)
    : isScalar(item) || isMap(item) || isSeq(item)
      ? (item.range?.[0] ?? 0)
      : 0;

/** Where the hyphens of the entries of a list are. */
const hyphensOf = ({ srcToken }: YAMLSeq): readonly number[] =>
  srcToken?.type === "block-seq"
    ? srcToken.items.flatMap(
        ({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset ?? [],
      )
    : [];

const isComment = (line: string) => /^[ \t]*#/.test(line);

/** Where the comments start that stand right above an entry, and belong to it. */
const withCommentsAbove = (text: string, start: number, isFirst: boolean): number => {
  const own = lineStart(text, start);
  if (text.slice(own, start).trim() !== "") return start;
  const indentation = text.slice(own, start);
  let top = own;
  while (top > 0) {
    const above = lineStart(text, top - 1);
    const line = text.slice(above, top);
    if (!isComment(line) || !line.startsWith(`${indentation}#`)) break;
    top = above;
  }
  /* What stands above the first entry is about the whole, unless an empty line tells them apart. */
  const isOwn = !isFirst || /(?:^|\n)[ \t]*#[^\n]*\n[ \t\r]*\n$/.test(text.slice(0, top));
  return top === own || !isOwn ? start : top + indentation.length;
};

/** Where an entry ends with what follows on its last line, and with comments that are set within it. */
const withCommentsBelow = (text: string, end: number, column: number): number => {
  let last = lineEnd(text, end);
  for (;;) {
    const next = text.indexOf("\n", last) + 1;
    if (next === 0 || text.slice(last, next).trim() !== "") return last;
    const line = text.slice(next, lineEnd(text, next));
    if (!isComment(line) || line.indexOf("#") <= column) return last;
    last = lineEnd(text, next);
  }
};

/** Where the fields or entries of a list or group are. */
export const collectionOf = (text: string, node: YAMLMap | YAMLSeq): Collection => {
  const isFlow = node.flow === true;
  const starts: readonly number[] = isSeq(node) && !isFlow ? hyphensOf(node) : [];
  const items: readonly unknown[] = node.items;
  const parts = items.map((item, at): Range => {
    const start = starts[at] ?? startOf(item);
    const end = Math.max(endOf(text, item), start + 1);
    if (isFlow) return { start, end };
    const column = start - lineStart(text, start);
    return {
      start: withCommentsAbove(text, start, at === 0),
      end: withCommentsBelow(text, end, column),
    };
  });
  return { node, isFlow, parts };
};
