import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  centreFile,
  centreSchemaFile,
  factsFile,
  isOfReleases,
  llmsFile,
  llmsFullFile,
  notFoundFile,
  pathOfBuilt,
  thisSitePage,
  twinOf,
  unlistedPages,
} from "../centre/addresses.ts";
import type { JsonSchema } from "../machine-readable/centre-schema.ts";
import { completed } from "../machine-readable/completed.ts";
import { listFiles } from "../machine-readable/list-files.ts";
import { llmsIndex, llmsText } from "../machine-readable/llms.ts";
import { pageText, type PageText } from "../machine-readable/markdown.ts";
import type { PublicCentre } from "../machine-readable/public-centre.ts";
import type { Words } from "../words/index.ts";

/** Pages whose text is not kept with the others; that of `/this-site/` is known last. */
const without = new Set([...unlistedPages, notFoundFile, thisSitePage]);

/** The texts of the pages, those of the navigation first, then by address. */
const textsOf = async (
  folder: string,
  names: readonly string[],
  { pages }: PublicCentre,
): Promise<PageText[]> => {
  const texts: PageText[] = [];
  for (const name of names) {
    const path = `/${pathOfBuilt(name)}`;
    if (without.has(path) || isOfReleases(path)) continue;
    /* Lets the search index be built meanwhile. */
    await setImmediate();
    texts.push(pageText(readFileSync(join(folder, name), "utf8"), path));
  }
  const places = new Map(pages.map(({ address }, at) => [new URL(address).pathname, at]));
  const placeOf = ({ path }: PageText) => places.get(path) ?? places.size;
  return texts.sort((a, b) => placeOf(a) - placeOf(b) || (a.path < b.path ? -1 : 1));
};

/**
 * Writes what a finished site says in the forms that programs read: the Markdown twin of each page,
 * all records, pages and questions as JSON, each list as CSV and JSON, and what language models ask
 * for. Astro has written the model; the built pages add their texts.
 * @param folder of the built site; its pages are finished, but for `/this-site/`
 * @param names of the pages' files, relative to the folder
 * @param words the catalogue of the site's language
 */
export const writeMachineReadable = async (
  folder: string,
  names: readonly string[],
  words: Words,
): Promise<void> => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const model = read(centreFile) as PublicCentre;
  const schema = read(centreSchemaFile) as JsonSchema;
  const texts = await textsOf(folder, names, model);
  const centre = completed(model, texts);
  const files = {
    ...Object.fromEntries(texts.map(({ path, markdown }) => [twinOf(path), markdown])),
    ...listFiles(centre, schema),
    [centreFile]: `${JSON.stringify(centre, undefined, 2)}\n`,
    [llmsFile]: llmsIndex(centre, words),
    [llmsFullFile]: llmsText(centre, texts, words),
  };
  mkdirSync(join(folder, dirname(factsFile("", "csv"))), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
};
