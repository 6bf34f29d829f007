import { readdirSync } from "node:fs";
import { join } from "node:path";
import { searchFolder } from "../../search/search-folder.ts";
import { requiredFiles } from "../../parse/files.ts";

/** The first part of the address of each of the site's own routes and files. */
const routes = readdirSync(join(import.meta.dirname, "../../pages")).map((name) =>
  name.replace(/\.astro$|\.ts$/, ""),
);

/**
 * The names that no page can have, because the site itself uses the addresses that they would give
 * it. Pages that the site needs are not among them: their routes exist for them.
 */
export const reservedNames: readonly string[] = [...routes, searchFolder].filter(
  (name) => !requiredFiles.includes(`pages/${name}.mdx`),
);
