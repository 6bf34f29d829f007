import type { z } from "zod";
import type { Content } from "../check/content.ts";
import type { Blank, Said } from "./blanks.ts";

/** What a beginning starts from. */
export interface Setting {
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
export interface Beginning {
  /** In the order in which they are asked. */
  readonly blanks: readonly Blank[];
  /** What the blanks make together, where that has rules of its own. */
  readonly schema?: z.ZodObject;
  /** The content folder that is written to. */
  readonly folder: (said: Said) => string;
  /** @throws {Refusal} where what is there cannot be continued */
  readonly changes: (said: Said) => Promise<readonly Change[]> | readonly Change[];
  /** What to do with it next. */
  readonly next?: (said: Said) => readonly string[];
}

/** Why nothing can be written, in a sentence. */
export class Refusal extends Error {}
