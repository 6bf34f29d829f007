import type { z } from "zod";
import type { Content } from "../parse/content.ts";
import type { FieldPath } from "../schemas/introspection.ts";
import type { Field, Answers } from "./fields.ts";

/** What a generator works with. */
export interface Context {
  /** The current content folder, and what was read from it. */
  readonly folder: string;
  readonly content: Content;
  /** As an ISO date. */
  readonly today: string;
}

/** A file to write. */
export interface Change {
  /** Its path from the content folder. */
  readonly path: string;
  readonly text: string;
  /** Its text before the change; undefined if it must not exist yet. */
  readonly before?: string;
  /** Where in the text the author continues. */
  readonly offset?: number;
  /** Where in the file the fields are that were filled in, if not at its top. */
  readonly within?: FieldPath;
}

/** Starts one kind of content: the fields to fill in, and the files written from them. */
export interface Generator {
  /** In the order in which they are asked for. */
  readonly fields: readonly Field[];
  /** The schema of what the fields make up together, if that has rules of its own. */
  readonly schema?: z.ZodObject;
  /** The content folder to write to. */
  readonly folder: (answers: Answers) => string;
  /** @throws {UserError} if an existing file cannot be continued, before anything is asked */
  readonly prepare?: () => Promise<void>;
  readonly changes: (answers: Answers) => Promise<readonly Change[]> | readonly Change[];
  /** What to do next, line by line. */
  readonly next?: (answers: Answers) => readonly string[];
}

/** Something the user can fix; its message says what to type. Nothing has been written. */
export class UserError extends Error {}
