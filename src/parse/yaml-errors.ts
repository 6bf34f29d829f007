import { isAlias, isNode, isScalar, visit, type Document, type YAMLError } from "yaml";

/** Something in a text that is not YAML, or not the YAML that is written here. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

const unexplained =
  "this cannot be read; check the quotation marks, the colon, and the indentation of this line and the lines next to it";

/** What is wrong, for each error of the parser that somebody without YAML can run into. */
const sentenceOf = ({ code, message, pos: [offset] }: YAMLError, text: string): string => {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";
  const [word = "this"] = /^[\w-]+/.exec(text.slice(offset)) ?? [];
  if (code === "DUPLICATE_KEY") return `"${word}" appears twice here; delete one of the two lines`;
  if (/^[ -]*\t/.test(line)) return "this line starts with a tab; start it with spaces";
  if (code === "BAD_SCALAR_START")
    return `text that starts with ${text.charAt(offset)} cannot be read; put it in "quotes"`;
  if (code === "BLOCK_AS_IMPLICIT_KEY" && /:\s.*:(?:\s|$)/.test(line))
    return 'text that contains a colon and a space cannot be read; put it in "quotes"';
  if (code === "MISSING_CHAR" && message.startsWith("Missing closing"))
    return "this text starts with a quotation mark but does not end with one; add one at the end";
  if (code === "MISSING_CHAR")
    return "this line has no colon; write the field's name, a colon, a space, and the text";
  if (code === "BAD_DQ_ESCAPE")
    return "a backslash inside double quotes cannot be read; remove it, or write it twice";
  if (code === "MULTIPLE_DOCS")
    return "a line of three hyphens splits this file in two; delete the line";
  return unexplained;
};

/** A missing quotation mark is noticed at the end of the file; the reader looks for its beginning. */
const offsetOf = (document: Document, { code, message, pos }: YAMLError): number => {
  let [offset] = pos;
  if (code === "MISSING_CHAR" && message.startsWith("Missing closing"))
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (type?.startsWith("QUOTE") && range && range[0] < pos[0]) offset = range[0];
      },
    });
  return offset;
};

/** Marks that YAML gives a meaning to and that here only come from text without quotes. */
export const unwantedMarks = (document: Document): YamlFault[] => {
  const found: YamlFault[] = [];
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range) return;
    const mark = isAlias(node) ? "*" : node.anchor !== undefined ? "&" : node.tag ? "!" : undefined;
    if (mark !== undefined)
      found.push({
        offset: node.range[0],
        message: `text that starts with ${mark} cannot be read; put it in "quotes"`,
      });
  });
  visit(document, {
    Pair: (_, { key }) => {
      if (isNode(key) && !isScalar(key) && !isAlias(key) && key.range)
        found.push({
          offset: key.range[0],
          message: 'a line that starts with a bracket or brace cannot be read; put it in "quotes"',
        });
    },
  });
  return found;
};

/**
 * What the parser found wrong, in the words of somebody who does not know YAML. A fault that leaves
 * the parser at a loss makes it stumble over sound lines below; these are not told.
 */
export const syntaxFaults = (document: Document, text: string): YamlFault[] => {
  const faults = document.errors.map((fault) => ({
    offset: offsetOf(document, fault),
    message: sentenceOf(fault, text),
    /* After a key that is written twice the parser goes on unharmed. */
    misleads: fault.code !== "DUPLICATE_KEY",
  }));
  const causes = faults.filter(({ message, misleads }) => misleads && message !== unexplained);
  return faults.filter(
    ({ message, offset }) =>
      message !== unexplained || causes.every((cause) => cause.offset > offset),
  );
};
