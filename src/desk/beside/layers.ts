import { AsyncLocalStorage } from "node:async_hooks";
import type { ProseName } from "../../schemas/prose.ts";
import type { Records } from "../../schemas/records.ts";

/* What is not saved, as it is laid over the saved content while one page is rendered. */

/** All that the site keeps in one entry: every record but those of prose. */
export type SavedRecords = Pick<Records, "site" | "template" | "accessibility" | "facts" | "lists">;

/** A page, an answer or a statement that is not saved. */
export interface UnsavedProse {
  readonly id: string;
  readonly collection: ProseName;
  readonly data: object;
  readonly body: string;
  /** Its file, from the content folder. */
  readonly file: string;
  /** The whole text of that file. */
  readonly text: string;
}

/** What is laid over the saved content. */
export interface Layer {
  /** The records with those of unsaved files in the place of the saved ones. */
  readonly records: (saved: SavedRecords) => SavedRecords;
  readonly prose: readonly UnsavedProse[];
}

/*
 * The pages run among modules of Vite's own, where this file is loaded a second time: both have to
 * mean the same layers.
 */
const name = Symbol.for("desk-layers");
const known: unknown = Reflect.get(globalThis, name);

/** The layer of the page that is being rendered, if it has one. */
export const layers =
  (known as AsyncLocalStorage<Layer> | undefined) ?? new AsyncLocalStorage<Layer>();

Reflect.set(globalThis, name, layers);
