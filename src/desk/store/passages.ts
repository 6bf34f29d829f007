/** The lines of a text, each with its break. */
const linesOf = (text: string): readonly string[] =>
  text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];

const breakOf = (line: string): string => /[\r\n]*$/.exec(line)?.[0] ?? "";

const withoutBreak = (line: string): string => line.slice(0, line.length - breakOf(line).length);

/** How many lines two lists have in common from their start. */
const shared = (one: readonly string[], other: readonly string[], most: number): number => {
  let count = 0;
  while (count < most && withoutBreak(one[count] ?? "") === withoutBreak(other[count] ?? ""))
    count += 1;
  return count;
};

/** The line break that most lines of a text have. */
export const lineBreakOf = (text: string): string => {
  const breaks = linesOf(text).map(breakOf);
  const count = (lineBreak: string) => breaks.filter((other) => other === lineBreak).length;
  const [most = "\n"] = ["\n", "\r\n", "\r"].sort((a, b) => count(b) - count(a));
  return most;
};

/**
 * What was typed in place of a text, with the line breaks of that text: a browser knows one only.
 * Lines that are the same keep theirs, and others get the one that most lines have.
 */
export const withLineBreaks = (
  before: string,
  typed: string,
  lineBreak = lineBreakOf(before),
): string => {
  const [old, lines] = [linesOf(before), linesOf(typed)];
  const most = Math.min(old.length, lines.length);
  const head = shared(old, lines, most);
  const tail = shared(old.toReversed(), lines.toReversed(), most - head);
  return lines
    .map((line, at) => {
      const same =
        at < head ? old[at] : at >= lines.length - tail ? old.at(at - lines.length) : undefined;
      if (breakOf(line) === "") return withoutBreak(line);
      return `${withoutBreak(line)}${breakOf(same ?? "") || lineBreak}`;
    })
    .join("");
};

/** Where the text below the fields of a file is, without the empty lines around it. */
const passageIn = (body: string): { readonly start: number; readonly end: number } => {
  const [above = ""] = /^(?:[^\S\n]*\n)*/.exec(body) ?? [];
  const end = body.trimEnd().length;
  return end === 0 ? { start: body.length, end: body.length } : { start: above.length, end };
};

/** The text below the fields of a file, without the empty lines around it. */
export const passageOf = (body: string): string => {
  const { start, end } = passageIn(body);
  return body.slice(start, end);
};

/** A text without empty lines around it, and with the line breaks of the browser. */
export const asTyped = (text: string): string => passageOf(text.replaceAll(/\r\n?/g, "\n"));

/**
 * A file with another text below its fields.
 * @param body the text that is there, with what stands above it blanked out
 */
export const withPassage = (text: string, body: string, typed: string): string => {
  const { start, end } = passageIn(body);
  const [head, rest] = [text.slice(0, start), text.slice(end)];
  const lineBreak = lineBreakOf(text);
  const passage = withLineBreaks(text.slice(start, end), asTyped(typed), lineBreak);
  if (start < end) return `${head}${passage}${rest}`;
  /* Nothing was there but the fields, and perhaps empty lines. */
  const above = /(?:\n|\r)$/.test(head) ? "" : lineBreak;
  const gap = /\n[^\S\n]*\n$/.test(head) ? "" : lineBreak;
  return passage === "" ? text : `${head}${above}${gap}${passage}${lineBreak}`;
};
