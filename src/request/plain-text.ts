/* Marks that turn the direction of text around; taken out without a trace. */
const turning = /[\u202a-\u202e\u2066-\u2069]+/g;
/* Controls, line and paragraph separators: each run of them is a space. */
const separating = /[\p{Cc}\u2028\u2029]+/gu;

const clean = (line: string): string =>
  line.toWellFormed().normalize("NFC").replaceAll(turning, "").replaceAll(separating, " ");

/**
 * What somebody typed as one line of plain text: well-formed (no lone surrogate), in composed form
 * (Unicode NFC), without controls, line ends or marks that could reorder the text around it.
 * Joiners stay: names and emoji need them.
 */
export const oneLine = (typed: string): string => clean(typed).trim();

/** The same for a text of several lines; empty lines at its end are left out. */
export const manyLines = (typed: string): string =>
  typed
    .split(/\r\n?|\n/)
    .map((line) => clean(line).trimEnd())
    .join("\n")
    .trimEnd();
