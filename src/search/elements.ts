import { search as words } from "virtual:words";
import { element } from "../components/element.ts";
import type { Hit } from "./hits.ts";

/** What is shown of a text, with what was found in it. */
const marked = (excerpt: Hit["excerpt"]): (Node | string)[] =>
  excerpt.map(({ text, matches }) =>
    /* With no background, forced colors would write black on what may be black. */
    matches ? element("mark", "bg-paper font-semibold text-ink", text) : text,
  );

/**
 * A search result: its section, or that it no longer applies, its title as a link, and the matching
 * passage. Where that is still to come, its place is kept, so that nothing below it moves then.
 */
export const resultItem = ({ href, title, section, archived, excerpt }: Hit) => {
  const link = element("a", "block py-1 font-semibold", title);
  link.href = href;
  const where = element(
    "p",
    "text-xs text-soft",
    archived ? element("strong", "font-semibold text-ink", words.archived) : section,
  );
  const size = excerpt.length > 0 ? "" : " line-clamp-2 h-[3.2em]";
  const passage = element("p", `text-sm text-soft${size}`, ...marked(excerpt));
  return element("li", "border-t border-rule py-3", where, link, passage);
};

/** Shows the matching passage in a result that was shown without it. */
export const complete = (item: Element, { excerpt }: Hit): void => {
  const passage = item.lastElementChild;
  if (passage && !passage.hasChildNodes()) passage.append(...marked(excerpt));
};

/** A button that does something. */
export const button = (text: string, className: string, act: () => void) => {
  const control = element("button", className, text);
  control.type = "button";
  control.addEventListener("click", act);
  return control;
};
