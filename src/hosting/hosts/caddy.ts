import { contentType, contentTypes } from "../content-types.ts";
import {
  forever,
  hashedPath,
  hostConfiguration,
  lastingPath,
  revalidated,
  securityHeaders,
  unindexed,
} from "../headers.ts";
import { leftBehind, pathWithLeftBehind, splitAddress } from "../../centre/addresses.ts";
import type { HostedSite } from "../hosted-site.ts";
import { asHeader, restPolicy } from "../policy.ts";

/** The headers of a response. */
const headers = (policy: string, cache: string) => [
  "header {",
  ...Object.entries(securityHeaders).map(([name, value]) => `\t${name} "${value}"`),
  `\tContent-Security-Policy ${policy}`,
  `\tCache-Control ${cache}`,
  "\tVary Accept-Encoding",
  "\t-Server",
  "}",
];

const notFound = "/404.html";

const sendFiles = ["file_server {", "\tprecompressed br gzip", "}"];

const indented = (lines: readonly string[]) => lines.map((line) => `\t${line}`);

/** A pattern for one of these characters, as Caddy matches paths: each by its number. */
const anyOf = (characters: string) =>
  `[${Array.from(characters, (one) => `\\x{${(one.codePointAt(0) ?? 0).toString(16)}}`).join("")}]`;

/** What goes into the site block of a Caddyfile (Caddy 2.6 or later) beside the `root`. */
export const caddySite = ({ pages, moved, files }: HostedSite): string => {
  const longest = Math.max(...files.map((file) => Buffer.byteLength(file)));
  const policies = new Map(
    pages.flatMap(({ path, file, policy }) => [
      [path, policy],
      [file, policy],
    ]),
  );
  return [
    "# Written by the build. Import it within the site's block, and set `root` to the folder of the site.",
    /* `{path}` is the path as requested; the file that is sent goes by the path without `//` and `..`. */
    "@cleaned path_regexp cleaned .*",
    "map @cleaned {re.cleaned.0} {centre_policy} {",
    ...[...policies].map(([path, policy]) => `\t${path} "${policy}"`),
    `\tdefault "${asHeader(restPolicy)}"`,
    "}",
    "map @cleaned {re.cleaned.0} {centre_cache} {",
    `\t"~${hashedPath}" "${forever}"`,
    `\tdefault "${revalidated}"`,
    "}",
    "map @cleaned {re.cleaned.0} {centre_moved} {centre_moved_part} {",
    ...moved.map(({ from, to }) => {
      const [path, part] = splitAddress(to);
      return `\t${from} ${path} "${part && `#${part}`}"`;
    }),
    '\tdefault "" ""',
    "}",
    ...headers("{centre_policy}", "{centre_cache}"),
    /* With a named matcher, since Caddy reads a bare `*.css` as the name of a header. */
    ...Object.entries(contentTypes).flatMap(([ending, type]) => [
      `@${ending} path *.${ending}`,
      `header @${ending} Content-Type "${type}"`,
    ]),
    ...unindexed.endings.map(
      (ending) => `header @${ending} ${unindexed.header} ${unindexed.value}`,
    ),
    "@slashless {",
    /* Two slashes or backslashes at the beginning would lead to another site. */
    String.raw`	path_regexp slashless ^/[^/\\](?:.*[^/])?$`,
    "\tfile {path}/index.html",
    "}",
    "@query expression {query} != ''",
    "@moved expression {centre_moved} != ''",
    "route @moved {",
    "\tredir @query {centre_moved}?{query}{centre_moved_part} permanent",
    "\tredir {centre_moved}{centre_moved_part} permanent",
    "}",
    "route @slashless {",
    "\tredir @query {re.slashless.0}/?{query} permanent",
    "\tredir {re.slashless.0}/ permanent",
    "}",
    `@behind path_regexp behind "${pathWithLeftBehind(anyOf(leftBehind))}"`,
    "@page file {re.behind.1}/index.html",
    "route @behind {",
    "\troute @page {",
    "\t\tredir @query {re.behind.1}/?{query} permanent",
    "\t\tredir {re.behind.1}/ permanent",
    "\t}",
    "}",
    /* By its validators, length and date, a page that changed may be the one that a browser has. */
    `@passing not path_regexp lasting "${lastingPath}"`,
    "request_header @passing -If-None-Match",
    "request_header @passing -If-Modified-Since",
    "header @passing -ETag",
    "header @passing -Last-Modified",
    "@sent not method GET HEAD",
    'header @sent Allow "GET, HEAD"',
    "respond @sent 405",
    /* What no name of a file can be is no fault of the server: Caddy would say so by 500. */
    `@impossible expression size(bytes({path})) > ${String(longest)} || {path}.contains("\\x00")`,
    "error @impossible 404",
    `@hidden path *.br *.gz ${hostConfiguration.join(" ")}`,
    "error @hidden 404",
    "@dotted {",
    "\tpath */.*",
    "\tnot path /.well-known/*",
    "}",
    "error @dotted 404",
    ...sendFiles,
    "handle_errors {",
    `\trewrite * ${notFound}`,
    /* Caddy looks up a map by the requested path, not by the page that is sent. */
    ...indented(headers(`"${policies.get(notFound) ?? asHeader(restPolicy)}"`, revalidated)),
    `\theader Content-Type "${contentType(notFound)}"`,
    ...indented(sendFiles),
    "}",
    "",
  ].join("\n");
};
