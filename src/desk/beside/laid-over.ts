import type * as saved from "astro:content";
import { recordsEntry } from "../../parse/content.ts";
import { layers, type SavedRecords, type UnsavedProse } from "./layers.ts";
import { unsavedModule } from "./unsaved-module.ts";

/* What the pages ask for the content, answered with what is not saved where a page has that beside it. */

type Saved = Pick<typeof saved, "getCollection" | "getEntry" | "render">;

/** An entry as Astro has it, or one that is not saved. */
type Entry = { readonly id: string; readonly data: object } & Partial<UnsavedProse>;

const isOf =
  (collection: string) =>
  (entry: Entry): boolean =>
    entry.collection === collection;

/** The same functions as those of Astro's own module, which know of what is not saved too. */
export const laidOver = (own: Saved): Saved => {
  const [getEntry, getCollection] = [own.getEntry, own.getCollection] as unknown as [
    (collection: string, id: string) => Promise<Entry | undefined>,
    (collection: string) => Promise<readonly Entry[]>,
  ];
  return {
    getEntry: async (collection: string, id: string) => {
      const layer = layers.getStore();
      const unsaved = layer?.prose.find(
        (entry) => entry.collection === collection && entry.id === id,
      );
      if (unsaved) return unsaved;
      const entry = await getEntry(collection, id);
      return layer && entry && id === recordsEntry
        ? { ...entry, data: layer.records(entry.data as SavedRecords) }
        : entry;
    },
    getCollection: async (collection: string) => {
      const entries = await getCollection(collection);
      const unsaved = layers.getStore()?.prose.filter(isOf(collection)) ?? [];
      return [...entries.filter(({ id }) => unsaved.every((entry) => entry.id !== id)), ...unsaved];
    },
    render: async (entry: Parameters<Saved["render"]>[0]) => {
      const { file, text } = entry as Entry;
      if (file === undefined || text === undefined) return own.render(entry);
      const { Content, getHeadings } = (await import(/* @vite-ignore */ unsavedModule(file))) as {
        Content: unknown;
        getHeadings: () => unknown;
      };
      return { Content, headings: getHeadings() };
    },
  } as unknown as Saved;
};
