import { resolve } from "node:path";
import type { Plugin } from "vite";

/** The module that gives pages the entries of Astro's collections. */
const storedEntries = "astro:data-layer-content";
const resolved = "\0stored-content";

/**
 * Has the pages of a build read the entries from the file that Astro has put them into. Astro would
 * write them into a module, for which the bundler takes many times their room.
 * @param folder where Astro keeps what it has read of the content
 */
export const storedContent = (folder: string): Plugin => ({
  name: "stored-content",
  apply: "build",
  enforce: "pre",
  resolveId: {
    order: "pre",
    handler: (id) => (id === storedEntries ? resolved : undefined),
  },
  load: (id) =>
    id === resolved
      ? `import { readFileSync } from "node:fs";
export default JSON.parse(readFileSync(${JSON.stringify(resolve(folder, "data-store.json"))}, "utf8"));`
      : undefined,
});
