import { glob, type Loader, type LoaderContext } from "astro/loaders";
import { isMarkdownOnly } from "../parse/markdown-only.ts";

type Entry = Parameters<LoaderContext["store"]["set"]>[0];

/**
 * Loads the MDX files of a folder. A text with components in it becomes a module of the program
 * that makes the pages, as all MDX does in Astro; any other is rendered here and kept as data, since
 * a module takes several times the work and the memory.
 * @param folder from the project's folder
 */
export const proseLoader = (folder: string): Loader => {
  const files = glob({ base: folder, pattern: "*.mdx" });
  return {
    name: "prose",
    load: async (context) => {
      const { store } = context;
      /* What was rendered by an older program is not told from what this one would render. */
      store.clear();
      const rendering = new Set<Promise<unknown>>();
      const set = (entry: Entry): boolean => {
        const { body = "" } = entry;
        if (!isMarkdownOnly(body)) return store.set(entry);
        rendering.add(
          context
            .renderMarkdown(body)
            .then((rendered) => store.set({ ...entry, deferredRender: false, rendered })),
        );
        return true;
      };
      await files.load({ ...context, store: { ...store, set } });
      await Promise.all(rendering);
    },
  };
};
