import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "./built-pages.ts";

/** Ways in which a script could keep something in a browser, or tell somebody of a visit. */
const broken =
  /\b(?:document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|caches\.open|serviceWorker|sendBeacon|WebSocket|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection)\b/;

const elsewhere = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

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

/**
 * What contradicts the promises of `/this-site/` in a built site, as sentences: scripts that name a
 * way to keep or to tell, pages that load from elsewhere.
 * @param folder where the site was built
 */
export const brokenPromises = (folder: string, pages: readonly BuiltPage[]): string[] => {
  const scripts = [
    ...globSync("**/*.js", { cwd: folder })
      .sort()
      .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") })),
    ...pages.flatMap(({ file, elements }) =>
      elements.filter(({ name }) => name === "script").map(({ text }) => ({ file, text })),
    ),
  ];
  return [
    ...scripts.flatMap(({ file, text }) => {
      const found = broken.exec(text)?.[0];
      return found === undefined
        ? []
        : [
            `a script in ${file} names ${found}, and /this-site/ promises that nothing is kept and nobody told; do without it`,
          ];
    }),
    ...pages.flatMap((page) =>
      targetsOf(page)
        .filter((target) => elsewhere.test(target))
        .map(
          (target) =>
            `${page.file} loads ${target}, and /this-site/ promises that nothing comes from elsewhere; take it into this site`,
        ),
    ),
  ];
};
