import { contentTypes } from "../content-types.ts";
import {
  forever,
  hashedPath,
  hostConfiguration,
  revalidated,
  securityHeaders,
  unindexed,
  unindexedPath,
} from "../headers.ts";
import { leftBehind } from "../../centre/addresses.ts";
import { anyOf } from "../bytes.ts";
import type { HostedSite } from "../hosted-site.ts";
import { groupRedirects, type MovedGroup } from "../moved.ts";
import { asHeader, restPolicy } from "../policy.ts";

/** Apache reads these rules anew for each response; beyond so many pages, all share one policy. */
const maxPages = 100;

/** Beyond so many redirects, the redirect pages do the work. */
const maxRedirects = 500;

const escapeRegExp = (path: string) => path.replaceAll(/[.+]/g, "\\$&");

/** Behind the name of a coding: that it is welcome, with whatever weight but none (RFC 9110, 12.4.2). */
const weighed = String.raw`[\t\x20]*(?:,|$|;[\t\x20]*q=(?!0(?:\.0*)?[\t\x20]*(?:,|$)))`;

/** That a coding is accepted: by its name, or by `*` where its name is not there (RFC 9110, 12.5.3). */
const accepted = (coding: string) => {
  const named = String.raw`(?:^|,)[\t\x20]*${coding}`;
  const unnamed = String.raw`^(?!(?:.*,)?[\t\x20]*${coding}[\t\x20]*(?:[,;]|$))`;
  const any = String.raw`(?:.*,)?[\t\x20]*\*`;
  return `RewriteCond %{HTTP:Accept-Encoding} (?:${named}|${unnamed}${any})${weighed} [NC]`;
};

/** Rules that send the compressed variant of a page or file, if there is one. */
const variant = (coding: string, ending: string) => [
  `AddEncoding ${coding} .${ending}`,
  accepted(coding),
  `RewriteCond %{REQUEST_FILENAME}index.html.${ending} -f`,
  `RewriteRule ^(|.*/)$ $1index.html.${ending} [L]`,
  accepted(coding),
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

/** Rules that lead to a page from its path with what was left behind it. */
const withoutLeftBehind = () => {
  const behind = `(?:${anyOf(leftBehind)})+/?$`;
  const folders = "(?:[A-Za-z0-9_-]+/)*";
  const isPage = "RewriteCond %{DOCUMENT_ROOT}/$1/index.html -f";
  return [
    isPage,
    `RewriteRule ^(${folders})${behind} /$1 [R=301,L]`,
    isPage,
    `RewriteRule ^(${folders}[A-Za-z0-9_-]+)${behind} /$1/ [R=301,L]`,
  ];
};

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
    `SetEnvIf Request_URI "${unindexedPath.replace("$", "(?:\\.(?:br|gz))?$")}" centre_unindexed`,
    `SetEnvIf Request_URI "${hashedPath.replace("$", "(?:\\.(?:br|gz))?$")}" "centre_cache=${forever}"`,
    ...Object.entries(securityHeaders).map(
      ([name, value]) => `Header always set ${name} "${value}"`,
    ),
    'Header always set Content-Security-Policy "%{centre_policy}e"',
    'Header always set Cache-Control "%{centre_cache}e"',
    `Header always set ${unindexed.header} "${unindexed.value}" env=centre_unindexed`,
    ...Object.entries(contentTypes).map(([ending, type]) => `AddType "${type}" .${ending}`),
    "RemoveType .br .gz",
    "Header merge Vary Accept-Encoding",
    /* By length and date, a page that changed may be the one that a browser has: its content says. */
    "FileETag None",
    "<IfModule mod_version.c>",
    "<IfVersion >= 2.4.54>",
    "FileETag Digest",
    "</IfVersion>",
    "</IfModule>",
    "RequestHeader unset If-Modified-Since",
    "Header unset Last-Modified",
    "RewriteEngine On",
    "RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$",
    "RewriteRule ^ - [R=405,L]",
    ...withoutLeftBehind(),
    "RewriteCond %{ENV:REDIRECT_STATUS} ^$",
    `RewriteRule (?:^|/)\\.(?!well-known/)|\\.(?:br|gz)$|^(?:${hostConfiguration.map((path) => escapeRegExp(path.slice(1))).join("|")})$ - [R=404,L]`,
    ...redirects(groupRedirects(moved.slice(0, maxRedirects))),
    ...variant("br", "br"),
    ...variant("gzip", "gz"),
    "",
  ].join("\n");
