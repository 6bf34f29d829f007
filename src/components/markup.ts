/*
 * What makes HTML of the words of a phrase that are more than text. A phrase is the program's own;
 * what the content puts into it is escaped here.
 */

/** Text as it stands in HTML, in attributes too. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Makes links to an address. */
export const link =
  (href: string) =>
  (words: string): string =>
    `<a href="${escaped(href)}">${escaped(words)}</a>`;

/** Makes code of words. */
export const code = (words: string): string => `<code>${escaped(words)}</code>`;

/** A day as machines read it, an ISO date, around what readers are told of it. */
export const time = (day: string, words: string): string =>
  `<time datetime="${day}">${escaped(words)}</time>`;
