import { nearest } from "./nearest.ts";
import { z } from "zod";
import { formatList } from "./issue.ts";
import { countriesNamed, countryNames } from "../schemas/country-names.ts";
import {
  fieldAt,
  inner,
  isRecord,
  keysOf,
  metaOf,
  requiredKeys,
  type FieldPath,
} from "../schemas/introspection.ts";

/** What is wrong with a value, and where in it. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/** How messages name fields and write them: YAML, properties of components, or options. */
export interface Notation {
  readonly name: (field: string) => string;
  readonly line: (field: string, value: string) => string;
  /** An example as typed, in quotes where it needs them. */
  readonly typed: (example: unknown) => string;
  /** What introduces the line to write. */
  readonly intro: string;
  /** The value of a field as it is written without quotes, which can differ from what is read. */
  readonly sourceOf?: (path: FieldPath) => string | undefined;
}

const describeValue = (value: unknown) => {
  if (Array.isArray(value)) return "a list";
  return isRecord(value) ? "a group of fields" : JSON.stringify(value);
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What to write for a field: its example, or the fields below it. */
const advice = (field: z.core.$ZodType | undefined, path: FieldPath, notation: Notation) => {
  const name = path.at(-1);
  const below = field instanceof z.ZodArray ? inner(field.element) : field;
  if (below instanceof z.ZodObject) {
    const keys = formatList(requiredKeys(below));
    const entries = field === below ? keys : `entries that start with a hyphen and have ${keys}`;
    return typeof name === "string"
      ? `a line "${name}:" and, indented below it, ${entries}`
      : entries;
  }
  const line = (value: string) =>
    `${notation.intro}${typeof name === "string" ? notation.line(name, value) : `- ${value}`}`;
  const blank = line("…") === "…" ? "" : `${line("…")} – `;
  if (field instanceof z.ZodEnum && field.options.length > 1)
    return `${blank}one of: ${field.options.join(", ")}`;
  const { examples, description } = field === undefined ? {} : metaOf(field);
  /* A figure is right or wrong: an example of one would be taken over as if it were known. */
  if (field instanceof z.ZodNumber) return `${line("…")} – ${lowerFirst(String(description))}`;
  return line(Array.isArray(examples) ? notation.typed(examples[0]) : "…");
};

const subjectOf = (path: FieldPath, notation: Notation): string => {
  const name = path.at(-1);
  if (typeof name === "string") return notation.name(name);
  const list = path.findLast((step) => typeof step === "string");
  if (list !== undefined) return `an entry in ${notation.name(list)}`;
  return path.length === 0 ? "the file" : "this entry";
};

/** The two days that a numeric date can mean; undefined for other values. */
const twoDays = (written: string): string | undefined => {
  const [, first = "", second = "", year = ""] =
    /^(\d\d?)[./-](\d\d?)[./-](\d{4})$/.exec(written.trim()) ?? [];
  if (year === "" || first === second || Number(first) > 12 || Number(second) > 12)
    return undefined;
  const day = (month: string, date: string) =>
    `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return `it could mean ${day(second, first)} or ${day(first, second)}`;
};

/** The rule that a value breaks: the schema's own message, or one that follows from the issue. */
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
    const [, year = "2026"] = /^(\d+)-\d\d?-\d\d?$/.exec(String(issue.input)) ?? [];
    if (year.length !== 4)
      return `its year has ${String(year.length)} figures, where a year has four`;
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

/** The text inside curly quotes, which YAML reads as part of it. */
const inCurlyQuotes = (input: unknown): string | undefined =>
  typeof input === "string" ? /^[“”„‘’‚](.+)[“”‘’]$/.exec(input.trim())?.[1] : undefined;

/** The boolean that was meant by a word such as yes or no, which YAML 1.2 reads as text. */
const yesOrNo = (input: unknown): string | undefined => {
  if (typeof input !== "string") return undefined;
  if (/^(?:no|n|off|false)$/i.test(input)) return "false";
  return /^(?:yes|y|on|true)$/i.test(input) ? "true" : undefined;
};

const expectsText = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "invalid_type" && issue.expected === "string";

/** What to write in place of what names no country. */
const countryAdvice = (written: string): string => {
  const several = countriesNamed(written);
  if (several) return `write [${several.join(", ")}]`;
  const meant = nearest(written, countryNames());
  return meant === undefined
    ? "write the name of a country, such as Ireland, in English or in the language of the site"
    : `did you mean "${meant}"?`;
};

const messageOf = (issue: z.core.$ZodIssue, schema: z.ZodType, notation: Notation): string => {
  if (issue.code === "custom") return issue.message;
  const path = issue.path as FieldPath;
  const field = fieldAt(schema, path);
  const subject = subjectOf(path, notation);
  const { input } = issue;
  const source = notation.sourceOf?.(path);
  if (input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value"))
    return `${subject} is missing; add ${advice(field, path, notation)}`;
  const name = path.at(-1);
  if (input === null && source && typeof name === "string" && expectsText(issue))
    return `${subject} is written as ${source}, which is read as nothing; put it in quotes: ${notation.line(name, `"${source}"`)}`;
  if (input === null || input === "" || (Array.isArray(input) && issue.code === "too_small"))
    return `${subject} is empty; write ${advice(field, path, notation)}`;
  if (
    expectsText(issue) &&
    issue.message === "" &&
    (typeof input === "number" || typeof input === "boolean") &&
    typeof name === "string"
  )
    return `${subject} is not read as text; put it in quotes: ${notation.line(name, `"${source ?? String(input)}"`)}`;
  const quoted = issue.code === "invalid_format" ? inCurlyQuotes(input) : undefined;
  if (quoted !== undefined && typeof name === "string")
    return `${subject} is in curly quotes, which are read as part of the text; write straight quotes or none, like this: ${notation.line(name, notation.typed(quoted))}`;
  const value = typeof input === "number" ? (source ?? String(input)) : describeValue(input);
  const cannotBe = `${subject} cannot be ${value}: ${ruleOf(issue)}`;
  if (issue.code === "invalid_format" && issue.format === "country")
    return `${cannotBe}; ${countryAdvice(typeof input === "string" ? input : "")}`;
  const meant =
    issue.code === "invalid_type" && issue.expected === "boolean"
      ? yesOrNo(input)
      : issue.code === "invalid_value"
        ? nearest(typeof input === "string" ? input : "", issue.values.map(String))
        : undefined;
  if (meant !== undefined && typeof name === "string")
    return `${cannotBe}; write ${notation.line(name, meant)}`;
  /* Such a rule names what can be chosen. Which of it is right, nobody here can know. */
  if (issue.code === "invalid_value" && issue.values.length > 1) return cannotBe;
  return `${cannotBe}; write ${advice(field, path, notation)}`;
};

/** Faults of keys that the schema does not know, each with the key probably meant. */
const unknownKeyFaults = (
  issue: z.core.$ZodIssueUnrecognizedKeys,
  schema: z.ZodType,
  notation: Notation,
): (Fault & { readonly meant: string | undefined })[] => {
  const path = issue.path as FieldPath;
  const field = fieldAt(schema, path);
  const keys = field instanceof z.ZodObject ? keysOf(field) : [];
  const written = isRecord(issue.input) ? issue.input : {};
  return issue.keys.map((key) => {
    const meant = nearest(
      key,
      keys.filter((name) => !(name in written)),
    );
    const remedy =
      meant !== undefined
        ? `did you mean "${meant}"?`
        : keys.length === 0
          ? "remove it"
          : `remove it, or write one of: ${keys.join(", ")}`;
    return {
      path: [...path, key],
      meant: meant && JSON.stringify([...path, meant]),
      message: `${notation.name(key)} is not recognized; ${remedy}`,
    };
  });
};

/** Everything wrong with a value, in messages that say what to write instead. */
export const faultsOf = (schema: z.ZodType, value: unknown, notation: Notation): Fault[] => {
  // A schema's own messages take precedence over this one, so the empty messages are Zod's.
  const { error } = schema.safeParse(value, { error: () => "", reportInput: true });
  const issues = error?.issues ?? [];
  const unknown = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? unknownKeyFaults(issue, schema, notation) : [],
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
