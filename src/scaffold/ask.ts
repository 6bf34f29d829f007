import { z } from "zod";
import { recordsOf, type Content } from "../parse/content.ts";
import { deadReference } from "../centre/references.ts";
import type { Target } from "../schemas/records.ts";
import { faultsOf, type Notation } from "../parse/schema-errors.ts";
import {
  elementOf,
  exampleOf,
  purposeOf,
  recordOf,
  targetOf,
  valueOf,
  type Field,
  type Answers,
} from "./fields.ts";
import { choicesOf, chosen, listed, notChosen } from "./choices.ts";
import { inAnswer, inCommand } from "./notation.ts";

/** Somebody to talk with. */
export interface Dialogue {
  /** Asks and waits for the answer; nothing where nobody is there who could give one. */
  readonly ask?: ((prompt: string) => Promise<string>) | undefined;
  readonly say: (line: string) => void;
}

/** What came of filling in fields. */
export interface Outcome {
  readonly answers: Answers;
  /** What was typed, on the command line or when asked. */
  readonly typed: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  /** What nothing was typed for. */
  readonly missing: readonly Field[];
  /** What something was typed for that will not do. */
  readonly refused: readonly Field[];
}

const faultsIn = (
  field: Field,
  typed: string,
  content: Content,
  notation: Notation,
): readonly string[] => {
  const { name, schema } = field;
  if (typed.trim() === "")
    return [`${notation.name(name)} is empty; write ${notation.line(name, exampleOf(schema))}`];
  const value = valueOf(field, typed);
  const faults = faultsOf(z.object({ [name]: schema as z.ZodType }), { [name]: value }, notation);
  if (faults.length > 0) return faults.map(({ message }) => message);
  const target = targetOf(schema) as Target | undefined;
  const ids = (Array.isArray(value) ? value : [value]).map(String);
  const dead =
    target === undefined
      ? []
      : ids.flatMap((id) => deadReference(recordsOf(content), target, id) ?? []);
  return dead.length > 0 ? dead : (field.refuse?.(String(value)) ?? []);
};

const promptFor = (field: Field, content: Content): string => {
  const choices = choicesOf(field, content);
  const description = purposeOf(field);
  const lines =
    choices === undefined
      ? [`${description}, such as: ${exampleOf(field.schema)}`]
      : [`${description}:`, ...listed(choices)];
  return `${lines.join("\n")}\n> `;
};

/** What was answered, with ids in place of the numbers of the choices, and what names none of these. */
const answered = (
  field: Field,
  words: string,
  content: Content,
): { readonly answer: string; readonly strange: readonly string[] } => {
  const choices = choicesOf(field, content);
  if (choices === undefined || choices.length === 0) return { answer: words, strange: [] };
  const parts = (elementOf(field.schema) === undefined ? [words] : words.split(",")).map((part) =>
    chosen(part, choices),
  );
  return {
    answer: parts.join(", "),
    strange: parts.flatMap((part) => notChosen(part, choices) ?? []),
  };
};

/**
 * Fills in fields from what was given on the command line; what is needed besides is asked for
 * where somebody is there to answer, and missing otherwise. `schema` is what they make together.
 */
export const fillIn = async (
  fields: readonly Field[],
  schema: z.ZodObject | undefined,
  given: ReadonlyMap<string, string>,
  content: Content,
  { ask, say }: Dialogue,
): Promise<Outcome> => {
  const answers = new Map<string, unknown>();
  const typed = new Map(given);
  const faults: string[] = [];
  const missing: Field[] = [];
  const refused: Field[] = [];

  const askFor = async (field: Field, by: NonNullable<Dialogue["ask"]>): Promise<void> => {
    for (;;) {
      const words = await by(promptFor(field, content));
      if (words.trim() === "" && field.isOffered) return;
      const { answer, strange } = answered(field, words, content);
      const wrong =
        strange.length > 0 ? strange : faultsIn(field, answer, content, inAnswer(field));
      if (wrong.length === 0) {
        answers.set(field.name, valueOf(field, answer));
        typed.set(field.name, answer);
        return;
      }
      wrong.forEach(say);
    }
  };

  /** Tells what is wrong: by asking anew where one can. */
  const refuse = async (field: Field, wrong: readonly string[]): Promise<void> => {
    if (ask === undefined) {
      faults.push(...wrong);
      if (typed.has(field.name)) refused.push(field);
      return;
    }
    wrong.forEach(say);
    await askFor(field, ask);
  };

  for (const field of fields) {
    const words = given.get(field.name);
    if (words !== undefined) {
      const wrong = faultsIn(field, words, content, inCommand(field));
      if (wrong.length === 0) answers.set(field.name, valueOf(field, words));
      else await refuse(field, wrong);
      continue;
    }
    if (field.derive && missing.length + faults.length > 0) continue;
    const derived = field.derive?.(answers);
    const wrong = derived === undefined ? [] : (field.refuse?.(String(derived)) ?? []);
    if (wrong.length > 0) await refuse(field, wrong);
    else if (derived !== undefined) answers.set(field.name, derived);
    else if (ask && (field.isNeeded(typed.keys()) || field.isOffered)) await askFor(field, ask);
    else if (field.isNeeded(typed.keys())) missing.push(field);
  }

  while (schema && missing.length + faults.length === 0) {
    const [fault] = faultsOf(schema, recordOf(fields, answers), inCommand({} as Field));
    if (!fault) break;
    const empty = fields.find(
      ({ name, path }) => !answers.has(name) && path.join(".") === fault.path.join("."),
    );
    if (empty) await refuse(empty, [fault.message]);
    else faults.push(fault.message);
    if (empty && !ask) missing.push(empty);
  }
  return { answers, typed, faults, missing, refused };
};
