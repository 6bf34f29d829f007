import type { z } from "zod";
import type { Content } from "../parse/content.ts";
import type { Field, Answers } from "./fields.ts";

/** What a generator starts from. */
export interface Context {
  /** The content folder at hand, and what was read from it. */
  readonly folder: string;
  readonly content: Content;
  /** As an ISO date. */
  readonly today: string;
}

/** A file that is to be written. */
export interface Change {
  /** Its path from the content folder. */
  readonly path: string;
  readonly text: string;
  /** What stands in it before; nothing where it must not be there yet. */
  readonly before?: string;
  /** Where in the text one goes on writing. */
  readonly offset?: number;
}

/** Something that can be started: what has to be filled in for it, and what is then written. */
export interface Generator {
  /** In the order in which they are asked. */
  readonly fields: readonly Field[];
  /** What the fields make together, where that has rules of its own. */
  readonly schema?: z.ZodObject;
  /** The content folder that is written to. */
  readonly folder: (answers: Answers) => string;
  /** @throws {UserError} where what is there cannot be continued */
  readonly changes: (answers: Answers) => Promise<readonly Change[]> | readonly Change[];
  /** What to do with it next. */
  readonly next?: (answers: Answers) => readonly string[];
}

/** Why nothing can be written, in a sentence. */
export class UserError extends Error {}
