import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";
import { memoized } from "./memoized.ts";

/** The links to the site's stylesheets, as Astro writes them into every page. */
const stylesheetLinks = /<link rel="stylesheet" href="\/([^"]+)">/g;

/** The words of HTML or script, split at white space, quotes and the signs of tags. */
const wordsIn = (text: string): string[] => text.replaceAll("&amp;", "&").split(/[\s"'`=<>]+/);

/** The names in the selectors of a stylesheet: whole, such as `lg:block`, and in their parts. */
const namesIn = (css: string): ReadonlySet<string> => {
  const classes = [...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) => name);
  return new Set(
    [...classes, css].flatMap((text) => [text.replaceAll("\\", ""), ...text.split(/[^\w-]+/)]),
  );
};

/** What is in templates. A script that waits there brings the styles of what it makes with it. */
const templates = /<template>.*?<\/template>/gs;

/** The opening tags of a page, each once, without its styles and its text. */
const tagsOf = (html: string): string => [...new Set(html.match(/<[a-z][^>]*>/g))].join("");

/** Tailwind's own values of the properties that it registers, for browsers that register none. */
const registered = /@layer properties\{@supports[^{]*\{[^{}]*\{([^}]*)\}\}\}/;

/** Writes the values of registered properties that no rule sets where they are used. */
const withConstants = (css: string): string => {
  const [fallback = "", values = ""] = registered.exec(css) ?? [];
  const rules = css.replace(fallback, "");
  const declarations = values.split(";").map((declaration) => declaration.split(":"));
  const constants = declarations.filter(([name = ""]) => !rules.includes(`${name}:`));
  const kept = constants.length < declarations.length ? fallback : "";
  return constants.reduce(
    (sheet, [name = "", value = ""]) => sheet.replaceAll(`var(${name})`, value),
    kept + rules,
  );
};

/**
 * Removes from a stylesheet the rules that match none of the given words. Attributes count as there,
 * since scripts set them, and so do pseudo-classes, except `:not` and `:defined`, which name an element
 * that the page either has or lacks.
 */
const purged = async (css: string, words: readonly string[]): Promise<string> => {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: " ", extension: "html" }],
    css: [{ raw: css }],
    extractors: [{ extractor: () => [...words], extensions: ["html"] }],
    dynamicAttributes: [...css.matchAll(/\[([\w-]+)/g)].flatMap(([, name]) => name ?? []),
    safelist: [/^:(?!not\b|defined\b)/],
    variables: true,
  });
  /* The page about this site names the licenses of what reaches visitors. */
  const sheet = withConstants(result?.css ?? css).replaceAll(/\/\*![^*]*\*\//g, "");
  return sheet.replace(/@property (--[\w-]+)\{[^}]*\}/g, (property, name: string) =>
    sheet.includes(`var(${name}`) ? property : "",
  );
};

/** Reduces stylesheets to what each page uses. */
interface StylesFitter {
  /** Takes the HTML of a page and returns it with its styles inline. */
  readonly fit: (html: string) => Promise<string>;
  /** The stylesheets that were inlined so far, relative to the site's folder. */
  readonly sheets: ReadonlySet<string>;
}

/**
 * Replaces the stylesheet link of a built page with the rules that apply to the page or to what its
 * scripts create, so that no visitor waits for the styles of other pages. Pages with the same
 * elements and classes get the same styles.
 * @param folder of the built site
 */
export const stylesFitter = (folder: string): StylesFitter => {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const sheets = new Set<string>();
  const sheetOf = memoized((name) => {
    sheets.add(name);
    const css = read(name);
    const names = namesIn(css);
    const isUsed = (word: string) => names.has(word);
    return {
      wordsOfPage: (html: string) => wordsIn(tagsOf(html)).filter(isUsed),
      wordsOfScript: memoized((script) => wordsIn(read(script)).filter(isUsed)),
      rulesFor: memoized((words) => purged(css, words.split(" "))),
    };
  });
  return {
    sheets,
    fit: async (html) => {
      const scripts = [
        ...html.replaceAll(templates, "").matchAll(/<script[^>]* src="?\/([^"\s>]+)/g),
      ];
      let page = html;
      for (const [link, name = ""] of html.matchAll(stylesheetLinks)) {
        const sheet = sheetOf(name);
        const ofScripts = scripts.flatMap(([, script = ""]) => sheet.wordsOfScript(script));
        const words = [...new Set([...sheet.wordsOfPage(html), ...ofScripts])].sort();
        const rules = await sheet.rulesFor(words.join(" "));
        page = page.replace(link, () => `<style>${rules}</style>`);
      }
      /* A single style element needs a single hash in the page's security policy. */
      return page.replaceAll("</style><style>", "");
    },
  };
};
