import { isMap, isPair, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { splitProse } from "../../parse/front-matter.ts";
import { readBody } from "../../parse/mdx.ts";
import { wordsOf } from "../../parse/mdx-tree.ts";
import { readYaml } from "../../parse/yaml.ts";

/**
 * A part of a content file: a field, a passage, or what stands between them. All parts of a file, one
 * after the other, are the file.
 */
export interface Part {
  /** The names and ids that lead to it, or where among the passages it is. */
  readonly path: readonly string[];
  /** Its lines as written, with the empty lines and comments above. */
  readonly text: string;
  /** What it says, without its notation. */
  readonly shown: string;
}

/** A content file in its parts. */
export interface Parts {
  readonly parts: readonly Part[];
  /** The names of records, by their paths. */
  readonly names: ReadonlyMap<string, string>;
  /** How many entries lists without ids have, by their paths. */
  readonly lengths: ReadonlyMap<string, number>;
}

/** The first step of the path of a passage. */
export const passage = "¶";

/** A path as one text. */
export const keyOf = (path: readonly string[]): string => path.join("\u0000");

/** The last step of the path of what has no name: comments, empty lines, and the lines around fields. */
const mark = (name: string) => `\u0001${name}`;

/** Whether a part says nothing by itself. */
export const isFrame = ({ path }: Pick<Part, "path">): boolean =>
  path.at(-1)?.startsWith("\u0001") === true;

const lineStart = (text: string, offset: number) => text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line after an offset starts; the offset itself where a line starts there. */
const nextLine = (text: string, offset: number) => {
  if (offset === 0 || text[offset - 1] === "\n") return offset;
  const at = text.indexOf("\n", offset);
  return at === -1 ? text.length : at + 1;
};

/** Takes the fields of a file apart. */
class Cutter {
  readonly parts: Part[] = [];
  readonly names = new Map<string, string>();
  readonly lengths = new Map<string, number>();
  readonly #text: string;
  readonly #whole: ReadonlySet<string>;

  constructor(text: string, whole: ReadonlySet<string>) {
    this.#text = text;
    this.#whole = whole;
  }

  /** Takes apart what stands in a range, by the node that is in it. */
  cut(from: number, to: number, node: unknown, path: readonly string[]): void {
    const children = this.#childrenOf(node, path);
    const starts = children.map(({ start }) => lineStart(this.#text, start));
    const isApart = starts.every((start, at) => start > (starts[at - 1] ?? -1));
    if (children.length === 0 || !isApart || (starts[0] ?? 0) < from) {
      this.#add(path, from, to, node);
      return;
    }
    const begins = children.map((_, at) =>
      this.#withLinesAbove(starts[at] ?? 0, at === 0 ? from : (children[at - 1]?.end ?? from)),
    );
    /* What stands above the first entry is about them all. */
    const first = starts[0] ?? from;
    begins[0] = first;
    if (first > from) this.#add([...path, mark("above")], from, first, undefined);
    children.forEach(({ value, name }, at) => {
      this.cut(begins[at] ?? from, begins[at + 1] ?? to, value, [...path, name]);
    });
  }

  #add(path: readonly string[], from: number, to: number, node: unknown): void {
    const text = this.#text.slice(from, to);
    const source = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
    const shown =
      isScalar(node) && typeof node.value === "string"
        ? node.value
        : this.#text.slice(source?.[0] ?? 0, source?.[1] ?? 0).trim();
    this.parts.push({ path, text, shown });
  }

  /** The fields or entries that have lines of their own, and names that tell them apart. */
  #childrenOf(
    node: unknown,
    path: readonly string[],
  ): { name: string; value: unknown; start: number; end: number }[] {
    if ((!isMap(node) && !isSeq(node)) || node.flow === true || this.#whole.has(keyOf(path)))
      return [];
    const names = isMap(node) ? this.#fieldNames(node) : this.#entryNames(node, path);
    if (new Set(names).size < node.items.length) return [];
    return (node.items as unknown[]).map((item, at) => {
      const value = isPair(item) ? item.value : item;
      const head = isPair(item) ? item.key : item;
      const [start] = this.#rangeOf(head);
      const [, end] = this.#rangeOf(isPair(item) && item.value !== null ? item.value : head);
      return { name: names[at] ?? "", value, start, end };
    });
  }

  #rangeOf(node: unknown): readonly [number, number] {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
    return [range?.[0] ?? 0, range?.[1] ?? 0];
  }

  #fieldNames({ items }: YAMLMap): string[] {
    return items.map(({ key }) => String(isScalar(key) ? key.value : key));
  }

  #entryNames({ items }: YAMLSeq, path: readonly string[]): string[] {
    if (!items.every((item) => isMap(item))) return [];
    const ids = items.map((item) => item.get("id"));
    if (!ids.every((id) => typeof id === "string")) {
      this.lengths.set(keyOf(path), items.length);
      return items.map((_, at) => String(at + 1));
    }
    items.forEach((item, at) => {
      const title = item.items.find(
        ({ key, value }) =>
          isScalar(key) && key.value !== "id" && isScalar(value) && typeof value.value === "string",
      );
      const id = ids[at] ?? "";
      this.names.set(keyOf([...path, id]), isScalar(title?.value) ? String(title.value.value) : id);
    });
    return ids;
  }

  /** Where the empty lines and comments start that stand above a line, down to an offset. */
  #withLinesAbove(start: number, bound: number): number {
    let top = start;
    while (top > bound) {
      const above = lineStart(this.#text, top - 1);
      if (above < nextLine(this.#text, bound)) break;
      if (!/^[ \t]*(?:#.*)?\r?\n$/.test(this.#text.slice(above, top))) break;
      top = above;
    }
    return top;
  }
}

/** The passages of a text: paragraphs, headings, lists, tables and components that stand alone. */
const passagesIn = (file: string, text: string, from: number): Part[] => {
  const { body } = splitProse(text);
  const { tree, issues } = readBody(file, body);
  /* What cannot be read has no passages that could be told apart. */
  const blocks = issues.length > 0 ? [] : tree.children;
  let last = from;
  const parts = blocks.flatMap((block, at): Part[] => {
    const end = nextLine(text, block.position?.end.offset ?? 0);
    if (end <= last) return [];
    const lines = text.slice(last, end);
    last = end;
    return [{ path: [passage, String(at)], text: lines, shown: lines.trim() }];
  });
  const rest = text.slice(last);
  const isText = rest.trim() !== "";
  return [
    ...parts,
    ...(rest === ""
      ? []
      : [
          {
            path: isText ? [passage, String(parts.length)] : [mark("below")],
            text: rest,
            shown: rest.trim(),
          },
        ]),
  ];
};

const wholeFile = (text: string): Parts => ({
  parts: [{ path: [], text, shown: text }],
  names: new Map(),
  lengths: new Map(),
});

/**
 * Takes a content file apart. A file that cannot be read is one part.
 * @param file its path in the content folder
 * @param whole paths of lists that are not to be taken apart
 */
export const partsOf = (file: string, text: string, whole: ReadonlySet<string>): Parts => {
  const isProse = file.endsWith(".mdx");
  const prose = isProse ? splitProse(text) : undefined;
  const yaml = prose ? prose.matter : text;
  if (yaml === undefined || (prose && prose.faults.length > 0)) return wholeFile(text);
  /* Only texts that are read as they are written can be taken apart. */
  if (!readYaml(`${file} in parts`, yaml).understood) return wholeFile(text);
  const { contents, errors } = parseDocument(yaml, { logLevel: "silent" });
  if (errors.length > 0) return wholeFile(text);
  const cutter = new Cutter(text, whole);
  if (!prose) {
    cutter.cut(0, text.length, contents, []);
    return cutter;
  }
  const below = text.length - prose.body.trimStart().length;
  /* A rule may be the first line below. */
  const fence = lineStart(text, text.lastIndexOf("---", below - 1));
  const top = nextLine(text, text.indexOf("---") + 3);
  const start = fence + (/^---[ \t]*\r?\n?/.exec(text.slice(fence))?.[0].length ?? 0);
  if (contents) cutter.cut(top, fence, contents, []);
  return {
    names: cutter.names,
    lengths: cutter.lengths,
    parts: [
      { path: [mark("top")], text: text.slice(0, top), shown: "" },
      ...cutter.parts,
      { path: [mark("end")], text: text.slice(fence, start), shown: "" },
      ...passagesIn(file, text, start),
    ],
  };
};

/** The words of the heading that a passage stands under; undefined above the first. */
export const headingAbove = (
  file: string,
  parts: readonly Part[],
  at: number,
): string | undefined => {
  const heading = parts
    .slice(0, at + 1)
    .findLast(({ path, shown }) => path[0] === passage && /^#{1,6}\s/.test(shown));
  const [first] = heading ? readBody(`${file} heading`, heading.shown).tree.children : [];
  return first && wordsOf(first);
};
