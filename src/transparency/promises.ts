import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtFiles } from "../hosting/built-files.ts";
import { searchFolder } from "../search/search-folder.ts";
import type { BuiltPage } from "./built-pages.ts";

/** Ways in which a script could keep something in a browser, or tell somebody of a visit. */
const broken =
  /\b(?:document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|caches\.\w+|navigator\.storage|window\.name|serviceWorker|sendBeacon|WebSocket|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection|new (?:Image|Audio))\b/;

/** What only the engine of the search needs, to get the pieces of its index. */
const fetches = /\bfetch(?=\s*\()/;

const elsewhere = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

/** What a style sheet loads (CSS Values 4, section 4.5; CSS Cascading 4, section 2). */
const loadedByStyles = /(?:\burl\(|@import(?!\s*url\())\s*["']?\s*([^"')\s]+)/gi;

/** Links of a page's head that only say something; a link in the text waits for a click. */
const onlySays = (name: string, rel: string | undefined) =>
  name === "a" ||
  (name === "link" && (rel === undefined || ["alternate", "canonical", "license"].includes(rel)));

/** What a page loads, or sends to. */
const targetsOf = ({ elements }: BuiltPage): string[] =>
  elements
    .flatMap(({ name, attributes: { rel, href, src, srcset, data, poster, action } }) => [
      ...(onlySays(name, rel) ? [] : [href]),
      ...[src, srcset, data, poster, action],
    ])
    .filter((target) => target !== undefined);

interface Part {
  readonly file: string;
  readonly text: string;
}

/** The scripts or the styles of the site, each once: its files, and what stands within pages. */
const partsOf = (
  { folder, pages }: { folder: string; pages: readonly BuiltPage[] },
  ending: string,
  element: string,
): Part[] => {
  const parts = [
    ...builtFiles(folder, `.${ending}`).map((file) => ({
      file,
      text: readFileSync(join(folder, file), "utf8"),
    })),
    ...pages.flatMap(({ file, elements }) =>
      elements.filter(({ name }) => name === element).map(({ text }) => ({ file, text })),
    ),
  ];
  return [...new Map(parts.map((part) => [part.text, part])).values()];
};

const isEngine = ({ file }: Part) => dirname(file) === searchFolder;

/**
 * What contradicts the promises of `/this-site/` in a built site, as sentences: scripts that name a
 * way to keep or to tell, pages and styles that load from elsewhere. It finds a slip, not what is
 * written in order to be missed.
 * @param folder where the site was built
 */
export const brokenPromises = (folder: string, pages: readonly BuiltPage[]): string[] => {
  const site = { folder, pages };
  const loaded = [
    ...pages.flatMap((page) => targetsOf(page).map((target) => ({ file: page.file, target }))),
    ...partsOf(site, "css", "style").flatMap(({ file, text }) =>
      [...text.matchAll(loadedByStyles)].map(([, target = ""]) => ({ file, target })),
    ),
  ];
  return [
    ...partsOf(site, "js", "script").flatMap((script) => {
      const found =
        broken.exec(script.text)?.[0] ??
        (isEngine(script) ? undefined : fetches.exec(script.text)?.[0]);
      return found === undefined
        ? []
        : [
            `a script in ${script.file} names ${found}, and /this-site/ promises that nothing is kept and nobody told; do without it`,
          ];
    }),
    ...loaded
      .filter(({ target }) => elsewhere.test(target))
      .map(
        ({ file, target }) =>
          `${file} loads ${target}, and /this-site/ promises that nothing comes from elsewhere; take it into this site`,
      ),
  ];
};
