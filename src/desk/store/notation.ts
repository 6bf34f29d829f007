import { yamlOf } from "../../scaffold/serialize.ts";
import { isRecord } from "../../schemas/introspection.ts";
import { typedInYaml } from "../../schemas/typed-in-yaml.ts";

/** How a text is written in YAML. The names are those of the parser. */
type Style =
  "PLAIN" | "QUOTE_SINGLE" | "QUOTE_DOUBLE" | "BLOCK_LITERAL" | "BLOCK_FOLDED" | undefined;

/** Where a value is to be written. */
export interface Surroundings {
  /** How the value was written before. */
  readonly style: Style;
  /** Whether it is within brackets or braces. */
  readonly isFlow: boolean;
  /** How far the field or entry is indented that it belongs to. */
  readonly indent: number;
  readonly lineBreak: string;
}

/** How many characters a line of a folded text takes. */
const foldWidth = 100;

/** Characters that are not seen, or not told from others; written by their number in quotes. */
const unseen =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]/g;

const byNumber = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text in double quotes, in a single line. */
const inDoubleQuotes = (text: string): string => JSON.stringify(text);

/** A text in double quotes that holds nothing but what is seen. */
const inPlainSight = (text: string): string => JSON.stringify(text).replaceAll(unseen, byNumber);

const inSingleQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text over several lines below its field: as it is, or with its lines filled. */
const inBlock = (text: string, isFolded: boolean, { indent, lineBreak }: Surroundings): string => {
  const [breaks = ""] = /\n*$/.exec(text) ?? [];
  const body = text.slice(0, text.length - breaks.length);
  const chomping = breaks === "" ? "-" : breaks === "\n" ? "" : "+";
  const step = /^\s/.test(text) ? "2" : "";
  const lines = isFolded ? filled(body).split("\n") : body.split("\n");
  const below = [...lines, ...Array<string>(Math.max(0, breaks.length - 1)).fill("")].map((line) =>
    line === "" ? "" : `${" ".repeat(indent + 2)}${line}`,
  );
  return [`${isFolded ? ">" : "|"}${step}${chomping}`, ...below].join(lineBreak);
};

/** A text with one more break at each break of its lines, and its long lines broken between words. */
const filled = (text: string): string =>
  text
    .split(/(\n+)/)
    .map((part) => (part.startsWith("\n") ? `${part}\n` : wrapped(part)))
    .join("");

const wrapped = (line: string): string => {
  if (/^\s|\s{2}|\s$/.test(line)) return line;
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < foldWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
};

/**
 * The ways to write a value in place of another, the most fitting first. Whether it is read as it is
 * meant is for the reader to say.
 */
export const scalarsFor = (value: unknown, surroundings: Surroundings): readonly string[] => {
  if (typeof value !== "string") return [typedInYaml(value)];
  const { style, isFlow } = surroundings;
  const isOneLine = !value.includes("\n");
  const quoted = [inDoubleQuotes(value), inPlainSight(value)];
  /* Elsewhere it would be taken for a part of a line break. */
  if (value.includes("\r")) return quoted;
  /* Where a line ends cannot be told in lines that hold nothing but spaces. */
  if (value !== "" && value.trim() === "") return quoted;
  /* What begins like the end of a document is typed over two lines. */
  const typed = isOneLine ? [typedInYaml(value)].filter((text) => !text.includes("\n")) : [];
  const block = isFlow ? [] : [inBlock(value, style === "BLOCK_FOLDED", surroundings)];
  const literal = isFlow ? [] : [inBlock(value, false, surroundings)];
  switch (style) {
    case "QUOTE_SINGLE":
      return [...(isOneLine ? [inSingleQuotes(value)] : []), ...quoted];
    case "QUOTE_DOUBLE":
      return quoted;
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return [...block, ...literal, ...quoted];
    default:
      return [...typed, ...(isOneLine ? [] : literal), ...quoted];
  }
};

/** A value in brackets and braces, on one line, with every text in quotes. */
const inBrackets = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inBrackets).join(", ")}]`;
  if (isRecord(value))
    return `{ ${Object.entries(value)
      .map(([key, below]) => `${key}: ${inBrackets(below)}`)
      .join(", ")} }`;
  return typeof value === "string" ? inPlainSight(value) : JSON.stringify(value);
};

const indented = (text: string, { indent, lineBreak }: Surroundings): string =>
  text
    .trimEnd()
    .replaceAll(/\n(?!\n|$)/g, `\n${" ".repeat(indent)}`)
    .replaceAll("\n", lineBreak);

/** The ways to write a field that was not there, the most fitting first. */
export const fieldsFor = (
  key: string,
  value: unknown,
  surroundings: Surroundings,
): readonly string[] => {
  const plain = `${key}: ${inBrackets(value)}`;
  if (surroundings.isFlow) return [`${key}: ${typedInYaml(value)}`, plain];
  return [indented(yamlOf({ [key]: value }), surroundings), plain];
};

/** The ways to write an entry of a list that was not there, the most fitting first. */
export const entriesFor = (
  value: unknown,
  surroundings: Surroundings,
  /** Whether the entries beside it are written in braces. */
  isRow: boolean,
): readonly string[] => {
  const plain = inBrackets(value);
  if (surroundings.isFlow) return [typedInYaml(value), plain];
  const lines = isRow ? `- ${yamlOf(value, { flow: true })}` : yamlOf([value]);
  return [
    indented(isRecord(value) ? lines : `- ${typedInYaml(value)}`, surroundings),
    `- ${plain}`,
  ];
};
