import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { AstroIntegration } from "astro";

/** The tag in the document shell that the policy is written into. */
const slot = '<meta http-equiv="Content-Security-Policy" content="">';

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of what stands inline in a page, each once. Data blocks (JSON-LD) are not scripts. */
const inlined = (html: string, tag: "script" | "style") => [
  ...new Set(
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, text]) =>
      hash(text ?? ""),
    ),
  ),
];

/**
 * The Content Security Policy (CSP level 3) of one page: nothing from anywhere but this site, no
 * inline code or style but what the page was built with, no markup made from strings. Only pages
 * that carry the search may fetch anything, or run its engine.
 */
const policyOf = (html: string): string => {
  const searches = html.includes("<search-panel");
  return [
    "default-src 'none'",
    [
      "script-src 'self'",
      ...(searches ? ["'wasm-unsafe-eval'"] : []),
      ...inlined(html, "script"),
    ].join(" "),
    `style-src ${inlined(html, "style").join(" ") || "'none'"}`,
    "img-src 'self'",
    `connect-src ${searches ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
};

/**
 * Writes into every built page the policy that fits exactly what it holds.
 * @throws where a page has no place for its policy.
 */
export const sealPages = (): AstroIntegration => ({
  name: "seal-pages",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for await (const name of glob("**/*.html", { cwd: folder })) {
        const path = join(folder, name);
        const html = await readFile(path, "utf8");
        if (!html.includes(slot)) throw new Error(`${name} has no place for its security policy`);
        await writeFile(
          path,
          html.replace(slot, () => slot.replace('""', `"${policyOf(html)}"`)),
        );
      }
    },
  },
});
