import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtFiles } from "../hosting/built-files.ts";
import type { BuiltPage } from "./built-pages.ts";

/** The APIs with which a script could store something in a browser or report a visit. */
const forbiddenApis =
  /\b(?:document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|caches\.\w+|navigator\.storage|window\.name|serviceWorker|sendBeacon|WebSocket|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection|new (?:Image|Audio))\b/;

/**
 * What only the search needs, to load its index, and what looks at versions, to load their texts; in
 * one place of each of their scripts.
 */
const fetches = /\bfetch(?=\s*\()/;

const otherOrigin = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

/** What a stylesheet loads (CSS Values 4, section 4.5; CSS Cascading 4, section 2). */
const loadedByStyles = /(?:\burl\(|@import(?!\s*url\())\s*["']?\s*([^"')\s]+)/gi;

/** Whether an element loads nothing from its href: links in the text, and metadata in the head. */
const isOnlyLink = (name: string, rel: string | undefined) =>
  name === "a" ||
  (name === "link" && (rel === undefined || ["alternate", "canonical", "license"].includes(rel)));

/** The addresses that a page loads from or sends to. */
const targetsOf = ({ elements }: BuiltPage): string[] =>
  elements
    .flatMap(({ name, attributes: { rel, href, src, srcset, data, poster, action } }) => [
      ...(isOnlyLink(name, rel) ? [] : [href]),
      ...[src, srcset, data, poster, action],
    ])
    .filter((target) => target !== undefined);

interface Source {
  readonly file: string;
  readonly text: string;
}

/** The scripts or the styles of the site, each once: in files, and inline in pages. */
const sourcesOf = (
  { folder, pages }: { folder: string; pages: readonly BuiltPage[] },
  ending: string,
  element: string,
): Source[] => {
  const sources = [
    ...builtFiles(folder, `.${ending}`).map((file) => ({
      file,
      text: readFileSync(join(folder, file), "utf8"),
    })),
    ...pages.flatMap(({ file, elements }) =>
      elements.filter(({ name }) => name === element).map(({ text }) => ({ file, text })),
    ),
  ];
  return [...new Map(sources.map((source) => [source.text, source])).values()];
};

/** Whether a script is of the search, whose files have this name in each, or loads what was published. */
const mayFetch = ({ text }: Source) => /\bsearchFiles\b|\/versions\//.test(text);

/**
 * The promises of `/this-site/` that a built site breaks, as sentences: scripts that name an API to
 * store or send something, pages and styles that load from other origins. It finds mistakes, not
 * code that is written to evade it.
 * @param folder of the built site
 */
export const brokenPromises = (folder: string, pages: readonly BuiltPage[]): string[] => {
  const site = { folder, pages };
  const loaded = [
    ...pages.flatMap((page) => targetsOf(page).map((target) => ({ file: page.file, target }))),
    ...sourcesOf(site, "css", "style").flatMap(({ file, text }) =>
      [...text.matchAll(loadedByStyles)].map(([, target = ""]) => ({ file, target })),
    ),
  ];
  return [
    ...sourcesOf(site, "js", "script").flatMap((script) => {
      const found =
        forbiddenApis.exec(script.text)?.[0] ??
        fetches.exec(mayFetch(script) ? script.text.replace(fetches, "") : script.text)?.[0];
      return found === undefined
        ? []
        : [
            `a script in ${script.file} names ${found}, and /this-site/ promises that nothing is kept and nobody told; do without it`,
          ];
    }),
    ...loaded
      .filter(({ target }) => otherOrigin.test(target))
      .map(
        ({ file, target }) =>
          `${file} loads ${target}, and /this-site/ promises that nothing comes from elsewhere; take it into this site`,
      ),
  ];
};
