/** A place in a file, both counted from 1 as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong with the content. Only errors keep the site from being built. */
export interface Issue extends Place {
  readonly file: string;
  /** What is wrong in the reader's words, and what to write instead. */
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** Where an issue stands that concerns a file as a whole. */
export const top: Place = { line: 1, column: 1 };

/** An issue that keeps the site from being built. */
export const error = (file: string, { line, column }: Place, message: string): Issue => ({
  file,
  line,
  column,
  message,
  severity: "error",
});

/** Sorts issues by file, then from top to bottom. */
export const byPlace = (a: Issue, b: Issue): number =>
  a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column;

/** Names in a row, as in: id, topic and email. */
export const inARow = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB").format(names);
