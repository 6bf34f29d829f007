import { createHash } from "node:crypto";

/*
 * Content Security Policies (CSP level 3), three of them, since policies can only be narrowed:
 *
 * - of a page: exactly what the page holds, its inline code by hash. It stands in the page's
 *   <meta>, and in the header wherever a host can send a header of its own for each of so many pages.
 * - of any page: the narrowest that fits every page, for hosts with one policy for all. Scripts are
 *   named by hash here too, since they are few; styles differ from page to page, so they are left
 *   to the <meta>.
 * - of the rest: files, redirects and errors, which need nothing at all.
 */

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of what stands inline in a page, each once. Data blocks (JSON-LD) are not scripts. */
const inlined = (html: string, tag: "script" | "style") => [
  ...new Set(
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, text]) =>
      hash(text ?? ""),
    ),
  ),
];

/** Whether a page carries the search: only then may it fetch anything, or run the search's engine. */
const searches = (html: string) => html.includes("<search-panel");

interface Needs {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly search: boolean;
}

const policy = ({ scripts, styles, search }: Needs): string =>
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

/** The policy of one page, as its <meta> carries it: no inline code but what it was built with. */
export const pagePolicy = (html: string): string =>
  policy({
    scripts: inlined(html, "script"),
    styles: inlined(html, "style"),
    search: searches(html),
  });

/** The narrowest policy that fits all of these pages without naming their styles. */
export const anyPagePolicy = (pages: readonly string[]): string =>
  policy({
    scripts: [...new Set(pages.flatMap((html) => inlined(html, "script")))].sort(),
    styles: ["'unsafe-inline'"],
    search: pages.some(searches),
  });

/** The policy of everything that is no page. */
export const restPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * A policy as a header: with what browsers ignore in a <meta>. Insecure requests need no upgrade:
 * pages ask their own origin alone, and WebKit would break them where that speaks plain HTTP, as
 * `npm start` does.
 */
export const asHeader = (policy: string): string => `${policy}; frame-ancestors 'none'`;
