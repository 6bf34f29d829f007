/** A line as it was probably meant, and what is wrong with it. */
export interface MendedLine {
  readonly line: string;
  readonly message?: string | undefined;
  /** Where it is; where the line's own text starts, unless given. */
  readonly column?: number;
  /** From which column to which the line was moved. */
  readonly moved?: string;
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
const fieldFault = (
  field: Field,
  fields: ReadonlySet<string>,
  isInText: boolean,
): string | undefined => {
  const { lead, hyphens, name, beforeColon, colon, afterColon, value } = field;
  const known = fields.has(name);
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

/** Whether there are characters without width other than in the value of a field. */
const hasZeroWidth = ({ lead, hyphens, beforeColon, afterColon }: Field): boolean =>
  [lead, hyphens, beforeColon, afterColon].some((spaces) => spaces.search(zeroWidth) !== -1);

/** A mark that Git leaves between two versions of the same lines. */
const conflictMark = /^(?:={7}|\|{7}.*)$/;

/** Fields in braces without the space after their colon. */
const mendBraces = (line: string, known: ReadonlySet<string>): MendedLine => {
  if (!/^\s*(?:- +)?(?:[\w-]+: +)?\{/.test(line)) return { line };
  const [, name = ""] =
    [...line.matchAll(/[{,] *([\w-]+):(?=[^\s,{}[\]])/g)].find(([, found = ""]) =>
      known.has(found),
    ) ?? [];
  return name === ""
    ? { line }
    : {
        line: line.replace(new RegExp(`([{,] *${name}):`, "g"), "$1: "),
        message: `there is no space after "${name}:"; write one`,
      };
};

/**
 * A line with plain spaces where YAML needs them.
 * @param known the names of fields
 * @param isInText whether the line goes on with the text of the one above
 */
export const mendSpaces = (
  line: string,
  known: ReadonlySet<string>,
  isInText: boolean,
): MendedLine => {
  if (conflictMark.test(line))
    return {
      line: "",
      message: `"${line}" is left over from two versions of these lines; delete it`,
    };
  const [blank] = line.trim() === "" ? (otherSpace.exec(line) ?? []) : [];
  if (blank !== undefined)
    return { line: "", message: `there is ${nameOfSpace(blank)} in this empty line; delete it` };
  const inBraces = mendBraces(line, known);
  if (inBraces.message !== undefined) return inBraces;
  const field = fieldIn(line);
  if (field) {
    const message = fieldFault(field, known, isInText);
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
