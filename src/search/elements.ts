import { search as words } from "virtual:words";
import { element } from "../components/element.ts";
import type { Hit } from "./hits.ts";

/** A search result: its section, or that it no longer applies, its title as a link, and the matching passage. */
export const resultItem = ({ href, title, section, archived, excerpt }: Hit) => {
  const link = element("a", "block py-1 font-semibold", title);
  link.href = href;
  const where = element(
    "p",
    "text-xs text-soft",
    archived ? element("strong", "font-semibold text-ink", words.archived) : section,
  );
  const passage = element(
    "p",
    "text-sm text-soft",
    ...excerpt.map(({ text, matches }) =>
      /* With no background, forced colors would write black on what may be black. */
      matches ? element("mark", "bg-paper font-semibold text-ink", text) : text,
    ),
  );
  return element("li", "border-t border-rule py-3", where, link, passage);
};

/** A button that does something. */
export const button = (text: string, className: string, act: () => void) => {
  const control = element("button", className, text);
  control.type = "button";
  control.addEventListener("click", act);
  return control;
};
