import { z } from "zod";
import { languageOf, type Content } from "../../parse/content.ts";
import { choicesOf, type Choice } from "../../scaffold/choices.ts";
import { countryCodes, countryNamed } from "../../schemas/country-names.ts";
import { confirmationFields } from "../../schemas/fields.ts";
import {
  elementOf,
  inner,
  isRecord,
  metaOf,
  requiredKeys,
  shapeOf,
  targetOf,
  type FieldPath,
} from "../../schemas/introspection.ts";
import type { OfferedStep } from "../steps/offered.ts";

/** What a field takes, and so how it is filled in. */
type Kind = "line" | "text" | "date" | "number" | "boolean" | "color" | "choice" | "list" | "group";

/** Why a field stays as it is in a form, and the step that changes it, with all that refers to it. */
export interface Fixed {
  readonly why: string;
  readonly step?: OfferedStep;
}

/** A field of a form. */
export interface Field {
  /** Its path from the top of the file. */
  readonly path: FieldPath;
  readonly label: string;
  readonly explanation: string;
  readonly example: string;
  readonly kind: Kind;
  readonly isOptional: boolean;
  /** Undefined where the field is not in the file; of a list or group, whether it is there. */
  readonly value: string | number | boolean | undefined;
  /** What can be chosen, or is proposed for a line; the values as in the file, and what they mean. */
  readonly choices: readonly Choice[];
  /** Between which numbers it must be, where it has both bounds. */
  readonly bounds: readonly [number, number] | undefined;
  /** The fields of a group, or the entries of a list. */
  readonly fields: readonly Field[];
  /** What is written where a list gets another entry, or a group is added. */
  readonly blank: unknown;
  /** Undefined where it can be changed. */
  readonly fixed?: Fixed;
}

/** The name of a field as words: "After days" for `afterDays`. */
export const labelOf = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("-", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A value with all that it must have, and nothing in it yet. */
const blankOf = (schema: z.core.$ZodType): unknown => {
  const field = inner(schema);
  if (field instanceof z.ZodObject) {
    const shape = shapeOf(field);
    return Object.fromEntries(
      requiredKeys(field).map((key) => [key, shape[key] && blankOf(shape[key])]),
    );
  }
  const element = elementOf(field);
  if (element !== undefined) return element instanceof z.ZodObject ? [blankOf(element)] : [];
  return field instanceof z.ZodBoolean ? false : "";
};

const exampleOf = (schema: z.core.$ZodType): unknown => {
  const { examples } = metaOf(schema);
  return Array.isArray(examples) ? (examples[0] as unknown) : undefined;
};

const explanationOf = (schema: z.core.$ZodType): string => {
  const { description } = metaOf(schema);
  return typeof description === "string" ? description : "";
};

const kindOf = (schema: z.core.$ZodType, value: unknown, isChoice: boolean): Kind => {
  const field = inner(schema);
  const example = exampleOf(schema);
  if (isChoice) return "choice";
  if (field instanceof z.ZodObject) return "group";
  if (field instanceof z.ZodArray) return "list";
  if (field instanceof z.ZodBoolean) return "boolean";
  if (field instanceof z.ZodNumber) return "number";
  if (field instanceof z.ZodISODate) return "date";
  if (/^#[0-9a-f]{6}$/.test(String(example))) return "color";
  const isLong = (words: unknown) =>
    typeof words === "string" && (words.length > 40 || words.includes("\n"));
  return isLong(value) || isLong(example) ? "text" : "line";
};

/** The least and the greatest number that a field takes; undefined if either is open. */
const boundsOf = (field: z.core.$ZodType): Field["bounds"] => {
  if (!(field instanceof z.ZodNumber)) return undefined;
  const bounds = [field.minValue ?? -Infinity, field.maxValue ?? Infinity] as const;
  return bounds.every((bound) => Math.abs(bound) < Number.MAX_SAFE_INTEGER) ? bounds : undefined;
};

/** All countries as a field has them, by their names in the language of the site. */
const countriesFor = (by: unknown, value: unknown, language: string): Choice[] => {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  const countries = countryCodes()
    .map((code) => ({ id: code.toLowerCase(), title: names.of(code) ?? code }))
    .sort((a, b) => compare(a.title, b.title));
  if (by !== "name") return countries;
  /* A country can have another name in the file. */
  const isOther =
    typeof value === "string" &&
    countryNamed(value) !== undefined &&
    !countries.some(({ title }) => title === value);
  return [...(isOther ? [value] : []), ...countries.map(({ title }) => title)].map((id) => ({
    id,
    title: "",
  }));
};

const choicesFor = (
  schema: z.core.$ZodType,
  value: unknown,
  path: FieldPath,
  content: Content,
): Choice[] => {
  const field = inner(schema);
  const { countryBy } = metaOf(field);
  if (countryBy !== undefined) return countriesFor(countryBy, value, languageOf(content));
  if (field instanceof z.ZodLiteral)
    return [...field.values].map((id) => ({ id: String(id), title: "" }));
  if (field instanceof z.ZodArray) return [];
  if (targetOf(field) === "faq")
    return content.prose.faq.map(({ id, data }) => ({ id, title: data.question ?? "" }));
  const name = String(path.at(-1));
  return choicesOf({ name, path: [], schema: field, isNeeded: () => true }, content) ?? [];
};

/** A field of a form, with what is in it. */
export const fieldOf = (
  schema: z.core.$ZodType,
  value: unknown,
  path: FieldPath,
  content: Content,
  label = labelOf(String(path.at(-1))),
): Field => {
  const field = inner(schema);
  const choices = choicesFor(schema, value, path, content);
  const element = field instanceof z.ZodArray ? field.element : undefined;
  const isThere = value !== undefined && value !== null;
  const below = (): readonly Field[] => {
    if (field instanceof z.ZodObject) return fieldsIn(field, value, path, content);
    if (element === undefined || !Array.isArray(value)) return [];
    return value.map((entry: unknown, at) =>
      fieldOf(element, entry, [...path, at], content, `${label}, ${String(at + 1)}`),
    );
  };
  const kind = kindOf(
    schema,
    value,
    /* A part of a country is no country, and has a code of its own. */
    choices.length > 0 && metaOf(field)["countryBy"] !== "place",
  );
  const isWithin = kind === "group" || kind === "list";
  const example = exampleOf(schema);
  return {
    path,
    label,
    explanation: explanationOf(schema),
    example: typeof example === "string" || typeof example === "number" ? String(example) : "",
    kind,
    isOptional: field !== schema,
    value: isWithin
      ? isThere
      : typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? value
        : undefined,
    choices,
    bounds: boundsOf(field),
    fields: isThere ? below() : [],
    blank: blankOf(element ?? field),
  };
};

/** The fields of a record or of the head of a file, but for those of its confirmation. */
export const fieldsIn = (
  schema: z.ZodObject,
  value: unknown,
  path: FieldPath,
  content: Content,
): readonly Field[] =>
  Object.entries(shapeOf(schema))
    .filter(([key]) => !confirmationFields.includes(key))
    .map(([key, field]) =>
      fieldOf(field, isRecord(value) ? value[key] : undefined, [...path, key], content),
    );

/** What is open about a record or a part of it, and who has settled what was. */
export interface Confirmation {
  readonly path: FieldPath;
  /** What must be settled; undefined where nothing is open. */
  readonly question: string | undefined;
  readonly by: string | undefined;
  readonly on: string | undefined;
  readonly from: string | undefined;
}

const wordsIn = (value: Readonly<Record<string, unknown>>, key: string): string | undefined =>
  typeof value[key] === "string" ? value[key] : undefined;

/** What is open or was confirmed in a value, at any depth. */
export const confirmationsIn = (value: unknown, path: FieldPath): readonly Confirmation[] => {
  if (Array.isArray(value))
    return value.flatMap((entry, at) => confirmationsIn(entry, [...path, at]));
  if (!isRecord(value)) return [];
  const [by, on, from] = ["confirmedBy", "confirmedOn", "confirmedFrom"].map((key) =>
    wordsIn(value, key),
  );
  const question = value["confirmed"] === false ? wordsIn(value, "question") : undefined;
  const own =
    question !== undefined || by !== undefined || on !== undefined || from !== undefined
      ? [{ path, question, by, on, from }]
      : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, below]) => confirmationsIn(below, [...path, key])),
  ];
};

/** A new record of a list, with nothing in it yet. */
export const blankRecord = (schema: z.core.$ZodType): unknown => blankOf(schema);
