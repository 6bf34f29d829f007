import { createHash } from "node:crypto";

/*
 * Content Security Policies (CSP level 3). There are three, since a second policy can only narrow:
 *
 * - of a page: exactly what the page contains, its inline code by hash. It is in the page's <meta>,
 *   and in the header where the host can send each page its own.
 * - of any page: the narrowest that fits every page, for hosts with one policy for all. Scripts are
 *   named by hash here too, since they are few; styles differ from page to page, and are left to the
 *   <meta>.
 * - of the rest: files, redirects and errors, which need nothing at all.
 */

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of a page's inline scripts or styles, each once. Data blocks (JSON-LD) are not scripts. */
const inlineHashes = (html: string, tag: "script" | "style") => [
  ...new Set(
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, text]) =>
      hash(text ?? ""),
    ),
  ),
];

/** Whether a page has the search: only then may it fetch anything and run the search engine. */
const hasSearch = (html: string) => html.includes("<search-panel");

/** What a page has that a policy must allow: inline code, by hash, and the search. */
export interface Needs {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly search: boolean;
}

/** What the policy of a page must allow. */
export const needsOf = (html: string): Needs => ({
  scripts: inlineHashes(html, "script"),
  styles: inlineHashes(html, "style"),
  search: hasSearch(html),
});

/** The policy in the <meta> of a page: no inline code except what it was built with. */
export const pagePolicy = ({ scripts, styles, search }: Needs): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...(search ? ["'wasm-unsafe-eval'"] : []), ...scripts].join(" "),
    `style-src ${styles.join(" ") || "'none'"}`,
    "img-src 'self'",
    `connect-src ${search ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/** The narrowest policy that fits all of these pages without naming their styles. */
export const anyPagePolicy = (pages: readonly Needs[]): string =>
  pagePolicy({
    scripts: [...new Set(pages.flatMap(({ scripts }) => scripts))].sort(),
    styles: ["'unsafe-inline'"],
    search: pages.some(({ search }) => search),
  });

/** The policy of everything that is not a page. */
export const restPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * A policy as a header: adds what browsers ignore in a <meta>. Insecure requests are not upgraded:
 * pages only request their own origin, and WebKit would break them where that is served without TLS,
 * as by `npm start`.
 */
export const asHeader = (policy: string): string => `${policy}; frame-ancestors 'none'`;
