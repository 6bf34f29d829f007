import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { PurgeCSS } from "purgecss";

/** The stylesheet of the whole site, as the build puts it into every page. */
const stylesheet = /(?<=<style>)\/\*! tailwindcss.*?(?=<\/style>)/s;

/** The words of a text that stand between what tags and scripts put around them. */
const wordsIn = (text: string): string[] => text.split(/[\s"'`=<>]+/);

const known = new Map<string, (word: string) => boolean>();

/** Tells of a word whether something in a stylesheet can be meant by it. */
const wordsOfSelectors = (css: string) => {
  const before = known.get(css);
  if (before) return before;
  const selectors = css.replaceAll("\\", "");
  const told = new Map<string, boolean>();
  const isSelector = (word: string) => {
    const answer = told.get(word) ?? selectors.includes(word);
    told.set(word, answer);
    return answer;
  };
  known.set(css, isSelector);
  return isSelector;
};

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
      const sheets = new Map<string, string>();
      const scripts = new Map<string, readonly string[]>();

      const wordsOfScripts = async (html: string) => {
        const words: string[] = [];
        for (const [, name = ""] of html.matchAll(/<script[^>]* src="?\/([^"\s>]+)/g)) {
          const held = scripts.get(name) ?? wordsIn(await readFile(join(folder, name), "utf8"));
          scripts.set(name, held);
          words.push(...held);
        }
        return words;
      };

      for await (const name of glob("**/*.html", { cwd: folder })) {
        const path = join(folder, name);
        const html = await readFile(path, "utf8");
        const [css] = stylesheet.exec(html) ?? [];
        if (css === undefined) continue;
        const all = new Set([...wordsIn(tagsOf(html)), ...(await wordsOfScripts(html))]);
        const words = [...all].filter(wordsOfSelectors(css)).sort();
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
