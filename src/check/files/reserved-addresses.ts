import { readdirSync } from "node:fs";
import { join } from "node:path";
import { searchFolder } from "../../search/search-folder.ts";
import { requiredFiles } from "../../parse/files.ts";

/** What stands first in the address of each route and file that the site has by itself. */
const routes = readdirSync(join(import.meta.dirname, "../../pages")).map((name) =>
  name.replace(/\.astro$|\.ts$/, ""),
);

/**
 * The names that no page can have, since the site itself uses the addresses that they would give it;
 * without those of pages that the site needs, whose routes are there for them.
 */
export const reservedNames: readonly string[] = [...routes, searchFolder].filter(
  (name) => !requiredFiles.includes(`pages/${name}.mdx`),
);
