import { vocabulary } from "../schemas/vocabulary.ts";
import { angleMessage } from "./angle-brackets.ts";
import { isComponentName, unknownComponent } from "./component-names.ts";
import { programCode } from "./program-code.ts";

/** What the parser reports about a text that it cannot read. */
export interface ParserError {
  readonly reason: string;
  readonly source?: string;
  readonly place?: Point | { readonly start: Point };
}
interface Point {
  readonly offset?: number;
}

/** What keeps a text from being read, and where. */
export interface ParseError {
  readonly offset: number;
  readonly message: string;
  /** Where the other half of it is, such as the closing tag. */
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

/** A component or tag opened at `offset` that is not closed where it should be. */
const unclosed = (text: string, offset: number): ParseError => {
  const name = nameAt(text, offset);
  const [tag] = /^<[^>]*>/.exec(text.slice(offset)) ?? [`<${name}>`];
  if (isComponentName(name))
    return {
      offset,
      partner: closingAfter(text, name, offset),
      message: `<${name}> is not closed; close it with </${name}>${vocabulary[name].place === "inline" ? " in the same paragraph" : ""}, or write it as <${name} … />`,
    };
  return {
    offset,
    message: tag.includes(" ")
      ? `${tag} is read as a component; remove the angle brackets`
      : unknownComponent(name),
  };
};

/** Explains a parser error to authors; undefined for errors without a known explanation. */
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
        message: `</${name}> does not match <${nameAt(text, opening)}>, which is still open; write </${nameAt(text, opening)}>`,
      };
    if (reason.startsWith("Expected the closing tag"))
      return {
        offset,
        partner: text.lastIndexOf(`<${name}`, offset - 1),
        message: `</${name}> is inside marks such as ** that start or end outside the component; put both marks inside the component, or both outside`,
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
