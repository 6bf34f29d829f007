/* Directional formatting characters, which are removed. */
const directional = /[\u202a-\u202e\u2066-\u2069]+/g;
/* Control characters, line and paragraph separators: a run of them becomes a space. */
const controls = /[\p{Cc}\u2028\u2029]+/gu;

const clean = (line: string): string =>
  line.toWellFormed().normalize("NFC").replaceAll(directional, "").replaceAll(controls, " ");

/**
 * Typed text as a single line: well-formed (no lone surrogates), in Unicode NFC, without control
 * characters, line breaks and directional formatting. Joiners stay: names and emoji need them.
 */
export const oneLine = (typed: string): string => clean(typed).trim();

/** The same for text of several lines; trailing empty lines are removed. */
export const manyLines = (typed: string): string =>
  typed
    .split(/\r\n?|\n/)
    .map((line) => clean(line).trimEnd())
    .join("\n")
    .trimEnd();
