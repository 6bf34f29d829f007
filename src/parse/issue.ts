/** A place in a file; both numbers start at 1, as in editors. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Errors keep the site from being built. Warnings should be fixed, and notes considered; the site is
 * built with both.
 */
type Severity = "error" | "warning" | "note";

/** Something that is wrong with the content, or could be better. */
export interface Issue extends Place {
  readonly file: string;
  /** What is wrong in the reader's words, and what to write instead. */
  readonly message: string;
  readonly severity: Severity;
}

/** The place of an issue that concerns a whole file. */
export const top: Place = { line: 1, column: 1 };

const issueOf =
  (severity: Severity) =>
  (file: string, { line, column }: Place, message: string): Issue => ({
    file,
    line,
    column,
    message,
    severity,
  });

/** An issue that keeps the site from being built. */
export const error = issueOf("error");

/** An issue that should be fixed; the site can be built with it. */
export const warning = issueOf("warning");

/** Something that is correct but could be easier to read. */
export const note = issueOf("note");

/** The place of the character at an offset in a text. */
export const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** Sorts issues by file, then from top to bottom. */
export const byPlace = (a: Issue, b: Issue): number =>
  a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column;

/** Names as a list in a sentence: id, topic, and email. */
export const formatList = (names: readonly string[]): string =>
  new Intl.ListFormat("en-US").format(names);
