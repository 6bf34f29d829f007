import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";

/** The links to stylesheets of the whole site, as the build puts them into every page. */
const links = /<link rel="stylesheet" href="\/([^"]+)">/g;

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
 * stay, since scripts set these, and so do those for states, but for what is not, and for elements
 * that are defined: these name an element that a page has or lacks.
 */
const fitted = async (css: string, words: readonly string[]): Promise<string> => {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: " ", extension: "html" }],
    css: [{ raw: css }],
    extractors: [{ extractor: () => [...words], extensions: ["html"] }],
    safelist: { greedy: [/^(?:\[|:(?!not\b|defined\b))/] },
    variables: true,
  });
  const sheet = result?.css ?? css;
  return sheet.replace(/@property (--[\w-]+)\{[^}]*\}/g, (property, name: string) =>
    sheet.includes(`var(${name}`) ? property : "",
  );
};

/** What is made once for each key. */
const eachOnce = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  const made = new Map<string, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
};

/** Cuts stylesheets for pages. */
interface StylesFitter {
  /** Takes and gives the HTML of a page. */
  readonly fit: (html: string) => Promise<string>;
  /** The files of the stylesheets that were cut so far, from the site's folder. */
  readonly sheets: ReadonlySet<string>;
}

/**
 * Puts into a built page, in place of its link to a stylesheet, those of its rules that something
 * on the page, or something that one of its scripts makes, can be meant by: no reader waits for the
 * styles of other pages. Pages that are made of the same things have the same styles.
 * @param folder where the site was built
 */
export const stylesFitter = (folder: string): StylesFitter => {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const sheets = new Set<string>();
  const sheetOf = eachOnce((name) => {
    sheets.add(name);
    const css = read(name);
    const isWanted = wordsOfSelectors(css);
    return {
      wantedOf: (html: string) => wordsIn(tagsOf(html)).filter(isWanted),
      wantedOfScript: eachOnce((script) => wordsIn(read(script)).filter(isWanted)),
      cutFor: eachOnce((words) => fitted(css, words.split(" "))),
    };
  });
  return {
    sheets,
    fit: async (html) => {
      const scripts = [...html.matchAll(/<script[^>]* src="?\/([^"\s>]+)/g)];
      let page = html;
      for (const [link, name = ""] of html.matchAll(links)) {
        const sheet = sheetOf(name);
        const ofScripts = scripts.flatMap(([, script = ""]) => sheet.wantedOfScript(script));
        const words = [...new Set([...sheet.wantedOf(html), ...ofScripts])].sort();
        const cut = await sheet.cutFor(words.join(" "));
        page = page.replace(link, () => `<style>${cut}</style>`);
      }
      /* One style needs one hash in the page's security policy. */
      return page.replaceAll("</style><style>", "");
    },
  };
};
