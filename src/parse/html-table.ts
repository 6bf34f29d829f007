import { markdownTable } from "./markdown-table.ts";

/** A table in HTML: where it is in a text, and the message for it. */
interface HtmlTable {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** One that is not closed ends where its paragraph does. */
const tables =
  /<table(?=[\s>])(?:(?!<table[\s>])[^])*?(?:<\/table\s*>|(?=\n\s*\n(?!(?:(?!<table[\s>])[^])*<\/table))|$(?![^]))/gi;
const rows = /<tr(?=[\s>])[^>]*>([^]*?)(?=<\/?t(?:r|able|body|head|foot)(?=[\s>])|$(?![^]))/gi;
const cells = /<t[dh](?=[\s>])[^>]*>([^]*?)(?=<\/?t[dh](?=[\s>])|$(?![^]))/gi;

/** The words of a cell in Markdown; components stay, other marks go. */
const inMarkdown = (html: string): string =>
  html
    .replaceAll(/<!--[^]*?-->/g, "")
    .replaceAll(/<a\s[^>]*href=["']?([^"'\s>]+)[^>]*>([^]*?)<\/a>/gi, "[$2]($1)")
    .replaceAll(/<\/?(?:b|strong)(?:\s[^>]*)?>/gi, "**")
    .replaceAll(/<\/?(?:i|em)(?:\s[^>]*)?>/gi, "*")
    .replaceAll(/<\/?[a-z][^>]*>/g, " ");

const contentsOf = (text: string, parts: RegExp): string[] =>
  [...text.matchAll(parts)].map(([, inside = ""]) => inside);

const messageFor = (html: string): string => {
  const found = contentsOf(html, rows)
    .map((inside) => contentsOf(inside, cells).map(inMarkdown))
    .filter(({ length }) => length > 0);
  const table =
    found.length > 0
      ? found
      : [
          ["Name", "Purpose"],
          ["the first", "what it is for"],
        ];
  return `<table> is HTML, which is not supported; write the table like this, with an empty line before and after it:\n${markdownTable(table)}`;
};

/** The table in HTML that holds a place of a text, if it is in one. */
export const htmlTableAt = (text: string, offset: number): HtmlTable | undefined => {
  const found = [...text.matchAll(tables)].find(
    ({ 0: html, index }) => index <= offset && offset < index + html.length,
  );
  return (
    found && {
      start: found.index,
      end: found.index + found[0].length,
      message: messageFor(found[0]),
    }
  );
};
