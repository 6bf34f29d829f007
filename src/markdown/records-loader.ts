import { resolve, sep } from "node:path";
import type { Loader, LoaderContext } from "astro/loaders";
import { readContent, recordsEntry, recordsOf } from "../parse/content.ts";

/** What has records, from the content folder; everything else is prose. */
const withRecords = ["site.yaml", "templates/", "facts/", "lists/"];

/**
 * Loads the site's settings, the template of the request and every list, as the check reads them,
 * into one entry. Where any of these is faulty, what was loaded before stays; the check says what
 * is wrong.
 * @param folder the content folder, from the project's folder
 */
export const recordsLoader = (folder: string): Loader => {
  const read = async ({ store, logger }: LoaderContext) => {
    const content = await readContent(folder, withRecords);
    if (content.issues.some(({ severity }) => severity === "error")) {
      logger.error(`${folder} has errors; npm run check says which`);
      return;
    }
    const { site, template, facts, lists } = recordsOf(content);
    store.set({ id: recordsEntry, data: { site, template, facts, lists } });
  };
  return {
    name: "records",
    load: async (context) => {
      const { watcher } = context;
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
