import { contentTypes, otherType } from "../content-types.ts";
import {
  forever,
  hashedPath,
  hostConfiguration,
  lastingPath,
  revalidated,
  securityHeaders,
  unindexed,
  unindexedPath,
} from "../headers.ts";
import { leftBehind, pathWithLeftBehind, splitAddress } from "../../centre/addresses.ts";
import { firstFlight } from "../../centre/first-view.ts";
import { anyOf } from "../bytes.ts";
import type { HostedSite } from "../hosted-site.ts";
import { asHeader, restPolicy } from "../policy.ts";

/** What nginx has room for by default: the length of a key in characters, and the number of keys. */
const defaultKeyLength = 40;
const defaultKeys = 500;

/** The smallest power of two that is not less than a number. */
const nextPowerOfTwo = (least: number) => String(2 ** Math.ceil(Math.log2(least)));

const lines = (parts: readonly string[]) => `${parts.join("\n")}\n`;

/** What goes into nginx's `http` block: maps from paths to policies, cache rules and new addresses. */
export const nginxMaps = ({ pages, moved }: HostedSite): string => {
  const longest = Math.max(
    ...pages.map(({ file }) => file.length),
    ...moved.map(({ from }) => from.length),
  );
  const most = Math.max(pages.length, moved.length);
  const parts = moved.map(({ from, to }) => ({ from, to: splitAddress(to) }));
  return lines([
    "# Written by the build. Include it within `http`, before the server that serves the site.",
    ...(longest > defaultKeyLength
      ? [`map_hash_bucket_size ${nextPowerOfTwo(longest + 24)};`]
      : []),
    ...(most > defaultKeys ? [`map_hash_max_size ${nextPowerOfTwo(most * 8)};`] : []),
    "map $uri $centre_policy {",
    `  default "${asHeader(restPolicy)}";`,
    ...pages.map(({ file, policy }) => `  "${file}" "${policy}";`),
    "}",
    "map $uri $centre_cache {",
    `  default "${revalidated}";`,
    `  "~${hashedPath}" "${forever}";`,
    "}",
    /* A header without a value is not sent. */
    "map $uri $centre_robots {",
    '  default "";',
    `  "~${unindexedPath}" "${unindexed.value}";`,
    "}",
    /* The new path of what moved, and its fragment: the query of the request goes between them. */
    "map $uri $centre_moved {",
    '  default "";',
    ...parts.map(({ from, to: [path] }) => `  "${from}" "${path}";`),
    "}",
    "map $uri $centre_moved_part {",
    '  default "";',
    ...parts
      .filter(({ to: [, part] }) => part !== "")
      .map(({ from, to: [, part] }) => `  "${from}" "#${part}";`),
    "}",
    /* RFC 9110, section 15.5.6. */
    "map $status $centre_allow {",
    '  405 "GET, HEAD";',
    "}",
  ]);
};

/**
 * What goes into nginx's `server` block beside the `root`. All headers are set at one level: a single
 * `add_header` in a location would drop every inherited one.
 */
export const nginxServer = (): string =>
  lines([
    "# Written by the build. Include it within `server`, and set `root` to the folder of the site.",
    "index index.html;",
    "error_page 404 /404.html;",
    "error_page 403 =404 /404.html;",
    "absolute_redirect off;",
    "server_tokens off;",
    /* A record that waits for its last packet shows nothing of a page: each fits one. */
    `ssl_buffer_size ${String(firstFlight.recordBytes)};`,
    /* Tickets know a browser by its next visit, and take two packets of the first flight. They save a
       visitor of TLS 1.3 no round trip. */
    "ssl_session_tickets off;",
    "ssl_conf_command NumTickets 0;",
    "brotli_static on;",
    "gzip_static on;",
    /* RFC 9110, section 15.4.5: what is not sent again has it, too. */
    "add_header Vary Accept-Encoding always;",
    /* By its validators, length and date, a page that changed may be the one that a browser has. */
    "etag off;",
    "if_modified_since off;",
    'add_header Last-Modified "" always;',
    "charset utf-8;",
    `charset_types ${Object.values(contentTypes)
      .filter((type) => type.includes(";") && !type.startsWith("text/html"))
      .map((type) => type.split(";")[0] ?? "")
      .join(" ")};`,
    "types {",
    ...Object.entries(contentTypes).map(
      ([ending, type]) => `  ${type.split(";")[0] ?? ""} ${ending};`,
    ),
    "}",
    `default_type ${otherType};`,
    ...Object.entries(securityHeaders).map(
      ([name, value]) => `add_header ${name} "${value}" always;`,
    ),
    "add_header Content-Security-Policy $centre_policy always;",
    "add_header Cache-Control $centre_cache always;",
    `add_header ${unindexed.header} $centre_robots always;`,
    "add_header Allow $centre_allow always;",
    "if ($centre_moved) { return 301 $centre_moved$is_args$args$centre_moved_part; }",
    `location ~ "${pathWithLeftBehind(anyOf(leftBehind)).replace("^(", "^(?<centre_page>")}" {`,
    "  if (-f $document_root$centre_page/index.html) { return 301 $centre_page/$is_args$args; }",
    "  return 404;",
    "}",
    "location ~ /\\.(?!well-known/) { return 404; }",
    "location ~ \\.(?:br|gz)$ { return 404; }",
    ...hostConfiguration.map((path) => `location = ${path} { return 404; }`),
    `location ~ "${lastingPath}" { etag on; }`,
  ]);
