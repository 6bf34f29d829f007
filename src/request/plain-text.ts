/* Controls, line and paragraph separators, and marks that turn the direction of the text around. */
const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * What somebody typed as one line of plain text: well-formed (no lone surrogate), in composed form
 * (Unicode NFC), without controls, line ends or marks that could reorder the text around it.
 * Joiners stay: names and emoji need them.
 */
export const oneLine = (typed: string): string =>
  typed.toWellFormed().normalize("NFC").replaceAll(unwanted, " ").trim();

/** The same for a text of several lines; empty lines at its end are left out. */
export const manyLines = (typed: string): string =>
  typed
    .split(/\r\n?|\n/)
    .map((line) => line.toWellFormed().normalize("NFC").replaceAll(unwanted, " ").trimEnd())
    .join("\n")
    .trimEnd();
