import { sha256Of } from "../releases/digest.ts";
import type { Releases } from "../releases/releases.ts";
import type { Words } from "../words/index.ts";

/**
 * The HTML of a page whose foot says so if its text is not the one that was released last: the text in
 * Markdown, by which they are compared, is known only once the page is built.
 * @param text of the page, as Markdown
 * @param path of its address
 * @param words the catalogue of the site's language
 */
export const markUnreleased = (
  html: string,
  { markdown, path }: { readonly markdown: string; readonly path: string },
  { versions }: Pick<Releases, "versions">,
  words: Pick<Words, "date" | "releases">,
): string => {
  const last = versions.get(path)?.at(-1);
  if (!last || sha256Of(markdown) === last.sha256) return html;
  const { of, draftOf, changedSince } = words.releases;
  const day = words.date(last.date);
  const foot = html.lastIndexOf("<footer");
  const told = html.slice(foot).replace((last.isDraft ? draftOf : of)(day), changedSince(day));
  return html.slice(0, foot) + told;
};
