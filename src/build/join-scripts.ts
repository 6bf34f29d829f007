import { minify } from "vite";
import { memoized } from "./memoized.ts";

/** Inline scripts that stand next to one another. */
const neighbors = /(?:<script>(?:(?!<\/script>)[^])*<\/script>\s*)+/g;

const texts = (html: string) =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = ""]) => text);

/** A script in fewer bytes; most pages have the same. @throws if it is none */
const shortened = memoized(async (script: string): Promise<string> => {
  const { code, errors } = await minify("inline.js", script);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return code.trim();
});

/**
 * Makes one of inline scripts that stand next to one another in a page, in as few bytes as can be,
 * and with one hash for them in the policy.
 * @throws if one of them is no script
 */
export const scriptsJoined = async (html: string): Promise<string> => {
  let joined = html;
  for (const [scripts] of html.matchAll(neighbors)) {
    const code = await shortened(texts(scripts).join("\n"));
    joined = joined.replace(scripts, () => `<script>${code}</script>`);
  }
  return joined;
};
