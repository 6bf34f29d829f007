import { knownFields } from "./known-fields.ts";
import type { Place } from "./issue.ts";

/** Something wrong with a line of YAML that a parser would find elsewhere, or explain otherwise. */
export interface LineFault extends Place {
  readonly message: string;
}

/** A text with as many lines, each as it was probably meant, and what was wrong with them. */
export interface MendedText {
  readonly text: string;
  readonly faults: readonly LineFault[];
}

/** Spaces that YAML does not read as such. */
const otherSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const nameOfSpace = (space: string): string => {
  const names: Readonly<Record<string, string>> = {
    "\u00a0": "a no-break space",
    "\u2002": "an en space",
    "\u2003": "an em space",
    "\u202f": "a narrow no-break space",
    "\u3000": "an ideographic space",
  };
  const code = space.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `${names[space] ?? "a special space"} (U+${code})`;
};

/** Characters without width, which have a check of their own. */
const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/g;

/** Spaces of any kind as plain ones. */
const plain = (spaces: string): string =>
  spaces.replace(zeroWidth, "").replace(new RegExp(otherSpace, "g"), " ");

interface Field {
  readonly lead: string;
  /** The hyphens of the entries that start here, each with the spaces after it. */
  readonly hyphens: string;
  readonly name: string;
  readonly beforeColon: string;
  readonly colon: string;
  readonly afterColon: string;
  readonly value: string;
}

const space = "[\\s\\u200b-\\u200d\\u2060]";
const fieldPattern = new RegExp(
  `^(${space}*)((?:-${space}+)*)([\\w\\u200b-\\u200d\\u2060-]+)(${space}*)([:：])(${space}*)(.*)$`,
  "u",
);
const entryPattern = new RegExp(`^(${space}*)-(${space}+)(.*)$`, "u");

const fieldIn = (line: string): Field | undefined => {
  const match = fieldPattern.exec(line);
  if (!match) return undefined;
  const [
    ,
    lead = "",
    hyphens = "",
    name = "",
    beforeColon = "",
    colon = "",
    afterColon = "",
    value = "",
  ] = match;
  return {
    lead,
    hyphens,
    name: name.replace(zeroWidth, ""),
    beforeColon,
    colon,
    afterColon,
    value,
  };
};

const written = ({ hyphens, name, value }: Field) => {
  const text = value.replace(/^:+/, "").trim();
  return `${plain(hyphens)}${name}:${text === "" ? "" : ` ${text}`}`;
};

/** What is wrong with the spaces and the colon of a field. */
const fieldFault = (field: Field, isInText: boolean): string | undefined => {
  const { lead, hyphens, name, beforeColon, colon, afterColon, value } = field;
  const known = knownFields.has(name);
  if (!known && (colon !== ":" || (afterColon === "" && value !== ""))) return undefined;
  if (!known && hyphens === "" && otherSpace.test(lead + beforeColon)) return undefined;
  const places: readonly (readonly [string, string])[] = [
    [lead, "at the start of this line"],
    [hyphens, "after the hyphen"],
    [beforeColon, `between "${name}" and its colon`],
    [afterColon, `after "${name}:"`],
    [/\s*$/u.exec(value)?.[0] ?? "", "at the end of this line"],
  ];
  for (const [spaces, where] of places) {
    const [found] = otherSpace.exec(spaces) ?? [];
    if (found !== undefined)
      return `there is ${nameOfSpace(found)} ${where}; ${spaces === beforeColon || where.endsWith("end of this line") ? "delete it" : "write plain spaces"}`;
  }
  if (isInText || !known) return undefined;
  if (colon !== ":")
    return `the colon after "${name}" is one of full width; write ${written(field)}`;
  if (value.startsWith(":") && afterColon === "")
    return `there are two colons after "${name}"; write ${written(field)}`;
  return afterColon === "" && value !== ""
    ? `there is no space after "${name}:"; write ${written(field)}`
    : undefined;
};

/** What is wrong with the spaces of an entry that is a text. */
const entryFault = (line: string): string | undefined => {
  const [, lead = "", after = ""] = entryPattern.exec(line) ?? [];
  const [found] = otherSpace.exec(lead + after) ?? [];
  return found === undefined
    ? undefined
    : `there is ${nameOfSpace(found)} ${otherSpace.test(lead) ? "at the start of this line" : "after the hyphen"}; write plain spaces`;
};

/** A list or group of fields that a line can belong to. */
interface Block {
  readonly column: number;
  readonly kind: "list" | "group";
  readonly line: number;
  /** Its first field. */
  readonly name: string;
}

/** What a line adds to the structure of a text. */
interface Entry {
  readonly column: number;
  readonly hyphens: string;
  readonly name: string;
  /** Whether what it contains is on the lines below. */
  readonly opens: boolean;
}

const entryIn = (line: string): Entry | undefined => {
  const [, lead = "", hyphens = "", rest = ""] =
    /^([ \t]*)((?:-(?: +|$))*)(.*)$/.exec(line.trimEnd()) ?? [];
  const [, name = "", value = ""] = /^([\w-]+) *:(?: +|$)(.*)$/.exec(rest) ?? [];
  return name === "" && hyphens === ""
    ? undefined
    : { column: lead.length, hyphens, name, opens: /^(?:#.*)?$/.test(name === "" ? rest : value) };
};

/** A column, and why a line belongs there. */
interface Position {
  readonly column: number;
  readonly reason: string;
}

/** How far the content of a field usually stands to its right. */
const step = 2;

/** Follows lists and groups of fields from line to line, and says where a line belongs. */
class Outline {
  #blocks: Block[] = [];
  #opener: Block | undefined;

  /** Whether a line at a column goes on with the text of the line above. */
  continues(column: number): boolean {
    return this.#opener === undefined && column > (this.#blocks.at(-1)?.column ?? column);
  }

  /** Where a field would belong if it went on where the line above ends. */
  get column(): number {
    return this.#opener ? this.#opener.column + step : (this.#blocks.at(-1)?.column ?? 0);
  }

  /** Whether the entries of a list at a column start with a field. */
  hasEntries(column: number, name: string): boolean {
    return this.#blocks.some(
      (block) => block.kind === "list" && block.column === column && block.name === name,
    );
  }

  /** @param below the column of the field or entry on the next line that has one */
  positionOf({ column, hyphens }: Entry, below: number | undefined): Position {
    const isEntry = hyphens !== "";
    const opener = this.#opener;
    if (opener) {
      const inside = opener.column + step;
      const isLeftOut = !isEntry && column === opener.column && below === inside;
      if (Math.abs(column - inside) === 1 || isLeftOut)
        return {
          column: inside,
          reason: `because it belongs to "${opener.name}" on line ${String(opener.line)}`,
        };
      if (column > opener.column || (isEntry && column === opener.column))
        return { column, reason: "" };
    }
    const [nearest] = this.#blocks
      .filter(({ kind }) => kind === (isEntry ? "list" : "group"))
      .toSorted(
        (a, b) => Math.abs(a.column - column) - Math.abs(b.column - column) || b.column - a.column,
      );
    if (nearest === undefined)
      return { column: this.#blocks.length > 0 ? column : 0, reason: "because it is the first" };
    return {
      column: nearest.column,
      reason: isEntry
        ? `so that its hyphen is right below that on line ${String(nearest.line)}`
        : `so that it is right below "${nearest.name}" on line ${String(nearest.line)}`,
    };
  }

  /** Goes on to a line, which belongs at a column. */
  take({ hyphens, name, opens }: Entry, column: number, line: number): void {
    const kind = hyphens === "" ? "group" : "list";
    this.#blocks = this.#blocks.filter(
      (block) =>
        block.column < column ||
        (block.column === column && (kind === "list" || block.kind === "group")),
    );
    if (!this.#blocks.some((block) => block.column === column && block.kind === kind))
      this.#blocks.push({ column, kind, line, name });
    const inner: Block = { column: column + hyphens.length, kind: "group", line, name };
    if (kind === "list" && name !== "") this.#blocks.push(inner);
    this.#opener = opens && name !== "" ? inner : undefined;
  }
}

const count = (spaces: number) =>
  spaces === 0 ? "no space" : `${String(spaces)} space${spaces === 1 ? "" : "s"}`;

/** A line as it was probably meant, and what is wrong with it. */
interface MendedLine {
  readonly line: string;
  readonly message?: string | undefined;
  /** Where it is; where the line's own text starts, unless given. */
  readonly column?: number;
}

/** Whether there are characters without width other than in the value of a field. */
const hasZeroWidth = ({ lead, hyphens, beforeColon, afterColon }: Field): boolean =>
  [lead, hyphens, beforeColon, afterColon].some((spaces) => spaces.search(zeroWidth) !== -1);

/** A mark that Git leaves between two versions of the same lines. */
const conflictMark = /^(?:={7}|\|{7}.*)$/;

const mendSpaces = (line: string, isInText: boolean): MendedLine => {
  if (conflictMark.test(line))
    return {
      line: "",
      message: `"${line}" is left over from two versions of these lines; delete it`,
    };
  const field = fieldIn(line);
  if (field) {
    const message = fieldFault(field, isInText);
    return message === undefined && !hasZeroWidth(field)
      ? { line }
      : { line: `${plain(field.lead)}${written(field)}`, message };
  }
  const message = entryFault(line);
  const [, lead = "", after = "", rest = ""] = entryPattern.exec(line) ?? [];
  return message === undefined
    ? { line }
    : { line: `${plain(lead)}-${plain(after)}${rest}`, message };
};

/** What else people write before an entry, or between a field and its text. */
const bulletPattern = /^([ \t]*)[*+•·–—][ \t]+(?=([\w-]+)[ \t]*:(?:\s|$))/u;
const nakedPattern = /^([ \t]*)(-?(?:(?<=-) +)?)([\w-]+)( *[=;]?)(?: *)(.*)$/;

/** A field without its colon, or an entry without its hyphen or the space after that. */
const mendMarks = (line: string, outline: Outline, isInText: boolean): MendedLine => {
  const [bullet, indent = "", entryName = ""] = bulletPattern.exec(line) ?? [];
  if (bullet !== undefined && knownFields.has(entryName)) {
    const entry = `- ${line.slice(bullet.length)}`;
    return { line: `${indent}${entry}`, message: `an entry starts with a hyphen; write ${entry}` };
  }
  const [, lead = "", hyphens = "", name = "", gap = "", value = ""] =
    nakedPattern.exec(line.trimEnd()) ?? [];
  if (!knownFields.has(name)) return { line };
  if (/^:(?: |$)/.test(value)) {
    if (hyphens === "-" || (hyphens === "" && outline.hasEntries(lead.length, name)))
      return {
        line: `${lead}- ${name}${value}`,
        message: `${hyphens === "" ? "an entry starts with a hyphen" : "there is no space after the hyphen"}; write - ${name}${value}`,
      };
    return { line };
  }
  const isField = hyphens !== "" || (!isInText && lead.length === outline.column);
  if (!isField || (gap === "" && value !== "") || /:(?: |$)/.test(value)) return { line };
  const mended = `${hyphens}${name}:${value === "" ? "" : ` ${value}`}`;
  return {
    line: `${lead}${mended}`,
    message: `there is no colon after "${name}"; write ${mended}`,
  };
};

/** A text that starts like something else in YAML, or that goes on behind its quotation marks. */
const mendValue = (line: string): MendedLine => {
  const [, before = "", value = ""] =
    /^([ \t]*(?:- +)*(?:[\w-]+: +|(?<=- +)))(\S.*)$/.exec(line.trimEnd()) ?? [];
  const inSingle = (text: string) => `'${text.replaceAll("'", "''")}'`;
  if (/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?!\s*(?:#.*)?$)/.test(value)) {
    const whole = inSingle(value);
    return {
      line: `${before}${whole}`,
      column: before.length + 1,
      message: `the text goes on after the quotation mark that ends it; write ${whole}`,
    };
  }
  const [mark] = /^(?:[-?](?= |$)|[|>](?![-+\d]*\s*(?:#.*)?$)|[\]}]|\*(?=\s|$))/.exec(value) ?? [];
  return mark === undefined || (/^-(?: |$)/.test(value) && /- +$/.test(before))
    ? { line }
    : {
        line: `${before}${inSingle(value)}`,
        column: before.length + 1,
        message: `text that starts with ${mark} cannot be read; put it in "quotes"`,
      };
};

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
        message: `this line starts with ${count(lead.length)}; start it with ${count(column)}, ${reason}`,
      };
};

const isIgnored = (line: string) => /^\s*(?:#.*)?$/.test(line);
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
  const lines = text.split(/\r?\n/);
  let textColumn: number | undefined;
  const columnBelow = (at: number) =>
    lines
      .slice(at + 1)
      .map((line) => entryIn(line)?.column)
      .find((column) => column !== undefined);
  const mended = lines.map((typed, at) => {
    const [lead = ""] = /^[ \t]*/.exec(typed) ?? [];
    if (isIgnored(typed) || (textColumn !== undefined && lead.length > textColumn)) return typed;
    const isInText = outline.continues(lead.length);
    const mends = [
      (before: string) => mendSpaces(before, isInText),
      (before: string) => mendMarks(before, outline, isInText),
      mendValue,
      (before: string) => mendIndentation(before, outline, columnBelow(at)),
    ];
    let line = typed;
    let fault: LineFault | undefined;
    for (const mend of isBroken ? mends : mends.slice(0, 1)) {
      const { message, column = typed.search(/[^\s\u200b]/) + 1, ...mended } = mend(line);
      line = mended.line;
      if (message !== undefined) fault ??= { line: at + 1, column, message };
    }
    if (fault) faults.push(fault);
    const entry = entryIn(line);
    if (entry) outline.take(entry, entry.column, at + 1);
    textColumn = opensText(line) ? entry?.column : undefined;
    return line;
  });
  const isMended = mended.some((line, at) => line !== lines[at]);
  return { text: isMended ? mended.join("\n") : text, faults };
};
