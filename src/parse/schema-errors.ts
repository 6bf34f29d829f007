import { nearest } from "./nearest.ts";
import { z } from "zod";
import { formatList } from "./issue.ts";
import {
  fieldAt,
  inner,
  isRecord,
  keysOf,
  requiredKeys,
  type FieldPath,
} from "../schemas/introspection.ts";

/** What is wrong with a value, and where in it. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/** How fields are named and written in the kind of file that is checked. */
export interface Notation {
  readonly name: (field: string) => string;
  readonly line: (field: string, value: string) => string;
  /** An example as it is typed, in quotes where it needs them. */
  readonly typed: (example: unknown) => string;
  /** What introduces the line to write. */
  readonly intro: string;
}

const shown = (value: unknown) => {
  if (Array.isArray(value)) return "a list";
  return isRecord(value) ? "a group of fields" : JSON.stringify(value);
};

/** What to write into a field: its example, or the fields below it. */
const advice = (field: z.core.$ZodType | undefined, path: FieldPath, notation: Notation) => {
  const name = path.at(-1);
  const below = field instanceof z.ZodArray ? inner(field.element) : field;
  if (below instanceof z.ZodObject) {
    const keys = formatList(requiredKeys(below));
    const what = field === below ? keys : `entries that start with a hyphen and have ${keys}`;
    return typeof name === "string" ? `a line "${name}:" and, indented below it, ${what}` : what;
  }
  const example = field instanceof z.ZodType ? field.meta()?.["examples"] : undefined;
  const value = Array.isArray(example) ? notation.typed(example[0]) : "…";
  return `${notation.intro}${typeof name === "string" ? notation.line(name, value) : `- ${value}`}`;
};

const subjectOf = (path: FieldPath, notation: Notation): string => {
  const name = path.at(-1);
  if (typeof name === "string") return notation.name(name);
  const list = path.findLast((step) => typeof step === "string");
  if (list !== undefined) return `an entry in ${notation.name(list)}`;
  return path.length === 0 ? "the file" : "this entry";
};

/** The two days that a date of numbers alone can mean; nothing where it is no such date. */
const twoDays = (written: string): string | undefined => {
  const [, first = "", second = "", year = ""] =
    /^(\d\d?)[./-](\d\d?)[./-](\d{4})$/.exec(written.trim()) ?? [];
  if (year === "" || first === second || Number(first) > 12 || Number(second) > 12)
    return undefined;
  const day = (month: string, date: string) =>
    `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return `it could mean ${day(second, first)} or ${day(first, second)}`;
};

/** The rule that a field broke, where the schema states none of its own. */
const ruleOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "too_small") return `it must be ${String(issue.minimum)} or more`;
  if (issue.code === "too_big") return `it must be ${String(issue.maximum)} or less`;
  if (
    issue.code === "invalid_format" &&
    issue.format === "date" &&
    /^\d{4}-\d\d-\d\d$/.test(String(issue.input))
  )
    return "there is no such date";
  if (issue.code === "invalid_format" && issue.format === "date") {
    const either = twoDays(String(issue.input));
    if (either !== undefined) return either;
  }
  if (issue.message !== "") return issue.message;
  const kinds: Record<string, string> = {
    array: "it must be a list",
    object: "it must be a group of fields",
    number: "it must be a number, without quotes",
    string: "it must be text, in quotes if it starts with a bracket or brace",
  };
  return (issue.code === "invalid_type" && kinds[issue.expected]) || "it is not allowed here";
};

/** What stands in curly quotes, which are read as letters of the text. */
const inCurlyQuotes = (input: unknown): string | undefined =>
  typeof input === "string" ? /^[“”„‘’‚](.+)[“”‘’]$/.exec(input.trim())?.[1] : undefined;

/** The yes or no that was written in words which are not read as such. */
const yesOrNo = (input: unknown): string | undefined => {
  if (typeof input !== "string") return undefined;
  if (/^(?:no|n|off|false)$/i.test(input)) return "false";
  return /^(?:yes|y|on|true)$/i.test(input) ? "true" : undefined;
};

const messageOf = (issue: z.core.$ZodIssue, schema: z.ZodType, notation: Notation): string => {
  if (issue.code === "custom") return issue.message;
  const path = issue.path as FieldPath;
  const field = fieldAt(schema, path);
  const subject = subjectOf(path, notation);
  const { input } = issue;
  if (input === undefined && issue.code === "invalid_type")
    return `${subject} is missing; add ${advice(field, path, notation)}`;
  if (input === null || input === "" || (Array.isArray(input) && issue.code === "too_small"))
    return `${subject} is empty; write ${advice(field, path, notation)}`;
  const name = path.at(-1);
  if (
    issue.code === "invalid_type" &&
    issue.expected === "string" &&
    issue.message === "" &&
    (typeof input === "number" || typeof input === "boolean") &&
    typeof name === "string"
  )
    return `${subject} is not read as text; put it in quotes: ${notation.line(name, `"${String(input)}"`)}`;
  const quoted = issue.code === "invalid_format" ? inCurlyQuotes(input) : undefined;
  if (quoted !== undefined && typeof name === "string")
    return `${subject} is in curly quotes, which are read as part of the text; write straight quotes or none, like this: ${notation.line(name, notation.typed(quoted))}`;
  const meant =
    issue.code === "invalid_type" && issue.expected === "boolean" ? yesOrNo(input) : undefined;
  const remedy =
    meant !== undefined && typeof name === "string"
      ? notation.line(name, meant)
      : advice(field, path, notation);
  return `${subject} cannot be ${shown(input)}: ${ruleOf(issue)}; write ${remedy}`;
};

/** A name that the schema does not know: which is meant, if one can tell. */
const strangers = (
  issue: z.core.$ZodIssueUnrecognizedKeys,
  schema: z.ZodType,
  notation: Notation,
): (Fault & { readonly meant: string | undefined })[] => {
  const path = issue.path as FieldPath;
  const field = fieldAt(schema, path);
  const known = field instanceof z.ZodObject ? keysOf(field) : [];
  const written = isRecord(issue.input) ? issue.input : {};
  return issue.keys.map((key) => {
    const meant = nearest(
      key,
      known.filter((name) => !(name in written)),
    );
    const remedy =
      meant !== undefined
        ? `did you mean "${meant}"?`
        : known.length === 0
          ? "remove it"
          : `remove it, or write one of: ${known.join(", ")}`;
    return {
      path: [...path, key],
      meant: meant && JSON.stringify([...path, meant]),
      message: `${notation.name(key)} is not recognized; ${remedy}`,
    };
  });
};

/** Everything that is wrong with a value, in sentences that say what to write instead. */
export const faultsOf = (schema: z.ZodType, value: unknown, notation: Notation): Fault[] => {
  // Messages that a schema states itself win over this one, so the empty ones are Zod's own.
  const { error } = schema.safeParse(value, { error: () => "", reportInput: true });
  const issues = error?.issues ?? [];
  const unknown = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? strangers(issue, schema, notation) : [],
  );
  const misspelt = new Set(unknown.map(({ meant }) => meant));
  return [
    ...unknown.map(({ path, message }) => ({ path, message })),
    ...issues
      .filter(
        ({ code, path }) => code !== "unrecognized_keys" && !misspelt.has(JSON.stringify(path)),
      )
      .map((issue) => ({
        path: issue.path as FieldPath,
        message: messageOf(issue, schema, notation),
      })),
  ];
};
