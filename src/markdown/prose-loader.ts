import { glob, type Loader, type LoaderContext } from "astro/loaders";
import { isMarkdownOnly } from "../parse/markdown-only.ts";

type Entry = Parameters<LoaderContext["store"]["set"]>[0];

/**
 * Loads the MDX files of a folder. A text with components becomes a module of the build, as all MDX
 * does in Astro; any other is rendered here and stored as data, since a module takes several times
 * the work and memory. The front matter goes with it, as it does with a module. The preview begins
 * without those that have errors, since it is there that they are mended.
 * @param folder relative to the project
 */
export const proseLoader = (folder: string): Loader => {
  const files = glob({ base: folder, pattern: "*.mdx" });
  return {
    name: "prose",
    load: async (context) => {
      const { store } = context;
      /* The cache does not notice when the code that renders has changed. */
      store.clear();
      const rendering = new Set<Promise<unknown>>();
      /* The preview may read a file again while what it read before is still being rendered. */
      const latest = new Map<string, Entry>();
      const set = (entry: Entry): boolean => {
        const { id, body = "", data } = entry;
        latest.set(id, entry);
        if (!isMarkdownOnly(body)) return store.set(entry);
        rendering.add(
          context
            .renderMarkdown(`---\n${JSON.stringify(data)}\n---\n${body}`)
            .then(
              (rendered) =>
                latest.get(id) === entry &&
                store.set({ ...entry, deferredRender: false, rendered }),
            ),
        );
        return true;
      };
      const { watcher, logger } = context;
      let isBeginning = watcher !== undefined;
      const load = async (): Promise<void> => {
        try {
          await files.load({ ...context, store: { ...store, set } });
          isBeginning = false;
        } catch (reason) {
          if (!isBeginning) throw reason;
          logger.error(String(reason));
          watcher?.once("change", () => void load());
        }
      };
      await load();
      await Promise.all(rendering);
    },
  };
};
