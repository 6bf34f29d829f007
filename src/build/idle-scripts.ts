import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { builtFiles } from "../hosting/built-files.ts";

/**
 * The scripts of a built site that no page names, nor a script that one names: those of pages that this
 * content has none of.
 * @param folder of the built site
 */
export const idleScripts = (folder: string) => {
  const scripts = builtFiles(folder, ".js").filter((name) => name.startsWith("_astro/"));
  const idle = new Set(scripts);
  /** Takes note of a page, or of a script that one names. */
  const reach = (text: string): void => {
    for (const name of idle) {
      if (!text.includes(basename(name))) continue;
      idle.delete(name);
      reach(readFileSync(join(folder, name), "utf8"));
    }
  };
  /** Removes those that no page has named. */
  const remove = (): void => {
    for (const name of idle) rmSync(join(folder, name));
  };
  return { reach, remove };
};
