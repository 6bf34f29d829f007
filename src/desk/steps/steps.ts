import { reviewedFile } from "../../parse/files.ts";
import { faultyFields } from "../../scaffold/faulty-answers.ts";
import { exampleOf, purposeOf, type Field as AskedField } from "../../scaffold/fields.ts";
import { fillIn, type FilledForm } from "../../scaffold/form.ts";
import { elementOf, targetOf } from "../../schemas/introspection.ts";
import { fieldOf, labelOf, type Field } from "../editor/fields.ts";
import type { Remark } from "../editor/view.ts";
import { Refusal } from "../store/refusal.ts";
import { takeStep } from "../store/steps.ts";
import { formOf, type Step, type StepForm } from "./forms.ts";
import { groundOf, type Ground, type Plan } from "./plan.ts";

/** A step, and what was typed into its form. */
export interface FilledStep {
  readonly step: Step;
  readonly typed: Readonly<Record<string, string>>;
}

/** A file as a step would leave it. */
interface ShownFile {
  /** What it is called, and what from then on. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What a page shows of a step. */
export interface StepView {
  readonly heading: string;
  readonly about: readonly string[];
  readonly fields: readonly Field[];
  readonly remarks: readonly Remark[];
  /** Why the step cannot be done; undefined if it can, or nobody has asked. */
  readonly hindrance: string | undefined;
  /** What it would change; undefined as long as something is missing or wrong. */
  readonly review:
    | {
        readonly title: string;
        readonly files: readonly ShownFile[];
        /** What the check would say of it, and does not keep it from being done. */
        readonly warnings: readonly string[];
        readonly stamp: string;
      }
    | undefined;
}

/** What was done, and where it can be seen. */
export interface StepDone {
  readonly title: string;
  /** By which it can be taken back. */
  readonly id: string;
  readonly edit: string;
  readonly show: string | undefined;
}

const isoDay = () => new Intl.DateTimeFormat("sv").format(new Date());

const withPeriod = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);

/** A field of `npm run new` as one of the editor. */
const asField = (asked: AskedField, value: string, ground: Ground): Field => {
  const { name, schema, isText } = asked;
  const field = fieldOf(schema, value, [name], ground.content, labelOf(name));
  const isList = elementOf(schema) !== undefined;
  return {
    ...field,
    kind: isText === true ? "text" : field.kind === "list" ? "line" : field.kind,
    value,
    fields: [],
    explanation: `${purposeOf(asked)}${isList ? ", with commas between" : ""}`,
    example: isList ? exampleOf(schema) : field.example,
    isOptional: !asked.isNeeded([]) || asked.derive !== undefined,
  };
};

const group = (fields: readonly Field[]): Field => ({
  path: ["by-itself"],
  label: "Filled in by itself",
  explanation: "Leave it empty, or write something else",
  example: "",
  kind: "group",
  isOptional: false,
  value: true,
  choices: [],
  bounds: undefined,
  fields,
  blank: undefined,
});

type Typed = ReadonlyMap<string, string>;

const fieldsOf = (filled: FilledForm, typed: Typed, ground: Ground): Field[] => {
  const all = filled.fields.map(({ field }) => ({
    field: asField(field, typed.get(field.name) ?? "", ground),
    isDerived: field.derive !== undefined,
  }));
  const [asked, derived] = [false, true].map((is) =>
    all.filter(({ isDerived }) => isDerived === is).map(({ field }) => field),
  );
  return [...(asked ?? []), ...(derived && derived.length > 0 ? [group(derived)] : [])];
};

const missing = (schema: AskedField["schema"]): string =>
  targetOf(schema) === undefined
    ? `this is missing; for example: ${exampleOf(schema)}`
    : "choose one";

const remarksOf = ({ fields }: FilledForm, isAsked: boolean): Remark[] =>
  fields.flatMap(({ field: { name, schema }, faults, isMissing, derived }): Remark[] => {
    const remark = (message: string, severity: Remark["severity"]): Remark => ({
      message,
      severity,
      line: 0,
      path: [name],
    });
    return [
      ...faults.map((message) => remark(message, "error")),
      ...(isMissing && isAsked ? [remark(missing(schema), "error")] : []),
      ...(derived === undefined ? [] : [remark(`left empty, it is: ${derived}`, "note")]),
    ];
  });

/** What the check says of what was typed, under its fields. */
const remarksOfCheck = async (
  form: StepForm,
  { answers }: FilledForm,
  { issues }: Plan,
  folder: string,
): Promise<Remark[]> => {
  const changes = (await form.changes?.(answers)) ?? [];
  const answered = form.fields.filter(({ name }) => answers.has(name));
  return issues
    .filter(({ severity }) => severity === "error")
    .map((issue) => {
      const [name] = faultyFields(answered, changes, [issue], folder);
      const { message, severity, line } = issue;
      return { message, severity, line, path: name === undefined ? undefined : [name] };
    });
};

const sentence = (reason: unknown): string => {
  if (!(reason instanceof Refusal)) throw reason;
  return withPeriod(reason.message.charAt(0).toUpperCase() + reason.message.slice(1));
};

interface Viewed {
  readonly view: StepView;
  readonly plan?: Plan;
  readonly form?: StepForm;
  readonly filled?: FilledForm;
}

const viewed = async (
  folder: string,
  { step, typed: sent }: FilledStep,
  isAsked: boolean,
): Promise<Viewed> => {
  const ground = await groundOf(folder);
  const nothing = { fields: [], remarks: [], hindrance: undefined, review: undefined };
  let form: StepForm;
  try {
    form = formOf(ground, step, isoDay());
  } catch (reason) {
    return {
      view: { ...nothing, heading: "Not possible", about: [], hindrance: sentence(reason) },
    };
  }
  const typed = new Map(Object.entries({ ...form.initial, ...sent }));
  const filled = fillIn(form, typed, ground.content);
  const view: StepView = {
    ...nothing,
    heading: form.heading,
    about: form.about(filled.answers),
    fields: fieldsOf(filled, typed, ground),
    remarks: remarksOf(filled, isAsked),
  };
  if (!isAsked || !filled.isComplete) return { view };
  try {
    const plan = await form.plan(filled.answers);
    const wrong = await remarksOfCheck(form, filled, plan, folder);
    if (wrong.length > 0) return { view: { ...view, remarks: [...view.remarks, ...wrong] } };
    const { title, files, issues, stamp } = plan;
    const review = {
      title,
      files: files.map(({ file, to, before, text }) => ({
        name:
          file === reviewedFile
            ? `${file}, which is kept by itself`
            : to === undefined
              ? file
              : `${file} → ${to}`,
        before,
        after: text,
      })),
      warnings: issues.map(({ file, message }) => `${file}: ${message}`),
      stamp,
    };
    return { view: { ...view, review }, plan, form, filled };
  } catch (reason) {
    return { view: { ...view, hindrance: sentence(reason) } };
  }
};

/**
 * What a page shows of a step.
 * @param isAsked whether somebody wants to see what it would change
 */
export const viewOfStep = async (
  folder: string,
  filled: FilledStep,
  isAsked: boolean,
): Promise<StepView> => (await viewed(folder, filled, isAsked)).view;

/**
 * Does a step as it was shown.
 * @param stamp that of what was shown
 * @throws {Refusal} if it would do something else now, or cannot be done
 */
export const carryOut = async (
  folder: string,
  step: FilledStep,
  stamp: string,
): Promise<StepDone> => {
  const { view, plan, form, filled } = await viewed(folder, step, true);
  if (!plan || !form || !filled)
    throw new Refusal(view.hindrance ?? "something is missing or wrong; review it again");
  if (plan.stamp !== stamp)
    throw new Refusal("something in the content has changed since this was shown; review it again");
  const id = await takeStep(folder, plan.title, plan.files);
  return { title: plan.title, id, ...form.after(filled.answers) };
};
