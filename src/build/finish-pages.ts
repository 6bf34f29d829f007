import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  accessibilityPage,
  isOfReleases,
  notFoundFile,
  pathOfBuilt,
  thisSitePage,
  unlistedPages,
} from "../centre/addresses.ts";
import { pageText, type PageText } from "../machine-readable/markdown.ts";
import type { Releases } from "../releases/releases.ts";
import type { Words } from "../words/index.ts";
import { compressor, inParallel } from "./compress.ts";
import { stylesFitter } from "./fit-styles.ts";
import { scriptsJoined } from "./join-scripts.ts";
import { markUnreleased } from "./mark-unreleased.ts";
import type { BuiltPages } from "./read-pages.ts";
import { sealed } from "./seal-pages.ts";

/** What only the index of the search needs. */
const forTheIndex = / data-(?:pagefind-[a-z]+|section|also-asked|search-as)(?:="[^"]*")?/g;

const withoutIndexed = (html: string): string =>
  html.replaceAll(/<[a-z][^>]* data-[^>]*>/g, (tag) => tag.replaceAll(forTheIndex, ""));

/** Pages with figures that are known only once all pages are finished. */
const measured = [accessibilityPage, thisSitePage];

const withoutText = [...unlistedPages, ...measured, notFoundFile];

/** Whether the text of a page is kept with the others. */
const hasText = (path: string): boolean => !withoutText.includes(path) && !isOfReleases(path);

/**
 * Takes out of every built page what only the index needs, inlines the styles it uses and joins its
 * adjacent scripts, then writes its security policy, and whether its text is the one that was released;
 * compresses it; and removes the stylesheets, which nothing requests any more.
 * @param folder of the built site
 * @param words the catalogue of the site's language
 * @returns the texts of the pages that are settled with that
 */
export const finishPages = async (
  folder: string,
  { names, redirects }: BuiltPages,
  releases: Releases,
  words: Words,
): Promise<PageText[]> => {
  const { fit, sheets } = stylesFitter(folder);
  const compress = compressor(folder);
  const texts: PageText[] = [];
  const finished = async (name: string) => {
    const html = await fit(withoutIndexed(readFileSync(join(folder, name), "utf8")));
    return sealed(await scriptsJoined(html), name);
  };
  await inParallel(names, async (name) => {
    const path = `/${pathOfBuilt(name)}`;
    const html = await finished(name);
    const text = hasText(path) ? pageText(html, path) : undefined;
    if (text) texts.push(text);
    const settled = text ? markUnreleased(html, text, releases, words) : html;
    writeFileSync(join(folder, name), settled);
    if (!measured.includes(path)) await compress(name, Buffer.from(settled));
    /* Lets the search index be built meanwhile. */
    await setImmediate();
  });
  for (const name of redirects) writeFileSync(join(folder, name), await finished(name));
  for (const sheet of sheets) rmSync(join(folder, sheet));
  return texts;
};
