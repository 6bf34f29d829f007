import { element } from "../../components/element.ts";
import { button } from "./controls.ts";
import { takePasted } from "./paste.ts";
import type { Session } from "./session.ts";
import { insert, insertBlock, selectionIn } from "./text-area.ts";
import type { View } from "./view.ts";

const makeBold = (area: HTMLTextAreaElement) => {
  const selected = selectionIn(area);
  insert(area, `**${selected.trim() || "bold"}**`);
};

const makeList = (area: HTMLTextAreaElement) => {
  const lines = selectionIn(area).trim().split("\n");
  insertBlock(area, lines.map((line) => `- ${line.replace(/^[-*•]\s+/, "")}`).join("\n"));
};

const tableOf = (columns: number, rows: number): string => {
  const row = (words: (at: number) => string) =>
    `| ${Array.from({ length: columns }, (_, at) => words(at)).join(" | ")} |`;
  return [
    row((at) => `Column ${String(at + 1)}`),
    `|${"---|".repeat(columns)}`,
    ...Array.from({ length: rows }, () => row(() => "…")),
  ].join("\n");
};

/** A control within a tool, with its label. */
const labeled = (words: string, control: HTMLInputElement | HTMLSelectElement) =>
  element("label", "", words, " ", control);

const numberInput = (value: number): HTMLInputElement => {
  const input = element("input", "");
  Object.assign(input, { type: "number", min: "1", max: "20", value: String(value) });
  return input;
};

/** A tool that asks for something before it puts anything into the text. */
const tool = (words: string, asked: readonly HTMLElement[], put: () => void): HTMLElement => {
  const details = element("details", "tool", element("summary", "", words));
  const inside = element("div", "", ...asked);
  inside.append(
    button(
      "Insert",
      () => {
        details.open = false;
        put();
      },
      `Insert: ${words}`,
    ),
  );
  details.append(inside);
  details.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
  return details;
};

const linkTool = (area: HTMLTextAreaElement, { links }: View["insertable"]) => {
  const select = element("select", "");
  for (const kind of new Set(links.map((link) => link.kind))) {
    const group = element("optgroup", "");
    group.label = kind;
    for (const { href, title } of links.filter((link) => link.kind === kind))
      group.append(new Option(title, href));
    select.append(group);
  }
  return tool("Link", [labeled("To", select)], () => {
    const title = select.selectedOptions[0]?.text ?? "";
    insert(area, `[${selectionIn(area) || title}](${select.value})`);
  });
};

const tableTool = (area: HTMLTextAreaElement) => {
  const [columns, rows] = [numberInput(2), numberInput(2)];
  const count = (input: HTMLInputElement) =>
    Math.min(20, Math.max(1, Math.round(input.valueAsNumber) || 1));
  return tool("Table", [labeled("Columns", columns), labeled("Rows", rows)], () => {
    insertBlock(area, tableOf(count(columns), count(rows)));
  });
};

const componentTool = (area: HTMLTextAreaElement, { components }: View["insertable"]) => {
  const [which, id] = [element("select", ""), element("select", "")];
  for (const { name, means } of components) which.append(new Option(`${means} (${name})`, name));
  const chosen = () => components.find(({ name }) => name === which.value);
  const ofId = labeled("Which one", id);
  const showIds = () => {
    const { choices = [] } = chosen() ?? {};
    id.replaceChildren(
      ...choices.map((choice) => new Option(choice.title || choice.id, choice.id)),
    );
    ofId.hidden = choices.length === 0;
  };
  which.addEventListener("change", showIds);
  showIds();
  return tool("Component", [labeled("What it shows", which), ofId], () => {
    const component = chosen();
    if (!component) return;
    const { property, example, isBlock } = component;
    const written =
      property === undefined
        ? example
        : example.replace(new RegExp(`${property}="[^"]*"`), `${property}="${id.value}"`);
    if (isBlock) insertBlock(area, written);
    else insert(area, written);
  });
};

/**
 * The text of a page or answer with its tools.
 * @param follow is called with the text whenever its caret may have moved
 */
export const proseOf = (
  view: View,
  session: Session,
  follow: (area: HTMLTextAreaElement) => void,
): HTMLElement => {
  const area = element("textarea", "prose-text");
  area.id = "field-body";
  area.rows = 22;
  area.value = view.body ?? "";
  area.setAttribute("aria-describedby", "field-body-remarks");
  area.addEventListener("input", () => {
    session.type({ kind: "body", text: area.value });
  });
  takePasted(area, session.file);
  const label = element("label", "", "Text");
  label.htmlFor = area.id;
  const tools = element(
    "div",
    "tools",
    button("Bold", () => {
      makeBold(area);
    }),
    button("List", () => {
      makeList(area);
    }),
    linkTool(area, view.insertable),
    tableTool(area),
    componentTool(area, view.insertable),
  );
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "What to put into the text");
  const remarks = element("div", "remarks");
  remarks.id = "field-body-remarks";
  remarks.setAttribute("aria-live", "polite");
  for (const event of ["keyup", "click", "focus"])
    area.addEventListener(event, () => {
      follow(area);
    });
  return element("div", "field", label, tools, area, remarks);
};
