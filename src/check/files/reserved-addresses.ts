import { readdirSync } from "node:fs";
import { join } from "node:path";
import { searchFolder } from "../../search/search-folder.ts";
import { requiredFiles } from "../../parse/files.ts";
import { day } from "../../schemas/fields.ts";

/** The first part of the address of each of the site's own routes and files. */
const routes = readdirSync(join(import.meta.dirname, "../../pages")).map((name) =>
  name.replace(/\.astro$|\.ts$/, ""),
);

/** The first part of the addresses of Legal's desk, which the preview has. */
const desk = "desk";

/**
 * The names that no page can have or have had, because the site itself uses the addresses that they
 * give it. Pages that the site needs are not among them: their routes exist for them.
 */
export const reservedNames: readonly string[] = [...routes, searchFolder, desk].filter(
  (name) => !requiredFiles.includes(`pages/${name}.mdx`),
);

/**
 * Whether the site itself uses an address that a page would have with an id, or that the versions of
 * what has it would have: the day of a release names what was in force that day.
 */
export const isReserved = (id: string): boolean => reservedNames.includes(id) || isDay(id);

/** Whether an id is a day, which ends the addresses of versions. */
export const isDay = (id: string): boolean => day("").safeParse(id).success;
