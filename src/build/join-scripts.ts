import { minify } from "vite";

/** Inline scripts that stand next to one another. */
const neighbors = /(?:<script>(?:(?!<\/script>)[^])*<\/script>\s*)+/g;

const texts = (html: string) =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = ""]) => text);

/** Scripts by what they were before; most pages have the same. */
const short = new Map<string, Promise<string>>();

/** A script in fewer bytes. @throws if it is none */
const shortened = async (script: string): Promise<string> => {
  const { code, errors } = await minify("inline.js", script);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return code.trim();
};

/**
 * Makes one of inline scripts that stand next to one another in a page, in as few bytes as can be,
 * and with one hash for them in the policy.
 * @throws if one of them is no script
 */
export const scriptsJoined = async (html: string): Promise<string> => {
  let joined = html;
  for (const [scripts] of html.matchAll(neighbors)) {
    const script = texts(scripts).join("\n");
    const text = short.get(script) ?? shortened(script);
    short.set(script, text);
    const code = await text;
    joined = joined.replace(scripts, () => `<script>${code}</script>`);
  }
  return joined;
};
