/**
 * What the engine of the search and its index are sent as: bytes that nobody has a media type for,
 * the engine's nearly this one. CDNs compress no octets, but they do compress this (Cloudflare's
 * "Content compression", CloudFront's "File types that CloudFront compresses").
 */
const searchType = "application/wasm";

/** What browsers make nothing of. */
export const otherType = "application/octet-stream";

/** The media types of files by the ending of their names, in every file that hosts are told of. */
const mediaTypes: Readonly<Record<string, string>> = {
  css: "text/css",
  csv: "text/csv",
  html: "text/html",
  ico: "image/x-icon",
  ics: "text/calendar",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  md: "text/markdown",
  pagefind: searchType,
  pdf: "application/pdf",
  pf_filter: searchType,
  pf_fragment: searchType,
  pf_index: searchType,
  pf_meta: searchType,
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
};

/** Those whose text could be read in the wrong character set. JSON is UTF-8 always (RFC 8259). */
const isText = (type: string) => type.startsWith("text/") || /[+/]xml$/.test(type);

/** Media types by ending; those of text with its character set. */
export const contentTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(mediaTypes).map(([ending, type]) => [
    ending,
    isText(type) ? `${type}; charset=utf-8` : type,
  ]),
);

/** The Content-Type of a file by its name or path. */
export const contentType = (name: string): string =>
  contentTypes[name.split(".").at(-1) ?? ""] ?? otherType;

/** Whether the file at a path has a Content-Type that a host must be told, since it knows no such files. */
export const isUnusual = (path: string): boolean => contentType(path) === searchType;
