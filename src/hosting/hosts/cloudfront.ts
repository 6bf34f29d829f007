import { revalidated, securityHeaders } from "../headers.ts";
import { leftBehind, pathWithLeftBehind } from "../../centre/addresses.ts";
import type { HostedSite } from "../hosted-site.ts";
import { groupRedirects } from "../moved.ts";

/** The headers for which CloudFront has dedicated fields. */
const dedicatedFields = new Set([
  "Referrer-Policy",
  "Strict-Transport-Security",
  "X-Content-Type-Options",
  "X-Frame-Options",
]);

/**
 * A response headers policy for Amazon CloudFront, as JSON for `aws cloudfront
 * create-response-headers-policy --response-headers-policy-config`. It has one
 * Content-Security-Policy for everything; each page's <meta> narrows it.
 */
export const cloudfrontPolicy = ({ anyPage }: HostedSite): string => {
  const [, age] = /max-age=(\d+)/.exec(securityHeaders["Strict-Transport-Security"]) ?? [];
  const others = Object.entries(securityHeaders).filter(([name]) => !dedicatedFields.has(name));
  return `${JSON.stringify(
    {
      Name: "privacy-trust-centre",
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: anyPage },
        ContentTypeOptions: { Override: true },
        FrameOptions: { Override: true, FrameOption: securityHeaders["X-Frame-Options"] },
        ReferrerPolicy: { Override: true, ReferrerPolicy: securityHeaders["Referrer-Policy"] },
        StrictTransportSecurity: {
          Override: true,
          AccessControlMaxAgeSec: Number(age),
          IncludeSubdomains: true,
        },
      },
      CustomHeadersConfig: {
        Quantity: others.length,
        Items: others.map(([Header, Value]) => ({ Header, Value, Override: true })),
      },
      RemoveHeadersConfig: { Quantity: 1, Items: [{ Header: "Server" }] },
    },
    undefined,
    2,
  )}\n`;
};

/** The maximum size of a function in bytes (CloudFront's quotas say 10 kB). */
const maxBytes = 10_000;

/** A pattern for one of these characters, in ASCII. */
const anyOf = (characters: string) =>
  `[${characters.replaceAll(/./gs, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`)}]`;

/** Matches a path that ends in what was left behind a page's, as a literal. */
const behind = `/${pathWithLeftBehind(anyOf(leftBehind)).replaceAll("/", "\\/")}/`;

const functionWith = (
  groups: readonly string[],
): string => `// Written by the build, for viewer requests (cloudfront-js-2.0).
// What moved: the folder, where to, which part of that page (* for the name), the names.
var moved = [${groups.join(",")}
];
function search(querystring) {
  var pairs = [];
  for (var name in querystring) {
    var all = querystring[name].multiValue || [querystring[name]];
    for (var i = 0; i < all.length; i++) pairs.push(name + "=" + all[i].value);
  }
  return pairs.length > 0 ? "?" + pairs.join("&") : "";
}
function redirect(path, part, request) {
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: {
      location: { value: path + search(request.querystring) + part },
      "cache-control": { value: "${revalidated}" },
    },
  };
}
function decoded(uri) {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    return uri;
  }
}
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  // What a mail program left behind the address of a page.
  var page = ${behind}.exec(decoded(uri));
  if (page) return redirect(page[1] + "/", "", request);
  if (uri.charAt(uri.length - 1) === "/") {
    for (var i = 0; i < moved.length; i++) {
      var name = uri.slice(moved[i][0].length, -1);
      if (uri.indexOf(moved[i][0]) === 0 && (" " + moved[i][3] + " ").indexOf(" " + name + " ") !== -1)
        return redirect(moved[i][1], moved[i][2].replace("*", name), request);
    }
    request.uri = uri + "index.html";
    return request;
  }
  if (uri.indexOf(".", uri.lastIndexOf("/")) !== -1) return request;
  return redirect(uri.replace(/^\\/+/, "/") + "/", "", request);
}
`;

/**
 * A function for CloudFront's viewer requests, since S3 knows no folders: /data/ is the file
 * /data/index.html, /data redirects to /data/, and what moved to its new address. Repeated slashes at
 * the beginning are removed, since they would lead to another site. The function is in ECMAScript
 * 5.1: CloudFront supports only some later features, and not destructuring or spread. It contains as
 * many redirects as fit; for the rest, the redirect pages do the work.
 */
export const cloudfrontFunction = ({ moved }: HostedSite): string => {
  const fitting: string[] = [];
  for (const { folder, path, fragment, names } of groupRedirects(moved)) {
    const group = `\n  ${JSON.stringify([folder, path, fragment, names.join(" ")])}`;
    const extended = functionWith([...fitting, group]);
    if (Buffer.byteLength(extended) <= maxBytes) fitting.push(group);
  }
  return functionWith(fitting);
};
