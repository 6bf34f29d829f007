import type { Place } from "../parse/issue.ts";

/** A content file, as a path from the project's folder, and a place in it. */
export interface Destination extends Place {
  readonly file: string;
}

/** The address that opens a place in the editor. */
export const openAddress = ({ file, line, column }: Destination): string =>
  `/desk/open/?${new URLSearchParams({ file, line: String(line), column: String(column) }).toString()}`;
