import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ELEMENT_NODE, parse, TEXT_NODE, type Node } from "ultrahtml";
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
  /** Its elements in document order, without the content of templates. */
  readonly elements: readonly BuiltElement[];
}

const elementsOf = (html: string): BuiltElement[] => {
  const found: BuiltElement[] = [];
  const visit = (node: Node) => {
    if (node.type === ELEMENT_NODE) {
      if (node.name === "template") return;
      const text = node.children.map((child) => (child.type === TEXT_NODE ? child.value : ""));
      found.push({ name: node.name, attributes: node.attributes, text: text.join("") });
    }
    if ("children" in node) for (const child of node.children as Node[]) visit(child);
  };
  visit(parse(html) as Node);
  return found;
};

/**
 * The pages of the built site, sorted by address, without redirects.
 * @param folder of the built site
 */
export const builtPages = (folder: string): BuiltPage[] =>
  builtFiles(folder, ".html")
    .map((file) => ({ file, html: readFileSync(join(folder, file), "utf8") }))
    .filter(({ html }) => !isRedirect(html))
    .map(({ file, html }) => ({
      path: `/${pathOfBuilt(file)}`,
      file,
      elements: elementsOf(html),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
