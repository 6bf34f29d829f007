import { element } from "../../components/element.ts";
import type { Edit } from "../store/edit.ts";
import { button, idOf } from "./controls.ts";
import type { Confirmation } from "./fields.ts";

const lastBy = "desk-confirmed-by";

/** The day where somebody sits, as an ISO date. */
export const today = (): string => new Intl.DateTimeFormat("sv").format(new Date());

const input = (id: string, label: string, value: string, type = "text") => {
  const control = element("input", "");
  Object.assign(control, { id, type, value });
  const words = element("label", "", label);
  words.htmlFor = id;
  return { control, row: element("div", "field", words, control) };
};

/**
 * What is open about a record, and the way to confirm it: by whom, on which day and from what is kept
 * in the file.
 */
export const confirmationOf = (
  { path, question, by, on, from }: Confirmation,
  change: (edits: readonly Edit[], focus: string) => void,
): HTMLElement => {
  if (question === undefined) {
    const words = [
      by === undefined ? "" : ` by ${by}`,
      on === undefined ? "" : ` on ${on}`,
      from === undefined ? "" : `, from: ${from}`,
    ];
    return element("p", "confirmed", `Confirmed${words.join("")}.`);
  }
  const id = `${idOf(path)}-confirm`;
  const who = input(`${id}-by`, "Confirmed by", localStorage.getItem(lastBy) ?? "");
  const when = input(`${id}-on`, "On", today(), "date");
  const source = input(`${id}-from`, "From what: a document, a contract, somebody who knows", "");
  const said = element("p", "error");
  said.setAttribute("role", "status");
  const confirm = button("Confirm", () => {
    const [by, on, from] = [who, when, source].map(({ control }) => control.value.trim());
    if (!by || !on || !from) {
      said.textContent = "Say who confirms it, on which day, and from what.";
      [who, when, source].find(({ control }) => control.value.trim() === "")?.control.focus();
      return;
    }
    localStorage.setItem(lastBy, by);
    change(
      [
        { kind: "remove", path: [...path, "question"] },
        { kind: "remove", path: [...path, "confirmed"] },
        { kind: "set", path: [...path, "confirmedBy"], value: by },
        { kind: "set", path: [...path, "confirmedOn"], value: on },
        { kind: "set", path: [...path, "confirmedFrom"], value: from },
      ],
      "main-heading",
    );
  });
  return element(
    "fieldset",
    "group open",
    element("legend", "", "Awaits confirmation"),
    element("p", "", question),
    element("p", "explained", "Correct the record below first if it is not right."),
    who.row,
    when.row,
    source.row,
    confirm,
    said,
  );
};
