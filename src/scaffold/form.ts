import type { Content } from "../parse/content.ts";
import { faultsIn } from "./ask.ts";
import { valueOf, type Answers, type Field } from "./fields.ts";
import type { Generator } from "./generator.ts";
import { answerNotation } from "./notation.ts";

/** A field as somebody has filled it in so far. */
interface FilledField {
  readonly field: Field;
  /** What is wrong with it, in sentences. */
  readonly faults: readonly string[];
  /** Whether it is needed, and has no value yet. */
  readonly isMissing: boolean;
  /** Its value where none was typed; undefined if there is no way to tell. */
  readonly derived: string | undefined;
}

/** A form as somebody has filled it in so far. */
export interface FilledForm {
  readonly fields: readonly FilledField[];
  readonly answers: Answers;
  /** Whether everything that is needed is there, and nothing is wrong with it by itself. */
  readonly isComplete: boolean;
}

/** Reads a form with the fields that `npm run new` asks for. Empty fields count as not filled in. */
export const fillIn = (
  { fields }: Pick<Generator, "fields">,
  typed: ReadonlyMap<string, string>,
  content: Content,
): FilledForm => {
  const given = new Map([...typed].filter(([, words]) => words.trim() !== ""));
  const answers = new Map<string, unknown>();
  let isAllThere = true;
  const filled = fields.map((field): FilledField => {
    const nothing = { field, faults: [], isMissing: false, derived: undefined };
    const words = given.get(field.name);
    if (words !== undefined) {
      const faults = faultsIn(field, words, content, answerNotation(field));
      if (faults.length === 0) answers.set(field.name, valueOf(field, words));
      else isAllThere = false;
      return { ...nothing, faults };
    }
    const derived = field.derive?.(answers);
    if (derived === undefined) {
      /* What follows from what is still to come is not missing yet. */
      const isMissing = field.isNeeded(given.keys()) && (!field.derive || isAllThere);
      isAllThere &&= !isMissing;
      return { ...nothing, isMissing };
    }
    const faults = field.validate?.(String(derived)) ?? [];
    if (faults.length === 0) answers.set(field.name, derived);
    return { ...nothing, faults, derived: String(derived) };
  });
  return {
    fields: filled,
    answers,
    isComplete: filled.every(({ faults, isMissing }) => faults.length === 0 && !isMissing),
  };
};
