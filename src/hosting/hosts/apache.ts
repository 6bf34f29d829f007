import { contentTypes } from "../content-types.ts";
import { forever, hashedPath, instructions, revalidated, securityHeaders } from "../headers.ts";
import type { HostedSite } from "../hosted-site.ts";
import { groupsOf, type MovedGroup } from "../moved.ts";
import { asHeader, restPolicy } from "../policy.ts";

/** Apache reads these rules for each answer anew; past so many pages, all share one policy. */
const mostPages = 100;

/** And past so many addresses that moved, the pages that lead on do the work. */
const mostMoved = 500;

const literally = (path: string) => path.replaceAll(/[.+]/g, "\\$&");

/** Rules that send a compressed variant of a folder's page or of a file where there is one. */
const variant = (coding: string, ending: string) => [
  `AddEncoding ${coding} .${ending}`,
  `RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b`,
  `RewriteCond %{REQUEST_FILENAME}index.html.${ending} -f`,
  `RewriteRule ^(|.*/)$ $1index.html.${ending} [L]`,
  `RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b`,
  `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
  /* With something behind the file, its variant would lead to itself. */
  "RewriteCond %{PATH_INFO} ^$",
  `RewriteRule ^(.+)$ $1.${ending} [L]`,
];

const forPath = (path: string, policy: string) =>
  `SetEnvIf Request_URI "${path}(?:\\.(?:br|gz))?$" "centre_policy=${policy}"`;

/** Notes where what moved is now, and which part of the page there. */
const noted = ({ folder, names, path, fragment }: MovedGroup) => {
  const part = fragment === "" ? "" : `,E=centre_part:${fragment.replace("*", "$1")}`;
  return `RewriteRule ^${literally(folder.slice(1))}(${names.map(literally).join("|")})/$ - [E=centre_moved:${path}${part}]`;
};

/** Rules that lead on: with what was asked for behind the path, which must stand before the part. */
const leadingOn = (groups: readonly MovedGroup[]) => [
  ...groups.map(noted),
  "RewriteCond %{ENV:centre_moved} .",
  "RewriteCond %{QUERY_STRING} .",
  "RewriteRule ^ %{ENV:centre_moved}?%{QUERY_STRING}%{ENV:centre_part} [R=301,NE,L]",
  "RewriteCond %{ENV:centre_moved} .",
  "RewriteRule ^ %{ENV:centre_moved}%{ENV:centre_part} [R=301,NE,L]",
];

/**
 * `.htaccess` for Apache (2.4, with mod_headers, mod_rewrite and mod_setenvif). The policy of a page
 * is chosen by its path; within an answer to an error by the path of the page that tells it. Where
 * there are too many pages, all share one policy, and each page's <meta> narrows it.
 */
export const htaccess = ({ pages, moved, anyPage }: HostedSite): string =>
  [
    "# Written by the build, for Apache.",
    "Options -Indexes -MultiViews",
    "DirectoryIndex index.html",
    "ErrorDocument 403 /404.html",
    "ErrorDocument 404 /404.html",
    `SetEnvIf Request_URI ".*" "centre_policy=${asHeader(restPolicy)}" "centre_cache=${revalidated}"`,
    ...(pages.length > mostPages
      ? [forPath("(?:/|\\.html)", anyPage)]
      : pages.map(({ path, file, policy }) =>
          forPath(`^(?:${literally(path)}|${literally(file)})`, policy),
        )),
    `SetEnvIf Request_URI "${hashedPath.replace("$", "(?:\\.(?:br|gz))?$")}" "centre_cache=${forever}"`,
    ...Object.entries(securityHeaders).map(
      ([name, value]) => `Header always set ${name} "${value}"`,
    ),
    'Header always set Content-Security-Policy "%{centre_policy}e"',
    'Header always set Cache-Control "%{centre_cache}e"',
    ...Object.entries(contentTypes).map(([ending, type]) => `AddType "${type}" .${ending}`),
    "RemoveType .br .gz",
    "Header merge Vary Accept-Encoding",
    "RewriteEngine On",
    "RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$",
    "RewriteRule ^ - [R=405,L]",
    "RewriteCond %{ENV:REDIRECT_STATUS} ^$",
    `RewriteRule (?:^|/)\\.(?!well-known/)|\\.(?:br|gz)$|^(?:${instructions.map((path) => literally(path.slice(1))).join("|")})$ - [R=404,L]`,
    ...leadingOn(groupsOf(moved.slice(0, mostMoved))),
    ...variant("br", "br"),
    ...variant("gzip", "gz"),
    "",
  ].join("\n");
