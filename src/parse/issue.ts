/** A place in a file, both counted from 1 as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Errors keep the site from being built. Warnings are to be mended, notes to be thought about; the
 * site is built with both.
 */
type Severity = "error" | "warning" | "note";

/** Something that is wrong with the content, or could be better. */
export interface Issue extends Place {
  readonly file: string;
  /** What is wrong in the reader's words, and what to write instead. */
  readonly message: string;
  readonly severity: Severity;
}

/** Where an issue stands that concerns a file as a whole. */
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

/** An issue that should be mended, with which the site can be built. */
export const warning = issueOf("warning");

/** Something that is right, and that readers would understand better otherwise. */
export const note = issueOf("note");

/** Where a character of a text stands. */
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
