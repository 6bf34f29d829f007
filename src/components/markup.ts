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
    tag.startsWith("<script")
      ? tag
      : tag.replaceAll(/"[^"]*"/g, (text) => text.replaceAll(">", "&gt;")),
  );
