import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ELEMENT_NODE, parse, TEXT_NODE, type ElementNode, type Node } from "ultrahtml";
import { pathOfBuilt } from "../centre/addresses.ts";
import { builtFiles } from "../hosting/built-files.ts";
import { isRedirect } from "../hosting/moved.ts";

interface BuiltElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it, without that of its children. */
  readonly text: string;
}

/** A page as it was built. */
export interface BuiltPage {
  /** The path of its address. */
  readonly path: string;
  /** The path of its file, relative to the folder of the site. */
  readonly file: string;
  /**
   * Its elements that load, send, run or declare something, in document order, without the content
   * of templates.
   */
  readonly elements: readonly BuiltElement[];
}

/** Elements that say or do something by their name alone. */
const telling = new Set(["dialog", "meta", "script", "search-panel", "style"]);

/** Attributes by which an element can load or send something. */
const loading = ["action", "data", "href", "poster", "src", "srcset"];

/** Whether an element can load, send, run or declare anything; words and links among them cannot. */
const isTelling = ({ name, attributes }: ElementNode) =>
  telling.has(name) || (name !== "a" && loading.some((attribute) => attribute in attributes));

/**
 * What of a page is read: elements of that kind, without what stands around them. The tags of built
 * pages end at their first ">".
 */
const toRead = new RegExp(
  `<(script|style|template)\\b.*?</\\1>|<(?:${[...telling].join("|")})\\b[^>]*>|<(?!a\\b)[a-z][^>]*\\s(?:${loading.join("|")})\\b[^>]*>`,
  "gis",
);

const elementsOf = (html: string): BuiltElement[] => {
  const found: BuiltElement[] = [];
  const visit = (node: Node) => {
    if (node.type === ELEMENT_NODE) {
      if (node.name === "template") return;
      if (isTelling(node)) {
        const text = node.children.map((child) => (child.type === TEXT_NODE ? child.value : ""));
        found.push({ name: node.name, attributes: node.attributes, text: text.join("") });
      }
    }
    if ("children" in node) for (const child of node.children as Node[]) visit(child);
  };
  visit(parse((html.match(toRead) ?? []).join("")) as Node);
  return found;
};

/**
 * The pages of the built site, sorted by address, without redirects.
 * @param folder of the built site
 */
export const builtPages = (folder: string): BuiltPage[] =>
  builtFiles(folder, ".html")
    .flatMap((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      return isRedirect(html)
        ? []
        : [{ path: `/${pathOfBuilt(file)}`, file, elements: elementsOf(html) }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
