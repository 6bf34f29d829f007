import { element } from "../../components/element.ts";
import { heard, wordDifference } from "../word-difference.ts";

/** How many characters are shown before and after a change. */
const around = 120;

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  const [head, tail] = [
    text.slice(0, isFirst ? 0 : around),
    text.slice(isLast ? text.length : -around),
  ];
  return text.length <= head.length + tail.length + 20
    ? text
    : [head, "…", tail].filter((part) => part !== "").join("\n");
};

const changed = (kind: "added" | "removed", text: string): HTMLElement =>
  element(
    kind === "added" ? "ins" : "del",
    "",
    element("span", "visually-hidden", `${heard[kind]} `),
    text,
  );

/** A text as it is written, under a name that no other part of the page has. */
export const textBlock = (name: string, ...shown: readonly (Node | string)[]): HTMLElement => {
  const block = element("pre", "difference", ...shown);
  /* It scrolls where a word is longer than the screen, so it must be reached by the keyboard. */
  block.tabIndex = 0;
  block.setAttribute("role", "region");
  block.setAttribute("aria-label", name);
  return block;
};

/** What changes in a text, word by word. */
export const differenceOf = (name: string, before: string, after: string): HTMLElement => {
  const stretches = wordDifference(before, after);
  return textBlock(
    name,
    ...stretches.map(({ kind, text }, at) =>
      kind === "kept"
        ? shortened(text, at === 0, at === stretches.length - 1)
        : changed(kind, text),
    ),
  );
};
