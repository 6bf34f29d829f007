import { element } from "../../components/element.ts";
import type { FieldPath } from "../../schemas/introspection.ts";
import { pinMap } from "../map/pin-map.ts";
import type { Field } from "./fields.ts";
import type { Remark } from "./view.ts";

/** What a form does when somebody works with it. */
export interface Actions {
  /** Somebody types: undefined where a field that need not be there was emptied. */
  readonly type: (path: FieldPath, value: string | number | boolean | undefined) => void;
  readonly add: (path: FieldPath, value: unknown) => void;
  readonly insert: (path: FieldPath, value: unknown) => void;
  readonly remove: (path: FieldPath) => void;
  readonly move: (path: FieldPath, to: number) => void;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The id of the control of a field. */
export const idOf = (path: FieldPath): string => `field-${path.join("-")}`;

/** A button with words, which says more to those who hear the page than to those who see it. */
export const button = (words: string, act: () => void, label = words): HTMLButtonElement => {
  const made = element("button", "", words);
  made.type = "button";
  if (label !== words) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
};

export const link = (href: string, words: string): HTMLAnchorElement => {
  const made = element("a", "", words);
  made.href = href;
  return made;
};

const numberIn = (typed: string): string | number =>
  typed.trim() !== "" && Number.isFinite(Number(typed)) ? Number(typed) : typed;

const choiceOf = ({ choices, value, isOptional }: Field): HTMLSelectElement => {
  const select = element("select", "");
  const known = choices.some(({ id }) => id === value);
  if (isOptional || !known) select.append(new Option(isOptional ? "Left out" : "Choose…", ""));
  if (!known && value !== undefined && value !== "")
    select.append(new Option(`${String(value)}, which does not exist`, String(value)));
  for (const { id, title } of choices) select.append(new Option(title || id, id));
  select.value = value === undefined ? "" : String(value);
  return select;
};

const proposalsId = (path: FieldPath) => `${idOf(path)}-proposals`;

/** What a browser proposes while somebody types. */
const proposalsOf = ({ path, choices }: Field): HTMLElement => {
  const list = element("datalist", "", ...choices.map(({ id, title }) => new Option(title, id)));
  list.id = proposalsId(path);
  return list;
};

const inputOf = ({ kind, value, bounds, path, choices }: Field): HTMLInputElement => {
  const input = element("input", "");
  const types: Partial<Record<Field["kind"], string>> = {
    date: "date",
    boolean: "checkbox",
    color: "color",
  };
  /* A date that is none would not be shown in a field for dates. */
  const isOther = kind === "date" && !/^(?:\d{4}-\d\d-\d\d)?$/.test(String(value ?? ""));
  input.type = isOther ? "text" : (types[kind] ?? "text");
  if (kind === "number") input.inputMode = "decimal";
  /* Nor would a number that is none. */
  if (bounds && typeof value !== "string") {
    const [min, max] = bounds.map(String);
    Object.assign(input, { type: "number", min, max, step: "any" });
  }
  if (choices.length > 0) input.setAttribute("list", proposalsId(path));
  if (kind === "boolean") input.checked = value === true;
  else input.value = value === undefined ? "" : String(value);
  return input;
};

const textOf = ({ value }: Field): HTMLTextAreaElement => {
  const area = element("textarea", "");
  area.rows = 2;
  area.value = value === undefined ? "" : String(value);
  return area;
};

const typedIn = (control: Control, { kind, isOptional }: Field) => {
  if (control instanceof HTMLInputElement && control.type === "checkbox")
    return control.checked || !isOptional ? control.checked : undefined;
  if (control.value === "" && isOptional) return undefined;
  return kind === "number" ? numberIn(control.value) : control.value;
};

/** What stays as it is, as it is shown. */
const fixedOf = ({ value, choices }: Field): HTMLInputElement => {
  const input = element("input", "");
  input.readOnly = true;
  input.value = choices.find(({ id }) => id === value)?.title || String(value);
  return input;
};

const controlOf = (field: Field, { type }: Actions): Control => {
  const control = field.fixed
    ? fixedOf(field)
    : field.kind === "choice"
      ? choiceOf(field)
      : field.kind === "text"
        ? textOf(field)
        : inputOf(field);
  control.id = idOf(field.path);
  control.setAttribute("aria-describedby", `${control.id}-about ${control.id}-remarks`);
  if (!field.isOptional && field.kind !== "boolean") control.setAttribute("aria-required", "true");
  control.addEventListener("input", () => {
    type(field.path, typedIn(control, field));
  });
  return control;
};

const aboutOf = (field: Field): HTMLElement => {
  const { path, explanation, example, isOptional, kind, bounds, fixed } = field;
  const isShown = example !== "" && ["line", "text", "number"].includes(kind);
  const about = element(
    "p",
    "explained",
    (fixed
      ? [fixed.why]
      : [
          explanation,
          bounds ? `From ${bounds.join(" to ")}` : "",
          isOptional ? "It can be left out" : "",
          isShown ? `For example: ${example}` : "",
        ]
    )
      .filter((sentence) => sentence !== "")
      .map((sentence) => (/[.!?:]$/.test(sentence) ? sentence : `${sentence}.`))
      .join(" "),
  );
  about.id = `${idOf(path)}-about`;
  if (fixed?.step) about.append(" ", link(fixed.step.href, fixed.step.words), ".");
  return about;
};

const remarksFor = (path: FieldPath): HTMLElement => {
  const remarks = element("div", "remarks");
  remarks.id = `${idOf(path)}-remarks`;
  remarks.setAttribute("aria-live", "polite");
  return remarks;
};

const singleOf = (field: Field, actions: Actions): HTMLElement => {
  const label = element("label", "", field.label);
  label.htmlFor = idOf(field.path);
  const proposals = field.kind === "line" && field.choices.length > 0 ? [proposalsOf(field)] : [];
  return element(
    "div",
    "field",
    label,
    aboutOf(field),
    controlOf(field, actions),
    ...proposals,
    remarksFor(field.path),
  );
};

/** The buttons that move an entry of a list and take it out. */
const orderOf = (field: Field, at: number, count: number, actions: Actions): HTMLElement => {
  const row = element("div", "order");
  const move = (words: string, to: number) =>
    button(
      words,
      () => {
        actions.move(field.path, to);
      },
      `Move ${words.toLowerCase()}: ${field.label}`,
    );
  if (at > 0) row.append(move("Up", at - 1));
  if (at < count - 1) row.append(move("Down", at + 1));
  row.append(
    button(
      "Remove",
      () => {
        actions.remove(field.path);
      },
      `Remove: ${field.label}`,
    ),
  );
  return row;
};

/** A map for a group that says where something is. */
const mapOf = (set: HTMLElement, { path, label }: Field): HTMLElement | string => {
  const [latitude, longitude] = ["latitude", "longitude"].map((name) =>
    set.querySelector(`[id="${idOf([...path, name])}"]`),
  );
  return latitude instanceof HTMLInputElement && longitude instanceof HTMLInputElement
    ? pinMap(latitude, longitude, label)
    : "";
};

const groupOf = (field: Field, actions: Actions): HTMLElement => {
  const set = element("fieldset", "group", element("legend", "", field.label), aboutOf(field));
  set.id = idOf(field.path);
  if (field.value !== true) {
    set.append(
      button(`Add: ${field.label}`, () => {
        const { blank } = field;
        if (field.kind === "list") actions.insert([...field.path, 0], blank);
        else actions.add(field.path, blank);
      }),
    );
  } else if (field.kind === "list") {
    field.fields.forEach((entry, at) => {
      set.append(
        element(
          "div",
          "entry",
          fieldOf(entry, actions),
          orderOf(entry, at, field.fields.length, actions),
        ),
      );
    });
    set.append(
      button(`Add another: ${field.label}`, () => {
        actions.insert([...field.path, field.fields.length], field.blank);
      }),
    );
  } else {
    set.append(...field.fields.map((below) => fieldOf(below, actions)));
    set.append(mapOf(set, field));
    if (field.isOptional)
      set.append(
        button(`Remove: ${field.label}`, () => {
          actions.remove(field.path);
        }),
      );
  }
  set.append(remarksFor(field.path));
  return set;
};

/** A field with its label, what it is for, and room for what the check says of it. */
export const fieldOf = (field: Field, actions: Actions): HTMLElement =>
  field.kind === "group" || field.kind === "list"
    ? groupOf(field, actions)
    : singleOf(field, actions);

/** A sentence of the check. */
export const remarkOf = ({ message, severity }: Remark): HTMLElement => {
  const kinds = { error: "To fix", warning: "To fix soon", note: "Note" } as const;
  return element("p", severity, element("strong", "", `${kinds[severity]}: `), message);
};

/** Shows what the check says beneath the fields; what belongs to none is returned. */
export const showRemarks = (form: HTMLElement, remarks: readonly Remark[]): readonly Remark[] => {
  const rest: Remark[] = [];
  const shown = new Map<Element, Remark[]>();
  for (const remark of remarks) {
    const place = remark.path && form.querySelector(`[id="${idOf(remark.path)}-remarks"]`);
    if (place) shown.set(place, [...(shown.get(place) ?? []), remark]);
    else rest.push(remark);
  }
  for (const place of form.querySelectorAll(".remarks")) {
    const own = shown.get(place) ?? [];
    const words = own.map(remarkOf);
    if (place.textContent !== words.map(({ textContent }) => textContent).join(""))
      place.replaceChildren(...words);
    const control = document.getElementById(place.id.replace(/-remarks$/, ""));
    if (own.some(({ severity }) => severity === "error"))
      control?.setAttribute("aria-invalid", "true");
    else control?.removeAttribute("aria-invalid");
  }
  return rest;
};
