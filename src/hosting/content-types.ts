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
  pdf: "application/pdf",
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

/** The parts of the search index, which nobody has a media type for. */
export const indexEndings = [
  "pagefind",
  "pf_filter",
  "pf_fragment",
  "pf_index",
  "pf_meta",
] as const;

/** What browsers make nothing of: the parts of the search index, and whatever is not named above. */
export const otherType = "application/octet-stream";

/** The Content-Type of a file by its name or path. */
export const contentType = (name: string): string =>
  contentTypes[name.split(".").at(-1) ?? ""] ?? otherType;
