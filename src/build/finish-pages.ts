import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { tagsClosed } from "../components/markup.ts";
import { stylesFitter } from "./fit-styles.ts";
import { scriptsJoined } from "./join-scripts.ts";
import { sealed } from "./seal-pages.ts";

/** What only the index of the search needs. */
const forTheIndex = / data-(?:pagefind-[a-z]+|section|also-asked|search-as)(?:="[^"]*")?/g;

const withoutIndexed = (html: string): string =>
  html.replaceAll(/<[a-z][^>]* data-[^>]*>/g, (tag) => tag.replaceAll(forTheIndex, ""));

/**
 * Makes the tags of built pages end at their first ">", as the steps after this one read them.
 * @param folder of the built site
 * @param pages file names, relative to the folder
 */
export const closeTags = (folder: string, pages: readonly string[]): void => {
  for (const page of pages) {
    const html = readFileSync(join(folder, page), "utf8");
    const closed = tagsClosed(html);
    if (closed !== html) writeFileSync(join(folder, page), closed);
  }
};

/**
 * Takes out of every built page what only the index needs, inlines the styles it uses and joins its
 * adjacent scripts, then writes its security policy, and removes the stylesheets, which nothing
 * requests any more.
 * @param folder of the built site
 * @param pages file names, relative to the folder
 */
export const finishPages = async (folder: string, pages: readonly string[]): Promise<void> => {
  const { fit, sheets } = stylesFitter(folder);
  for (const page of pages) {
    const path = join(folder, page);
    /* Lets the search index be built meanwhile. */
    await setImmediate();
    const html = await fit(withoutIndexed(readFileSync(path, "utf8")));
    writeFileSync(path, sealed(await scriptsJoined(html), page));
  }
  for (const sheet of sheets) rmSync(join(folder, sheet));
};
