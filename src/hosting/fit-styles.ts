import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";

/** The stylesheet of the whole site, as the build puts it into every page. */
const stylesheet = /(?<=<style>)\/\*! tailwindcss.*?(?=<\/style>)/s;

/** The words of a text that stand between what tags and scripts put around them. */
const wordsIn = (text: string): string[] => text.split(/[\s"'`=<>]+/);

/**
 * Tells of a word whether a selector in a stylesheet can mean it: a plain one is one of its names,
 * such as `p` or `text-sm`, any other, such as `lg:block`, stands in it.
 */
const wordsOfSelectors = (css: string): ((word: string) => boolean) => {
  const selectors = css.replaceAll("\\", "");
  const names = new Set(selectors.split(/[^\w-]+/));
  const told = new Map<string, boolean>();
  return (word) => {
    const answer =
      told.get(word) ?? (/^[\w-]*$/.test(word) ? names.has(word) : selectors.includes(word));
    told.set(word, answer);
    return answer;
  };
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
 * Cuts the stylesheet in a built page down to the rules that something on the page, or something
 * that one of its scripts makes, can be meant by: no reader waits for the styles of other pages.
 * Pages that are made of the same things have the same styles.
 * @param folder where the site was built
 * @returns what does that to a page, which takes and gives its HTML
 */
export const stylesFitter = (folder: string): ((html: string) => Promise<string>) => {
  const tests = new Map<string, (word: string) => boolean>();
  const sheets = new Map<string, string>();
  const scripts = new Map<string, readonly string[]>();

  const wordsOfScripts = (html: string) =>
    [...html.matchAll(/<script[^>]* src="?\/([^"\s>]+)/g)].flatMap(([, name = ""]) => {
      const words = scripts.get(name) ?? wordsIn(readFileSync(join(folder, name), "utf8"));
      scripts.set(name, words);
      return words;
    });

  return async (html) => {
    const [css] = stylesheet.exec(html) ?? [];
    if (css === undefined) return html;
    const isWanted = tests.get(css) ?? wordsOfSelectors(css);
    tests.set(css, isWanted);
    const words = [...new Set([...wordsIn(tagsOf(html)), ...wordsOfScripts(html)])]
      .filter(isWanted)
      .sort();
    const key = `${words.join(" ")}\n${css}`;
    const sheet = sheets.get(key) ?? (await fitted(css, words));
    sheets.set(key, sheet);
    /* One style needs one hash in the page's security policy. */
    return html.replace(stylesheet, () => sheet).replace("</style><style>", "");
  };
};
