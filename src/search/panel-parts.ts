import { searchPanel as words } from "virtual:words";
import { everythingPage } from "../centre/addresses.ts";
import { element } from "../components/element.ts";
import { button } from "./elements.ts";
import type { Passages } from "./search-folder.ts";

const linkTo = (href: string, text: string) => {
  const link = element("a", "", text);
  link.href = href;
  return link;
};

/** Where words of a phrase are linked. */
const mark = "\n";

/** What is said where the search cannot be loaded: before the link, its words, and after it. */
const notLoaded = words.notLoaded((words) => mark + words + mark).split(mark);

const toEverything = () => linkTo(everythingPage, notLoaded[1] ?? "");

/** What only those hear or see whom it concerns. */
const hidden = <Part extends HTMLElement>(part: Part): Part =>
  Object.assign(part, { hidden: true });

const spoken = <Part extends HTMLElement>(part: Part, role: string): Part =>
  Object.assign(part, { role });

/**
 * Builds the search around its field, which stays where it is, so that whoever types in it goes on.
 * @param submit leads to what is found
 * @returns the parts that change
 */
export const buildPanel = (panel: HTMLElement, field: HTMLInputElement, submit: () => void) => {
  const label = element("label", "font-semibold", field.ariaLabel ?? "");
  label.htmlFor = field.id;
  const head = element("div", "flex w-full items-start justify-between gap-2", label);
  const dialog = panel.closest("dialog");
  if (dialog)
    head.append(
      button(words.close, "min-h-6 cursor-pointer px-2 text-sm text-soft", () => {
        dialog.close();
      }),
    );
  const sections = hidden(
    element(
      "fieldset",
      "flex min-w-0 gap-x-4 overflow-x-auto whitespace-nowrap p-1.5",
      element("legend", "sr-only", words.section),
    ),
  );
  /* In one line whose place is kept: what is found at once does not move when the rest is. */
  const line = element("div", "-m-1.5 min-h-9 w-[calc(100%+0.75rem)] text-sm", sections);
  const status = spoken(element("p", "min-h-[1.6em] w-full text-sm text-soft"), "status");
  /* Safari takes a list without bullets for none. */
  const results = spoken(element("ol", "w-full"), "list");
  const places = element("ul", "mt-2 list-disc pl-5", element("li", "", toEverything()));
  const nothingFound = hidden(element("div", "w-full", element("p", "", words.tryOther), places));
  const [before = "", , after = ""] = notLoaded;
  const failure = spoken(hidden(element("p", "w-full", before, toEverything(), after)), "alert");
  panel.className = "flex flex-wrap gap-2";
  field.className = "w-0 grow rounded border border-soft bg-paper px-3 py-2.5";
  field.ariaLabel = null;
  Object.assign(field, {
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
    enterKeyHint: "search",
  });
  field.before(head);
  field.after(
    button(words.submit, "cursor-pointer rounded border border-soft px-4", submit),
    line,
    status,
    results,
    nothingFound,
    failure,
  );
  /** Says where else to look. */
  const leadOn = (waysOn: Passages["waysOn"]) => {
    places.append(...waysOn.map(([href, title]) => element("li", "", linkTo(href, title))));
  };
  return { sections, status, results, nothingFound, failure, leadOn };
};
