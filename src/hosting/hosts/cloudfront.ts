import { securityHeaders } from "../headers.ts";
import type { HostedSite } from "../hosted-site.ts";

/** What CloudFront has fields of their own for. */
const ownFields = new Set([
  "Referrer-Policy",
  "Strict-Transport-Security",
  "X-Content-Type-Options",
  "X-Frame-Options",
]);

/**
 * A response headers policy for Amazon CloudFront, as `aws cloudfront
 * create-response-headers-policy --response-headers-policy-config` takes it. It has one
 * Content-Security-Policy for everything; each page's <meta> narrows it.
 */
export const cloudfrontPolicy = ({ anyPage }: HostedSite): string => {
  const [, age] = /max-age=(\d+)/.exec(securityHeaders["Strict-Transport-Security"]) ?? [];
  const others = Object.entries(securityHeaders).filter(([name]) => !ownFields.has(name));
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

/**
 * A function for CloudFront's viewer requests, since S3 knows no folders: /data/ is the file
 * /data/index.html, and /data leads to /data/. Several slashes at the beginning would lead to
 * another site. It is written in ECMAScript 5.1: of what came later, CloudFront takes a list of
 * pieces, and destructuring and spread are not on it.
 */
export const cloudfrontFunction =
  (): string => `// Written by the build, for viewer requests (cloudfront-js-2.0).
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.charAt(uri.length - 1) === "/") {
    request.uri = uri + "index.html";
    return request;
  }
  if (uri.indexOf(".", uri.lastIndexOf("/")) !== -1) return request;
  var query = [];
  for (var name in request.querystring) query.push(name + "=" + request.querystring[name].value);
  var search = query.length > 0 ? "?" + query.join("&") : "";
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: { location: { value: uri.replace(/^\\/+/, "/") + "/" + search } },
  };
}
`;
