import { knownFields } from "./known-fields.ts";
import { entryIn, Outline } from "./yaml-outline.ts";
import { mendSpaces, type MendedLine } from "./yaml-spaces.ts";
import type { Place } from "./issue.ts";

/** Something wrong with a line of YAML that a parser would find elsewhere, or explain otherwise. */
interface LineFault extends Place {
  readonly message: string;
}

/** A text with as many lines, each as it was probably meant, and what was wrong with them. */
export interface MendedText {
  readonly text: string;
  readonly faults: readonly LineFault[];
}

const count = (spaces: number) =>
  spaces === 0 ? "no space" : `${String(spaces)} space${spaces === 1 ? "" : "s"}`;

/** What else people write before an entry, or between a field and its text. */
const bulletPattern = /^([ \t]*)[*+•·–—][ \t]+(?=([\w-]+)[ \t]*:(?:\s|$))/u;
const nakedPattern = /^([ \t]*)(-?(?:(?<=-) +)?)([\w-]+)( +[-–—](?= )| *[=;]?)(?: *)(.*)$/;

/** A line that is no field and no entry, and does not go on with the text above. */
const mendStray = (line: string, outline: Outline): MendedLine => {
  if (outline.isOpen || !/^[ \t]*[\p{L}\p{N}]/u.test(line) || /:(?:\s|$)/.test(line))
    return { line };
  const inside = outline.column + 2;
  return {
    line: `${" ".repeat(inside)}${line.trim()}`,
    message: `this line is no field; write the name of one, a colon and a space before it, or start it with ${count(inside)} if it goes on with the line above`,
  };
};

/** A field without its colon, or an entry without its hyphen or the space after that. */
const mendMarks = (
  line: string,
  known: ReadonlySet<string>,
  outline: Outline,
  isInText: boolean,
): MendedLine => {
  const [bullet, indent = "", entryName = ""] = bulletPattern.exec(line) ?? [];
  if (bullet !== undefined && known.has(entryName)) {
    const entry = `- ${line.slice(bullet.length)}`;
    return { line: `${indent}${entry}`, message: `an entry starts with a hyphen; write ${entry}` };
  }
  const [, lead = "", hyphens = "", name = "", gap = "", value = ""] =
    nakedPattern.exec(line.trimEnd()) ?? [];
  if (/^[ \t]*-[^\s-]/.test(line) && (outline.isOpen || outline.endsInEntry))
    return {
      line: line.replace("-", "- "),
      message: `there is no space after the hyphen; write ${line.trim().replace("-", "- ")}`,
    };
  if (!known.has(name)) return isInText ? { line } : mendStray(line, outline);
  if (/^:(?: |$)/.test(value)) {
    if (hyphens === "-" || (hyphens === "" && outline.hasEntries(lead.length, name)))
      return {
        line: `${lead}- ${name}${value}`,
        message: `${hyphens === "" ? "an entry starts with a hyphen" : "there is no space after the hyphen"}; write - ${name}${value}`,
      };
    return { line };
  }
  const isField =
    hyphens !== "" ||
    (!isInText && (lead.length === outline.column || outline.hasGroup(lead.length)));
  if (!isField || (gap === "" && value !== "") || /:(?: |$)/.test(value)) return { line };
  const mended = `${hyphens}${name}:${value === "" ? "" : ` ${value}`}`;
  return {
    line: `${lead}${mended}`,
    message: `there is no colon after "${name}"; write ${mended}`,
  };
};

/** A value in brackets or braces with those that lack at their end; any other as it is. */
const withBrackets = (value: string): string => {
  if (!/^[[{]/.test(value) || /["'#]/.test(value)) return value;
  const closing: string[] = [];
  let closed = "";
  for (const character of value) {
    if (character === "[") closing.push("]");
    if (character === "{") closing.push("}");
    if (character === "]" || character === "}") {
      while (closing.length > 0 && closing.at(-1) !== character) closed += closing.pop() ?? "";
      closing.pop();
    }
    closed += character;
  }
  return closed.trimEnd() + closing.reverse().join("");
};

/** A text that starts like something else in YAML, or that goes on behind its quotation marks. */
const mendValue = (line: string): MendedLine => {
  const [, before = "", value = ""] =
    /^([ \t]*(?:- +)*(?:[\w-]+: +|(?<=- +)))(\S.*)$/.exec(line.trimEnd()) ?? [];
  const inSingle = (text: string) => `'${text.replaceAll("'", "''")}'`;
  if (/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))(?!\s*(?:#.*)?$)/.test(value)) {
    const whole = inSingle(value);
    return {
      line: `${before}${whole}`,
      column: before.length + 1,
      message: `the text goes on after the quotation mark that ends it; write ${whole}`,
    };
  }
  const closed = withBrackets(value);
  if (closed !== value)
    return {
      line: `${before}${closed}`,
      column: before.length + 1,
      message: `a bracket or brace is not closed; write ${closed}`,
    };
  if (/^\{.*: [^,{}[\]"']*: /.test(value))
    return {
      line: `${before}${value.replace(/(: [^,{}[\]"']*): /g, "$1 ")}`,
      column: before.length + 1,
      message: 'text that contains a colon and a space cannot be read; put it in "quotes"',
    };
  const [mark] = /^(?:[-?](?= |$)|[|>](?![-+\d]*\s*(?:#.*)?$)|[\]}*&!%@`])/.exec(value) ?? [];
  return mark === undefined || (/^-(?: |$)/.test(value) && /- +$/.test(before))
    ? { line }
    : {
        line: `${before}${inSingle(value)}`,
        column: before.length + 1,
        message: `text that starts with ${mark} cannot be read; put it in "quotes"${mark === "-" && value.length > 1 ? `, or write [${value.slice(1).trim()}] for a list` : ""}`,
      };
};

/** Where an entry that is a text swallows the next, which stands too far to the right. */
const isSwallowed = (line: string, outline: Outline, isInText: boolean): boolean =>
  isInText && outline.endsInEntry && /^ *- +\S/.test(line);

const mendIndentation = (line: string, outline: Outline, below: number | undefined): MendedLine => {
  const [lead = ""] = /^[ \t]*/.exec(line) ?? [];
  const rest = line.slice(lead.length);
  if (lead.includes("\t"))
    return {
      line: `${" ".repeat(outline.column)}${rest}`,
      message: "this line starts with a tab; start it with spaces",
    };
  const entry = entryIn(line);
  if (entry === undefined) return { line };
  const { column, reason } = outline.positionOf(entry, below);
  return column === lead.length
    ? { line }
    : {
        line: `${" ".repeat(column)}${rest}`,
        moved: `${String(lead.length)} to ${String(column)}`,
        message: `this line starts with ${count(lead.length)}; start it with ${count(column)}, ${reason}`,
      };
};

/** The names of the fields in a text, and of columns that it declares. */
const fieldsIn = (text: string): string[] =>
  [...text.matchAll(/^[ \t]*(?:- +)*([\w-]+):(?=\s|$)|\bid: *([\w-]+)/gm)].map(
    ([, field, column]) => field ?? column ?? "",
  );

const isIgnored = (line: string) => /^[ \t]*(?:#.*)?$/.test(line);
const opensText = (line: string) => /(?:^|[:-] +)[|>][-+\d]*\s*(?:#.*)?$/.test(line);

/**
 * Mends the lines of a YAML text whose spaces, colons or indentation are not as YAML needs them: its
 * parser would be misled, and report lines below them.
 * @param isBroken whether the parser cannot read the text: only then do words that look like a field
 *   without a colon, or indentation, mean that something is wrong
 */
export const mendLines = (text: string, isBroken: boolean): MendedText => {
  const outline = new Outline();
  const faults: LineFault[] = [];
  const known = new Set([...knownFields, ...fieldsIn(text)]);
  const lines = text.split(/\r?\n/);
  let textColumn: number | undefined;
  let movedAbove: string | undefined;
  const columnBelow = (at: number) =>
    lines
      .slice(at + 1)
      .map((line) => entryIn(line)?.column)
      .find((column) => column !== undefined);
  const mended = lines.map((typed, at) => {
    const [lead = ""] = /^[ \t]*/.exec(typed) ?? [];
    if (isIgnored(typed) || (textColumn !== undefined && lead.length > textColumn)) return typed;
    const isInText = outline.continues(lead.length);
    const indent = (before: string) => mendIndentation(before, outline, columnBelow(at));
    const mends = [
      (before: string) => mendSpaces(before, known, isInText),
      ...(isBroken
        ? [
            (before: string) => mendMarks(before, known, outline, isInText),
            (before: string) => mendValue(before),
            indent,
          ]
        : isSwallowed(typed, outline, isInText)
          ? [indent]
          : []),
    ];
    let line = typed;
    let fault: LineFault | undefined;
    let moved: string | undefined;
    for (const mend of mends) {
      const { message, column = typed.search(/[^\s\u200b]/) + 1, ...mended } = mend(line);
      line = mended.line;
      moved ??= mended.moved;
      // Lines that stand apart together are one fault.
      if (message !== undefined && (moved === undefined || moved !== movedAbove))
        fault ??= { line: at + 1, column, message };
    }
    if (fault) faults.push(fault);
    movedAbove = moved;
    const entry = entryIn(line);
    if (entry) outline.take(entry, entry.column, at + 1);
    textColumn = opensText(line) ? entry?.column : undefined;
    return line;
  });
  const isMended = mended.some((line, at) => line !== lines[at]);
  return { text: isMended ? mended.join("\n") : text, faults };
};
