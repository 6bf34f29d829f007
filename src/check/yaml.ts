import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from "yaml";
import { error, top, type Issue, type Place } from "./issue.ts";
import { syntaxFaults, unwantedMarks } from "./yaml-faults.ts";

/** Keys and positions from the top of a file to a field. */
export type FieldPath = readonly (string | number)[];

/** A YAML text as it was read. */
export interface YamlText {
  /** What it says; nothing where it cannot be understood. */
  readonly value: unknown;
  readonly understood: boolean;
  /** Where a field stands, or what should hold it where it is missing. */
  readonly placeOf: (path: FieldPath) => Place;
  /** Every value that stands without quotes. */
  readonly plainValues: () => readonly PlainValue[];
  readonly issues: readonly Issue[];
}

interface PlainValue {
  readonly text: string;
  readonly place: Place;
}

/** Reads a YAML text. Never throws: what cannot be understood is an issue. */
export const readYaml = (file: string, text: string): YamlText => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? top : { line, column: col };
  };
  const marks = unwantedMarks(document);
  const faults = [...syntaxFaults(document, text), ...marks];
  const issues = faults
    .map(({ offset, message }) => error(file, placeAt(offset), message))
    // What follows an error in the same line is a consequence of it.
    .filter(({ line }, index, all) => all.findIndex((one) => one.line === line) === index);
  const understood =
    marks.length === 0 && document.errors.every(({ code }) => code === "DUPLICATE_KEY");
  return {
    value: understood ? (document.toJS() as unknown) : undefined,
    understood,
    placeOf: (path) => placeAt(offsetIn(document, path)),
    plainValues: () =>
      plainIn(document).map(({ text, offset }) => ({ text, place: placeAt(offset) })),
    issues,
  };
};

const plainIn = (document: Document): { text: string; offset: number }[] => {
  const found: { text: string; offset: number }[] = [];
  visit(document, {
    Scalar: (role, { type, source, range }) => {
      if (role !== "key" && type === "PLAIN" && source !== undefined && range)
        found.push({ text: source, offset: range[0] });
    },
  });
  return found;
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
