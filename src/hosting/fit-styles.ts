import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { PurgeCSS } from "purgecss";

/** The stylesheet of the whole site, as the build puts it into every page. */
const stylesheet = /(?<=<style>)\/\*! tailwindcss.*?(?=<\/style>)/s;

/** The words of a text that stand between what tags and scripts put around them. */
const wordsOf = (text: string): Set<string> => new Set(text.split(/[\s"'`=<>]+/));

/** What a page is made of, without its styles and the words that a reader sees. */
const tagsOf = (html: string): string => (html.match(/<[a-z][^>]*>/g) ?? []).join("");

/**
 * Leaves out of a stylesheet what none of the words given can be meant by. Rules for attributes
 * stay, since scripts set these, and so do those for states.
 */
const fitted = async (css: string, words: readonly string[]): Promise<string> => {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: " ", extension: "html" }],
    css: [{ raw: css }],
    extractors: [{ extractor: () => [...words], extensions: ["html"] }],
    safelist: { greedy: [/^[:[]/] },
    variables: true,
  });
  const sheet = result?.css ?? css;
  return sheet.replace(/@property (--[\w-]+)\{[^}]*\}/g, (property, name: string) =>
    sheet.includes(`var(${name}`) ? property : "",
  );
};

/**
 * Cuts the stylesheet in each built page down to the rules that something on the page, or something
 * that one of its scripts makes, can be meant by: no reader waits for the styles of other pages.
 * Pages that are made of the same things have the same styles.
 */
export const fitStyles = (): AstroIntegration => ({
  name: "fit-styles",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const scripts = new Map<string, string>();
      const sheets = new Map<string, string>();

      const scriptsOf = async (html: string) => {
        const names = [...html.matchAll(/<script[^>]* src="?\/([^"\s>]+)/g)];
        const texts = names.map(async ([, name = ""]) => {
          const text = scripts.get(name) ?? (await readFile(join(folder, name), "utf8"));
          scripts.set(name, text);
          return text;
        });
        return (await Promise.all(texts)).join(" ");
      };

      for await (const name of glob("**/*.html", { cwd: folder })) {
        const path = join(folder, name);
        const html = await readFile(path, "utf8");
        const [css] = stylesheet.exec(html) ?? [];
        if (css === undefined) continue;
        const selectable = css.replaceAll("\\", "");
        const words = [...wordsOf(`${tagsOf(html)} ${await scriptsOf(html)}`)]
          .filter((word) => selectable.includes(word))
          .sort();
        const key = `${words.join(" ")}\n${css}`;
        const sheet = sheets.get(key) ?? (await fitted(css, words));
        sheets.set(key, sheet);
        const fitting = html.replace(stylesheet, () => sheet);
        /* One style needs one hash in the page's security policy. */
        await writeFile(path, fitting.replace("</style><style>", ""));
      }
    },
  },
});
