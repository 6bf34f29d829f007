import { z } from "zod";
import { recordsOf, type Content } from "../parse/content.ts";
import { deadReference } from "../centre/references.ts";
import { elementOf, targetOf } from "../schemas/introspection.ts";
import type { Target } from "../schemas/records.ts";
import { faultsOf, type Notation } from "../parse/schema-errors.ts";
import { exampleOf, purposeOf, recordOf, valueOf, type Field, type Answers } from "./fields.ts";
import { choicesOf, idOfChoice, numberedList, choiceFault } from "./choices.ts";
import { answerNotation, commandNotation } from "./notation.ts";

/** The terminal, or a test in its place. */
export interface Dialogue {
  /** Asks and waits for the answer. Missing where nobody can answer, as in a script. */
  readonly ask?: ((prompt: string) => Promise<string>) | undefined;
  readonly say: (line: string) => void;
}

/** What was answered, and what keeps the answers from being written. */
export interface CollectedAnswers {
  readonly answers: Answers;
  /** As typed, on the command line or in reply to a question. */
  readonly typed: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  /** Required fields without an answer. */
  readonly missing: readonly Field[];
  /** Fields with an invalid answer. */
  readonly invalid: readonly Field[];
}

/** What is wrong with what was typed into a field, in sentences. */
export const faultsIn = (
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
  return dead.length > 0 ? dead : (field.validate?.(String(value)) ?? []);
};

const promptFor = (field: Field, content: Content): string => {
  const choices = choicesOf(field, content);
  const description = purposeOf(field);
  const lines =
    choices === undefined
      ? [`${description}, such as: ${exampleOf(field.schema)}`]
      : [`${description}:`, ...numberedList(choices)];
  return `${lines.join("\n")}\n> `;
};

/** An answer with ids in place of the numbers of choices, and messages for parts that name no choice. */
const resolveChoices = (
  field: Field,
  words: string,
  content: Content,
): { readonly answer: string; readonly faults: readonly string[] } => {
  const choices = choicesOf(field, content);
  if (choices === undefined || choices.length === 0) return { answer: words, faults: [] };
  const parts = (elementOf(field.schema) === undefined ? [words] : words.split(",")).map((part) =>
    idOfChoice(part, choices),
  );
  return {
    answer: parts.join(", "),
    faults: parts.flatMap((part) => choiceFault(part, choices) ?? []),
  };
};

/**
 * Collects the answers to all fields from the command line, and asks for what is still needed if
 * there is somebody to answer.
 * @param schema what the fields make up together, where that has rules of its own
 * @param again the names of the only fields to ask for, where the others have been asked for before
 */
export const collectAnswers = async (
  fields: readonly Field[],
  schema: z.ZodObject | undefined,
  given: ReadonlyMap<string, string>,
  content: Content,
  { ask, say }: Dialogue,
  again?: ReadonlySet<string>,
): Promise<CollectedAnswers> => {
  const answers = new Map<string, unknown>();
  const typed = new Map(given);
  const faults: string[] = [];
  const missing: Field[] = [];
  const invalid: Field[] = [];

  const askFor = async (field: Field, by: NonNullable<Dialogue["ask"]>): Promise<void> => {
    for (;;) {
      const words = await by(promptFor(field, content));
      if (words.trim() === "" && field.isOffered) return;
      const { answer, faults: choiceFaults } = resolveChoices(field, words, content);
      const wrong =
        choiceFaults.length > 0
          ? choiceFaults
          : faultsIn(field, answer, content, answerNotation(field));
      if (wrong.length === 0) {
        answers.set(field.name, valueOf(field, answer));
        typed.set(field.name, answer);
        return;
      }
      wrong.forEach(say);
    }
  };

  /** Reports what is wrong with an answer, and asks again where somebody is there. */
  const reject = async (field: Field, wrong: readonly string[]): Promise<void> => {
    if (ask === undefined) {
      faults.push(...wrong);
      if (typed.has(field.name)) invalid.push(field);
      return;
    }
    wrong.forEach(say);
    await askFor(field, ask);
  };

  for (const field of fields) {
    const words = given.get(field.name);
    if (words !== undefined) {
      const wrong = faultsIn(field, words, content, commandNotation(field));
      if (wrong.length === 0) answers.set(field.name, valueOf(field, words));
      else await reject(field, wrong);
      continue;
    }
    if (field.derive && missing.length + faults.length > 0) continue;
    const isAskedAgain = again?.has(field.name) === true;
    const derived = isAskedAgain ? undefined : field.derive?.(answers);
    const wrong = derived === undefined ? [] : (field.validate?.(String(derived)) ?? []);
    if (wrong.length > 0) await reject(field, wrong);
    else if (derived !== undefined) answers.set(field.name, derived);
    else if (
      ask &&
      (isAskedAgain || field.isNeeded(typed.keys()) || (field.isOffered && again === undefined))
    )
      await askFor(field, ask);
    else if (field.isNeeded(typed.keys())) missing.push(field);
  }

  while (schema && missing.length + faults.length === 0) {
    const [fault] = faultsOf(schema, recordOf(fields, answers), commandNotation({} as Field));
    if (!fault) break;
    const empty = fields.find(
      ({ name, path }) => !answers.has(name) && path.join(".") === fault.path.join("."),
    );
    if (empty) await reject(empty, [fault.message]);
    else faults.push(fault.message);
    if (empty && !ask) missing.push(empty);
  }
  return { answers, typed, faults, missing, invalid };
};
