import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtFileOf, twinOf } from "../centre/addresses.ts";
import { sha256Of } from "../releases/digest.ts";
import type { Releases } from "../releases/releases.ts";
import type { Words } from "../words/index.ts";

/**
 * Lets the foot of each page whose text is not the one that was released last say so: the text in
 * Markdown, by which they are compared, is known only once the page is built.
 * @param folder of the built site
 * @param words the catalogue of the site's language
 */
export const markUnreleased = (
  folder: string,
  { versions }: Releases,
  words: Pick<Words, "date" | "releases">,
): void => {
  const { of, draftOf, changedSince } = words.releases;
  for (const [path, own] of versions) {
    const last = own.at(-1);
    const [page, twin] = [builtFileOf(path), twinOf(path)].map((name) => join(folder, name));
    if (!last || !page || !twin || !existsSync(page) || !existsSync(twin)) continue;
    if (sha256Of(readFileSync(twin, "utf8")) === last.sha256) continue;
    const day = words.date(last.date);
    const html = readFileSync(page, "utf8");
    const foot = html.lastIndexOf("<footer");
    const told = html.slice(foot).replace((last.isDraft ? draftOf : of)(day), changedSince(day));
    writeFileSync(page, html.slice(0, foot) + told);
  }
};
