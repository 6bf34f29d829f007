import { resolve, sep } from "node:path";
import type { Loader, LoaderContext } from "astro/loaders";
import { readContent, recordsEntry, recordsOf } from "../parse/content.ts";

/** Matches files with records, relative to the content folder; all others are prose. */
const withRecords = ["site.yaml", "templates/", "facts/", "lists/"];

/**
 * Loads the site's settings, the request template and every list into a single entry, as the check
 * reads them. If any of these has an error, the previous entry stays; the check reports the error.
 * @param folder the content folder, relative to the project
 */
export const recordsLoader = (folder: string): Loader => {
  const read = async ({ store, logger }: LoaderContext) => {
    const content = await readContent(folder, withRecords);
    if (content.issues.some(({ severity }) => severity === "error")) {
      logger.error(`${folder} has errors; npm run check says which`);
      return;
    }
    const { site, template, accessibility, facts, lists } = recordsOf(content);
    store.set({ id: recordsEntry, data: { site, template, accessibility, facts, lists } });
  };
  return {
    name: "records",
    load: async (context) => {
      const { watcher, store } = context;
      /* The store of previews is that of whatever content was shown last. */
      store.clear();
      let latest = read(context);
      await latest;
      const inside = resolve(folder) + sep;
      watcher?.add(inside);
      watcher?.on("all", (_, path) => {
        if (!resolve(path).startsWith(inside) || !path.endsWith(".yaml")) return;
        latest = latest.then(() => read(context));
      });
    },
  };
};
