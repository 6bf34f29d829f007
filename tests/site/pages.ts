import { siteFolder } from "../../src/environment.ts";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ELEMENT_NODE, parse, TEXT_NODE, walkSync, type ElementNode, type Node } from "ultrahtml";

/** Where the build is. */
export const dist = siteFolder;

export interface BuiltPage {
  /** Its address on the site. */
  readonly path: string;
  /** The file it was built into, from the project's folder. */
  readonly file: string;
  readonly html: string;
}

/** Everything that was built as HTML, by address. */
export const documents: readonly BuiltPage[] = globSync("**/*.html", {
  cwd: dist,
  exclude: ["pagefind"],
})
  .sort()
  .map((name) => ({
    path: `/${name.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`,
    file: join(dist, name),
    html: readFileSync(join(dist, name), "utf8"),
  }));
if (documents.length === 0)
  throw new Error(`there is no built site in ${dist}: run \`npm run build\` first`);

/** Every page of the built site, without the addresses that only lead on to where a page is now. */
export const pages = documents.filter(({ html }) => !html.includes('http-equiv="refresh"'));

/** The page that stands in for addresses that lead nowhere. */
export const notFound = "/404.html";

/** Pages that only repeat others or have no content of their own: search engines leave them out. */
export const unlisted: readonly string[] = [
  ...[notFound, "/everything/", "/search/", "/draft/"],
  ...pages.map(({ path }) => path).filter((path) => path.startsWith("/versions/")),
];

/** Whether a page shows another as it stood, with a citation that a script copies. */
const isVersion = ({ html }: BuiltPage): boolean => html.includes("<copy-citation");

/** Pages that are there to be used rather than read; they run a script of their own. */
export const interactive: readonly string[] = [
  ...["/request/", "/search/", "/changes/"],
  ...pages.filter(isVersion).map(({ path }) => path),
];

/** The longest of some pages, or none where there is none. */
const longest = (some: readonly BuiltPage[]): readonly BuiltPage[] =>
  some.toSorted((one, other) => other.html.length - one.html.length).slice(0, 1);

const hasTable = ({ html }: BuiltPage): boolean => html.includes("<table");

/** Lists of the versions of a page, or of what was in force on a day. */
const isVersionList = (page: BuiltPage): boolean =>
  page.path.startsWith("/versions/") && !isVersion(page);

/**
 * The pages whose looks differ: of the many that one template makes of what was published, the longest
 * stand for all, one with a table and one without.
 */
export const differing: readonly BuiltPage[] = [
  ...pages.filter((page) => !page.path.startsWith("/versions/")),
  ...[isVersion, isVersionList].flatMap((is) => [
    ...longest(pages.filter((page) => is(page) && hasTable(page))),
    ...longest(pages.filter((page) => is(page) && !hasTable(page))),
  ]),
];

/** Whether anything still awaits confirmation: only then there is a page that lists it. */
export const isDraft: boolean = pages.some(({ path }) => path === "/draft/");

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as a reader sees it, with the character references that the build writes resolved. */
export const decode = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex as string, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name as string] ?? all;
  });

const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  readonly text: string;
  /** Whether it stands in a template, where it does nothing. */
  readonly inert: boolean;
}

/** Every element of a page, in the order of the page, with its attributes decoded. */
export const elements = ({ html }: BuiltPage): readonly Element[] => {
  const inTemplate = (node: Node | undefined): boolean =>
    node !== undefined &&
    ((isElement(node) && node.name === "template") || inTemplate(node.parent));
  const found: Element[] = [];
  walkSync(parse(html) as Node, (node) => {
    if (!isElement(node)) return;
    found.push({
      name: node.name,
      attributes: Object.fromEntries(
        Object.entries(node.attributes).map(([name, value]) => [name, decode(value)]),
      ),
      text: node.children.map((child) => (child.type === TEXT_NODE ? child.value : "")).join(""),
      inert: inTemplate(node.parent),
    });
  });
  return found;
};

const inText = new Set(
  "a abbr b bdi cite code em i mark small span strong sup sub time wbr".split(" "),
);

/**
 * The words of a page's body. What stands in a line stays in a line; anything else begins a new
 * one. Templates count: their words are shown once they are needed.
 */
export const wordsOf = ({ html }: BuiltPage): string => {
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === TEXT_NODE) parts.push(node.value);
    if (isElement(node) && ["head", "script", "style"].includes(node.name)) return;
    const gap = isElement(node) && !inText.has(node.name) ? "\n" : "";
    parts.push(gap);
    if ("children" in node) for (const child of node.children as Node[]) visit(child);
    parts.push(gap);
  };
  visit(parse(html) as Node);
  return decode(parts.join(""));
};
