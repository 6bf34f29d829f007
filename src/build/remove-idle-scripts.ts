import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { builtFiles } from "../hosting/built-files.ts";

/**
 * Removes the scripts that no page names, nor a script that one names: those of pages that this content
 * has none of.
 * @param folder of the built site
 */
export const removeIdleScripts = (folder: string): void => {
  const scripts = builtFiles(folder, ".js").filter((name) => name.startsWith("_astro/"));
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const idle = new Set(scripts);
  const reach = (text: string) => {
    for (const name of idle) {
      if (!text.includes(basename(name))) continue;
      idle.delete(name);
      reach(read(name));
    }
  };
  for (const name of builtFiles(folder, ".html")) reach(read(name));
  for (const name of idle) rmSync(join(folder, name));
};
