import { contentType, contentTypes } from "../content-types.ts";
import {
  forever,
  hashedPath,
  hostConfiguration,
  revalidated,
  securityHeaders,
} from "../headers.ts";
import { splitAddress } from "../../centre/addresses.ts";
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

/** What goes into the site block of a Caddyfile (Caddy 2.6 or later) beside the `root`. */
export const caddySite = ({ pages, moved }: HostedSite): string => {
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
    "@sent not method GET HEAD",
    'header @sent Allow "GET, HEAD"',
    "respond @sent 405",
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
