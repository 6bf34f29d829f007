import { z } from "zod";
import { recordsOf, type Content } from "../check/content.ts";
import { deadReference } from "../centre/references.ts";
import type { Target } from "../centre/records.ts";
import { faultsOf, type Notation } from "../check/faults.ts";
import {
  elementOf,
  exampleOf,
  purposeOf,
  recordOf,
  targetOf,
  valueOf,
  type Blank,
  type Said,
} from "./blanks.ts";
import { choicesOf, chosen, listed, notChosen } from "./choices.ts";
import { inAnswer, inCommand } from "./typing.ts";

/** Somebody to talk with. */
export interface Dialogue {
  /** Asks and waits for the answer; nothing where nobody is there who could give one. */
  readonly ask?: ((prompt: string) => Promise<string>) | undefined;
  readonly say: (line: string) => void;
}

/** What came of filling in blanks. */
export interface Filled {
  readonly said: Said;
  /** What was typed, on the command line or when asked. */
  readonly typed: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  /** What nothing was typed for. */
  readonly missing: readonly Blank[];
  /** What something was typed for that will not do. */
  readonly refused: readonly Blank[];
}

const faultsIn = (
  blank: Blank,
  typed: string,
  content: Content,
  notation: Notation,
): readonly string[] => {
  const { name, schema } = blank;
  if (typed.trim() === "")
    return [`${notation.name(name)} is empty; write ${notation.line(name, exampleOf(schema))}`];
  const value = valueOf(blank, typed);
  const faults = faultsOf(z.object({ [name]: schema as z.ZodType }), { [name]: value }, notation);
  if (faults.length > 0) return faults.map(({ message }) => message);
  const target = targetOf(schema) as Target | undefined;
  const ids = (Array.isArray(value) ? value : [value]).map(String);
  const dead =
    target === undefined
      ? []
      : ids.flatMap((id) => deadReference(recordsOf(content), target, id) ?? []);
  return dead.length > 0 ? dead : (blank.refuse?.(String(value)) ?? []);
};

const promptFor = (blank: Blank, content: Content): string => {
  const choices = choicesOf(blank, content);
  const description = purposeOf(blank);
  const lines =
    choices === undefined
      ? [`${description}, such as: ${exampleOf(blank.schema)}`]
      : [`${description}:`, ...listed(choices)];
  return `${lines.join("\n")}\n> `;
};

/** What was answered, with ids in place of the numbers of the choices, and what names none of these. */
const answered = (
  blank: Blank,
  words: string,
  content: Content,
): { readonly answer: string; readonly strange: readonly string[] } => {
  const choices = choicesOf(blank, content);
  if (choices === undefined || choices.length === 0) return { answer: words, strange: [] };
  const parts = (elementOf(blank.schema) === undefined ? [words] : words.split(",")).map((part) =>
    chosen(part, choices),
  );
  return {
    answer: parts.join(", "),
    strange: parts.flatMap((part) => notChosen(part, choices) ?? []),
  };
};

/**
 * Fills in blanks from what was given on the command line; what is needed besides is asked for
 * where somebody is there to answer, and missing otherwise. `schema` is what they make together.
 */
export const fill = async (
  blanks: readonly Blank[],
  schema: z.ZodObject | undefined,
  given: ReadonlyMap<string, string>,
  content: Content,
  { ask, say }: Dialogue,
): Promise<Filled> => {
  const said = new Map<string, unknown>();
  const typed = new Map(given);
  const faults: string[] = [];
  const missing: Blank[] = [];
  const refused: Blank[] = [];

  const askFor = async (blank: Blank, by: NonNullable<Dialogue["ask"]>): Promise<void> => {
    for (;;) {
      const words = await by(promptFor(blank, content));
      if (words.trim() === "" && blank.isOffered) return;
      const { answer, strange } = answered(blank, words, content);
      const wrong =
        strange.length > 0 ? strange : faultsIn(blank, answer, content, inAnswer(blank));
      if (wrong.length === 0) {
        said.set(blank.name, valueOf(blank, answer));
        typed.set(blank.name, answer);
        return;
      }
      wrong.forEach(say);
    }
  };

  /** Tells what is wrong: by asking anew where one can. */
  const refuse = async (blank: Blank, wrong: readonly string[]): Promise<void> => {
    if (ask === undefined) {
      faults.push(...wrong);
      if (typed.has(blank.name)) refused.push(blank);
      return;
    }
    wrong.forEach(say);
    await askFor(blank, ask);
  };

  for (const blank of blanks) {
    const words = given.get(blank.name);
    if (words !== undefined) {
      const wrong = faultsIn(blank, words, content, inCommand(blank));
      if (wrong.length === 0) said.set(blank.name, valueOf(blank, words));
      else await refuse(blank, wrong);
      continue;
    }
    if (blank.derive && missing.length + faults.length > 0) continue;
    const derived = blank.derive?.(said);
    const wrong = derived === undefined ? [] : (blank.refuse?.(String(derived)) ?? []);
    if (wrong.length > 0) await refuse(blank, wrong);
    else if (derived !== undefined) said.set(blank.name, derived);
    else if (ask && (blank.isNeeded(typed.keys()) || blank.isOffered)) await askFor(blank, ask);
    else if (blank.isNeeded(typed.keys())) missing.push(blank);
  }

  while (schema && missing.length + faults.length === 0) {
    const [fault] = faultsOf(schema, recordOf(blanks, said), inCommand({} as Blank));
    if (!fault) break;
    const empty = blanks.find(
      ({ name, path }) => !said.has(name) && path.join(".") === fault.path.join("."),
    );
    if (empty) await refuse(empty, [fault.message]);
    else faults.push(fault.message);
    if (empty && !ask) missing.push(empty);
  }
  return { said, typed, faults, missing, refused };
};
