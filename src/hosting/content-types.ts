/**
 * The media type of the search engine and its index. No registered type fits these files, and the
 * engine is nearly this one. CDNs compress it, but not `application/octet-stream` (Cloudflare's
 * "Content compression", CloudFront's "File types that CloudFront compresses").
 */
const searchType = "application/wasm";

/** The media type of files that no browser displays. */
export const otherType = "application/octet-stream";

/** Media types by file name extension, in every configuration that the build writes for a host. */
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
  pf_fragment: searchType,
  pf_index: searchType,
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
  zip: "application/zip",
};

/** Whether a media type needs a charset parameter. JSON is always UTF-8 (RFC 8259). */
const isText = (type: string) => type.startsWith("text/") || /[+/]xml$/.test(type);

/** Values of Content-Type by file name extension; those of text name their charset. */
export const contentTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(mediaTypes).map(([ending, type]) => [
    ending,
    isText(type) ? `${type}; charset=utf-8` : type,
  ]),
);

/** The Content-Type of a file, from its name or path. */
export const contentType = (name: string): string =>
  contentTypes[name.split(".").at(-1) ?? ""] ?? otherType;

/** Whether a host must be told the Content-Type of the file at a path, since it cannot know it. */
export const needsContentType = (path: string): boolean => contentType(path) === searchType;
