import { vocabulary } from "../schemas/vocabulary.ts";
import { angleMessage } from "./angle-brackets.ts";
import { isComponentName, strangeName } from "./component-names.ts";
import { programCode } from "./program-code.ts";

/** What the parser says of a text that it cannot read. */
export interface ParserError {
  readonly reason: string;
  readonly source?: string;
  readonly place?: Point | { readonly start: Point };
}
interface Point {
  readonly offset?: number;
}

/** What keeps a text from being read: where, what to say, and where else it leaves a mark. */
export interface ParseError {
  readonly offset: number;
  readonly message: string;
  readonly partner?: number;
}

const offsetOfLine = (text: string, line: number, column: number) =>
  text
    .split("\n")
    .slice(0, line - 1)
    .join("\n").length +
  (line > 1 ? 1 : 0) +
  column -
  1;

const nameAt = (text: string, offset: number) =>
  /^<\/?([\w.-]*)/.exec(text.slice(offset))?.[1] ?? "";

const closingAfter = (text: string, name: string, offset: number) =>
  name === "" ? -1 : text.indexOf(`</${name}>`, offset);

/** A component or tag that is opened at `offset` and not closed where it should be. */
const unclosed = (text: string, offset: number): ParseError => {
  const name = nameAt(text, offset);
  const [written] = /^<[^>]*>/.exec(text.slice(offset)) ?? [`<${name}>`];
  if (isComponentName(name))
    return {
      offset,
      partner: closingAfter(text, name, offset),
      message: `<${name}> is not closed; end it with </${name}>${vocabulary[name].place === "inline" ? " in the same paragraph" : ""}, or write it as <${name} … />`,
    };
  return {
    offset,
    message: written.includes(" ")
      ? `${written} is read as a component; leave the angle brackets out`
      : strangeName(name),
  };
};

/** What the parser stumbled over, in the words of somebody who writes prose. */
export const explainParseError = (
  text: string,
  { reason, source, place }: ParserError,
): ParseError | undefined => {
  const at = (place && ("start" in place ? place.start.offset : place.offset)) ?? 0;
  if (source === "micromark-extension-mdxjs-esm") {
    const words = [...text.matchAll(/^(?:import|export)\b/gm)];
    const last = words.findLast(({ index }) => index <= at);
    return last && { offset: last.index, message: programCode.paragraph(last[0]) };
  }
  if (source === "micromark-extension-mdx-expression") {
    const offset = text.lastIndexOf("{", at);
    return {
      offset,
      message: programCode.brace,
      partner: text.indexOf("}", offset),
    };
  }
  const opened = /for `<[^`]*>` \((\d+):(\d+)-/.exec(reason);
  const opening = opened && offsetOfLine(text, Number(opened[1]), Number(opened[2]));
  if (opening !== null && reason.startsWith("Expected a closing tag"))
    return unclosed(text, opening);
  if (source === "mdast-util-mdx-jsx") {
    const offset = text.lastIndexOf("<", at);
    const name = nameAt(text, offset);
    if (opening !== null)
      return {
        offset,
        partner: opening,
        message: `</${name}> closes nothing, and <${nameAt(text, opening)}> before it is still open; write </${nameAt(text, opening)}>`,
      };
    if (reason.startsWith("Expected the closing tag"))
      return {
        offset,
        partner: text.lastIndexOf(`<${name}`, offset - 1),
        message: `</${name}> stands within marks such as ** that begin or end on its other side; put both of them inside the component, or both outside`,
      };
    return { offset, message: angleMessage(text, offset) };
  }
  const offset = text.lastIndexOf("<", at - 1);
  return {
    offset,
    partner: closingAfter(text, nameAt(text, offset), offset),
    message: angleMessage(text, offset),
  };
};
