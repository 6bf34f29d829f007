import { contentTypes } from "../content-types.ts";
import {
  forever,
  hashedPath,
  hostConfiguration,
  revalidated,
  securityHeaders,
} from "../headers.ts";
import type { HostedSite } from "../hosted-site.ts";
import { groupRedirects, type MovedGroup } from "../moved.ts";
import { asHeader, restPolicy } from "../policy.ts";

/** Apache reads these rules anew for each response; beyond so many pages, all share one policy. */
const maxPages = 100;

/** Beyond so many redirects, the redirect pages do the work. */
const maxRedirects = 500;

const escapeRegExp = (path: string) => path.replaceAll(/[.+]/g, "\\$&");

/** Rules that send the compressed variant of a page or file, if there is one. */
const variant = (coding: string, ending: string) => [
  `AddEncoding ${coding} .${ending}`,
  `RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b`,
  `RewriteCond %{REQUEST_FILENAME}index.html.${ending} -f`,
  `RewriteRule ^(|.*/)$ $1index.html.${ending} [L]`,
  `RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b`,
  `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
  /* With a path after the file name, the variant would redirect to itself. */
  "RewriteCond %{PATH_INFO} ^$",
  `RewriteRule ^(.+)$ $1.${ending} [L]`,
];

const policyRule = (path: string, policy: string) =>
  `SetEnvIf Request_URI "${path}(?:\\.(?:br|gz))?$" "centre_policy=${policy}"`;

/** Sets variables to the new path and fragment of what moved. */
const redirectVariables = ({ folder, names, path, fragment }: MovedGroup) => {
  const part = fragment === "" ? "" : `,E=centre_part:${fragment.replace("*", "$1")}`;
  return `RewriteRule ^${escapeRegExp(folder.slice(1))}(${names.map(escapeRegExp).join("|")})/$ - [E=centre_moved:${path}${part}]`;
};

/** Redirect rules. The query of the request goes between the new path and its fragment. */
const redirects = (groups: readonly MovedGroup[]) => [
  ...groups.map(redirectVariables),
  "RewriteCond %{ENV:centre_moved} .",
  "RewriteCond %{QUERY_STRING} .",
  "RewriteRule ^ %{ENV:centre_moved}?%{QUERY_STRING}%{ENV:centre_part} [R=301,NE,L]",
  "RewriteCond %{ENV:centre_moved} .",
  "RewriteRule ^ %{ENV:centre_moved}%{ENV:centre_part} [R=301,NE,L]",
];

/**
 * `.htaccess` for Apache (2.4, with mod_headers, mod_rewrite and mod_setenvif). The policy of a page
 * is chosen by its path; that of an error response by the path of the error page. If there are too
 * many pages, all share one policy, and each page's <meta> narrows it.
 */
export const htaccess = ({ pages, moved, anyPage }: HostedSite): string =>
  [
    "# Written by the build, for Apache.",
    "Options -Indexes -MultiViews",
    "DirectoryIndex index.html",
    "ErrorDocument 403 /404.html",
    "ErrorDocument 404 /404.html",
    `SetEnvIf Request_URI ".*" "centre_policy=${asHeader(restPolicy)}" "centre_cache=${revalidated}"`,
    ...(pages.length > maxPages
      ? [policyRule("(?:/|\\.html)", anyPage)]
      : pages.map(({ path, file, policy }) =>
          policyRule(`^(?:${escapeRegExp(path)}|${escapeRegExp(file)})`, policy),
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
    `RewriteRule (?:^|/)\\.(?!well-known/)|\\.(?:br|gz)$|^(?:${hostConfiguration.map((path) => escapeRegExp(path.slice(1))).join("|")})$ - [R=404,L]`,
    ...redirects(groupRedirects(moved.slice(0, maxRedirects))),
    ...variant("br", "br"),
    ...variant("gzip", "gz"),
    "",
  ].join("\n");
