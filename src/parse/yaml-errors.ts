import { isAlias, isNode, isScalar, visit, type Document, type YAMLError } from "yaml";

/** Something in a text that is not YAML, or not the subset of YAML that the content uses. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

const unexplained =
  "this cannot be read; check the quotation marks, the colon, and the indentation of this line and the lines next to it";

/** The message for a parser error, for people who do not know YAML. */
const messageOf = ({ code, message, pos: [offset] }: YAMLError, text: string): string => {
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

/** The parser notices a missing quotation mark at the end of the file; people look for the opening one. */
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

/** YAML syntax that the content does not use, so that here it only comes from unquoted text. */
export const unwantedSyntax = (document: Document): YamlFault[] => {
  const faults: YamlFault[] = [];
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range) return;
    const mark = isAlias(node) ? "*" : node.anchor !== undefined ? "&" : node.tag ? "!" : undefined;
    if (mark !== undefined)
      faults.push({
        offset: node.range[0],
        message: `text that starts with ${mark} cannot be read; put it in "quotes"`,
      });
  });
  visit(document, {
    Pair: (_, { key }) => {
      if (isNode(key) && !isScalar(key) && !isAlias(key) && key.range)
        faults.push({
          offset: key.range[0],
          message: 'a line that starts with a bracket or brace cannot be read; put it in "quotes"',
        });
    },
  });
  return faults;
};

/**
 * The parser's errors, in words for people who do not know YAML. Some errors make the parser report
 * correct lines below them too; those are left out.
 * @param isMended whether lines were wrong that are mended in the text
 */
export const syntaxFaults = (document: Document, text: string, isMended: boolean): YamlFault[] => {
  const faults = document.errors.map((fault) => ({
    offset: offsetOf(document, fault),
    message: messageOf(fault, text),
    /* The parser recovers fully after a repeated key. */
    misleads: fault.code !== "DUPLICATE_KEY",
  }));
  const causes = faults.filter(({ message, misleads }) => misleads && message !== unexplained);
  return faults.filter(
    ({ message, offset }) =>
      message !== unexplained || (!isMended && causes.every((cause) => cause.offset > offset)),
  );
};
