/**
 * Addresses that lead on to another one in a parameter, as mail programs, word processors and social
 * networks put them around links: where they are, and what the parameter is called.
 */
const wrappers: readonly (readonly [RegExp, string])[] = [
  [/^(?:www\.)?google\.[a-z.]+\/url$/, "q"],
  [/^(?:www\.)?google\.[a-z.]+\/url$/, "url"],
  [/(?:^|\.)safelinks\.protection\.outlook\.com\//, "url"],
  [/(?:^|\.)teams\.(?:microsoft\.com|cdn\.office\.net)\/.*safelinks/, "url"],
  [/^(?:l|lm)\.(?:facebook|instagram)\.com\/(?:l\.php)?$/, "u"],
  [/^(?:www\.)?linkedin\.com\/(?:redir\/redirect|safety\/go)$/, "url"],
  [/^(?:www\.)?youtube\.com\/redirect$/, "q"],
  [/^slack-redir\.net\/link$/, "url"],
];

/** The address in one of Proofpoint, version 3, which needs no parameter: .../v3/__ADDRESS__;... */
const inPath = /^https:\/\/urldefense\.com\/v3\/__(.+?)__;/;

const unwrapped = (url: URL): string | undefined => {
  const place = `${url.host}${url.pathname}`.toLowerCase();
  for (const [pattern, name] of wrappers) {
    const target = pattern.test(place) ? url.searchParams.get(name) : null;
    if (target) return target;
  }
  return inPath.exec(url.href)?.[1];
};

/** How many wrappers around one another are taken off. */
const depth = 5;

/**
 * Where a pasted link leads, without what others have put around it to follow readers.
 * @returns undefined unless that is an address on the web or of a mailbox
 */
export const linkTarget = (href: string): string | undefined => {
  let written = href.trim();
  for (let step = 0; step < depth; step += 1) {
    if (!URL.canParse(written)) return undefined;
    const url = new URL(written);
    const target = unwrapped(url);
    if (target === undefined)
      return ["http:", "https:", "mailto:"].includes(url.protocol) ? written : undefined;
    written = target;
  }
  return undefined;
};
