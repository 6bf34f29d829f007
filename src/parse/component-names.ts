import { nearest } from "./nearest.ts";
import { vocabulary, type WordName } from "../schemas/vocabulary.ts";

/** Lists the components. Other centres have no copy of it. */
const guide = "content/README.md";

const names = Object.keys(vocabulary);

/** What one writes here in place of HTML. */
const insteadOfHtml: Readonly<Record<string, string>> = {
  a: "[words](https://www.acme.org/)",
  b: "**words**",
  strong: "**words**",
  i: "*words*",
  em: "*words*",
  br: "an empty line, which begins a new paragraph",
  p: "an empty line before and after the paragraph",
  ul: "lines that begin with a hyphen",
  ol: "lines that begin with 1., 2., 3.",
  li: "a line that begins with a hyphen",
  h1: "a line that begins with ##",
  h2: "a line that begins with ##",
  h3: "a line that begins with ###",
};

/** Whether the vocabulary has a component of this name. */
export const isComponentName = (name: string): name is WordName => names.includes(name);

/** What is wrong with a name in angle brackets that is no component's. */
export const strangeName = (name: string): string => {
  const instead = insteadOfHtml[name.toLowerCase()];
  if (instead !== undefined) return `<${name}> is HTML, which is not read here; write ${instead}`;
  const meant = nearest(name, names);
  return meant === undefined
    ? `<${name}> is not known here; leave the angle brackets out, or write a component that ${guide} lists`
    : `<${name}> is not known here; did you mean <${meant}>?`;
};
