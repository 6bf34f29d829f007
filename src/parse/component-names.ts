import { nearest } from "./nearest.ts";
import { vocabulary, type WordName } from "../schemas/vocabulary.ts";

/** Describes the components. It is in the shipped content folder only. */
const guide = "content/README.md";

const names = Object.keys(vocabulary);

/** What to write instead of an HTML element. */
const insteadOfHtml: Readonly<Record<string, string>> = {
  a: "[words](https://www.acme.org/)",
  b: "**words**",
  strong: "**words**",
  i: "*words*",
  em: "*words*",
  br: "an empty line, which starts a new paragraph",
  p: "an empty line before and after the paragraph",
  ul: "lines that start with a hyphen",
  ol: "lines that start with 1., 2., 3.",
  li: "a line that starts with a hyphen",
  h1: "a line that starts with ##",
  h2: "a line that starts with ##",
  h3: "a line that starts with ###",
  tr: "a line with bars around its cells, as in | one | two |",
  td: "a bar before and after the cell, as in | one | two |",
  th: "a bar before and after the cell, as in | one | two |",
};

/** Whether the vocabulary has a component of this name. */
export const isComponentName = (name: string): name is WordName => names.includes(name);

/** The message for a name in angle brackets that is not the name of a component. */
export const unknownComponent = (name: string): string => {
  const instead = insteadOfHtml[name.toLowerCase()];
  if (instead !== undefined) return `<${name}> is HTML, which is not supported; write ${instead}`;
  const meant = nearest(name, names);
  return meant === undefined
    ? `<${name}> is not a component; remove the angle brackets, or write a component that ${guide} lists`
    : `<${name}> is not a component; did you mean <${meant}>?`;
};
