import type { Content } from "../parse/content.ts";
import { error, placeAt, type Issue } from "../parse/issue.ts";
import type { Body } from "../parse/mdx.ts";

/** Something wrong in a body, and where it starts. */
export interface Finding {
  readonly offset: number;
  readonly message: string;
}

/** Whether a file is an archived statement, whose text is kept word for word. */
export const isArchived = (file: string): boolean => file.startsWith("statements/");

/**
 * What `look` finds in each body, except on lines that could not be read in full: there, one fault
 * causes others.
 */
export const inBodies = (
  { bodies }: Pick<Content, "bodies">,
  look: (body: Body) => readonly Finding[],
  severity: typeof error = error,
): Issue[] =>
  bodies.flatMap((body) => {
    const unreadable = new Set(body.issues.map(({ line }) => line));
    return look(body)
      .map(({ offset, message }) => severity(body.file, placeAt(body.text, offset), message))
      .filter(({ line }) => !unreadable.has(line));
  });
