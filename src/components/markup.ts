/*
 * Functions that turn words of a phrase into HTML. The phrases are the program's own; the values that
 * the content puts into them are escaped here.
 */

/** Escapes text for HTML, attributes included. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A function that links words to an address. */
export const link =
  (href: string) =>
  (words: string): string =>
    `<a href="${escaped(href)}">${escaped(words)}</a>`;

/** Sets words apart whose script may run in another direction than that of the phrase around them. */
export const isolated = (words: string): string => `<bdi>${escaped(words)}</bdi>`;

/** Marks words up as code. */
export const code = (words: string): string => `<code>${escaped(words)}</code>`;

/** Marks up a date in words with the same day as an ISO date for machines. */
export const time = (day: string, words: string): string =>
  `<time datetime="${day}">${escaped(words)}</time>`;

/**
 * HTML without ">" in the values of attributes, where it may stand, and where what reads tags one by
 * one would take it for their end. Scripts stay as they are.
 */
export const tagsClosed = (html: string): string =>
  html.replaceAll(/<script\b.*?<\/script>|<[a-z](?:"[^"]*"|[^">])*>/gs, (tag) =>
    tag.startsWith("<script") || tag.indexOf(">") === tag.length - 1
      ? tag
      : tag.replaceAll(/"[^"]*"/g, (text) => text.replaceAll(">", "&gt;")),
  );

/** HTML in which what has an id can also be found by those that it had. */
export const withFormerIds = (html: string, formerIds: Readonly<Record<string, string>>): string =>
  Object.entries(formerIds).reduce((before, [old, current]) => {
    const at = before.indexOf(` id="${escaped(current)}"`);
    /* In a row, only a cell can hold it. */
    const start = before.lastIndexOf("<", at);
    const end = before.indexOf(
      ">",
      before.startsWith("<tr", start) ? before.indexOf("<t", at) : at,
    );
    return at === -1
      ? before
      : `${before.slice(0, end + 1)}<span id="${escaped(old)}"></span>${before.slice(end + 1)}`;
  }, html);

const block = "(?:article|dd|div|dl|dt|h[1-6]|li|ol|p|table|tbody|td|th|thead|tr|ul)";
const spaceBefore = new RegExp(`[ \\t\\n]+(?=</?${block}\\b)`, "g");
const spaceAfter = new RegExp(`(</?${block}\\b[^>]*>)[ \\t\\n]+`, "g");

/** HTML without the white space around blocks, where nobody sees it. */
export const closeBlocks = (html: string): string =>
  tagsClosed(html).replaceAll(spaceBefore, "").replaceAll(spaceAfter, "$1");

/**
 * The same in articles alone: answers stand on one page as long as its first view has room for them.
 */
export const closeArticles = (html: string): string =>
  html.replaceAll(/<article\b.*?<\/article>/gs, closeBlocks);
