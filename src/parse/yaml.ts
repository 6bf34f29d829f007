import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import type { FieldPath } from "../schemas/introspection.ts";
import { error, top, type Issue, type Place } from "./issue.ts";
import { memoizeByFile } from "./memoize-by-file.ts";
import { syntaxFaults, unwantedSyntax } from "./yaml-errors.ts";
import { mendLines } from "./yaml-lines.ts";

/** A parsed YAML text. */
export interface YamlText {
  /** Its value; undefined if it cannot be parsed. */
  readonly value: unknown;
  readonly understood: boolean;
  /** The place of a field or, if it is missing, of what should contain it. */
  readonly placeOf: (path: FieldPath) => Place;
  /** Every scalar in it, from top to bottom. */
  readonly values: readonly YamlValue[];
  readonly issues: readonly Issue[];
}

/** The scalar value of a field or list entry. */
export interface YamlValue extends Place {
  readonly path: FieldPath;
  readonly value: unknown;
  /** As written, with its quotes. */
  readonly source: string;
  /** Where it starts and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly inQuotes: boolean;
}

/** Parses a YAML text. Never throws: what cannot be parsed is reported as an issue. */
export const readYaml = memoizeByFile((file: string, text: string): YamlText => {
  const { document, lines, text: mended, faults: lineFaults } = parse(text);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? top : { line, column: col };
  };
  const unwanted = unwantedSyntax(document);
  const issues = [
    ...lineFaults.map(({ message, ...place }) => error(file, place, message)),
    ...[...syntaxFaults(document, mended, lineFaults.length > 0), ...unwanted].map(
      ({ offset, message }) => error(file, placeAt(offset), message),
    ),
  ]
    // A further error on the same line is a consequence of the first.
    .filter(({ line }, index, all) => all.findIndex((other) => other.line === line) === index);
  const understood =
    unwanted.length === 0 && document.errors.every(({ code }) => code === "DUPLICATE_KEY");
  return {
    value: understood ? (document.toJS() as unknown) : undefined,
    understood,
    placeOf: (path) => placeAt(offsetIn(document, path)),
    values:
      understood && mended === text
        ? scalarsIn(document.contents, []).map(({ path, value, type, range: [start, end] }) => ({
            path,
            value,
            source: text.slice(start, end),
            start,
            end,
            inQuotes: type !== "PLAIN",
            ...placeAt(start),
          }))
        : [],
    issues,
  };
});

/** A text as parsed, with lines mended that would mislead the parser. */
const parse = (text: string) => {
  const parseLines = (isBroken: boolean) => {
    const mended = mendLines(text, isBroken);
    const lines = new LineCounter();
    const document = parseDocument(mended.text, { lineCounter: lines, prettyErrors: false });
    return { ...mended, document, lines };
  };
  const read = parseLines(false);
  return read.document.errors.every(({ code }) => code === "DUPLICATE_KEY")
    ? read
    : parseLines(true);
};

interface PlacedScalar {
  readonly path: FieldPath;
  readonly value: unknown;
  readonly type: string | undefined;
  readonly range: readonly [number, number, number];
}

const scalarsIn = (node: unknown, path: FieldPath): PlacedScalar[] => {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) =>
      scalarsIn(value, [...path, String(isScalar(key) ? key.value : key)]),
    );
  if (isSeq(node)) return node.items.flatMap((item, at) => scalarsIn(item, [...path, at]));
  return isScalar(node) && node.range
    ? [{ path, value: node.value, type: node.type, range: node.range }]
    : [];
};

const offsetIn = (document: Document, path: FieldPath): number => {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
};
