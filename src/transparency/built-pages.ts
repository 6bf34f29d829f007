import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ELEMENT_NODE, parse, TEXT_NODE, type Node } from "ultrahtml";
import { builtFiles } from "../hosting/built-files.ts";

interface BuiltElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  readonly text: string;
}

/** A page as it was built. */
export interface BuiltPage {
  /** Its address on the site. */
  readonly path: string;
  /** Its file, from the folder of the site. */
  readonly file: string;
  /** Its elements, in their order, but for those that wait in a template. */
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

/** Whether all that a page does is lead on to another. */
const leadsOn = ({ elements }: BuiltPage) =>
  elements.some(({ attributes }) => attributes["http-equiv"] === "refresh");

/**
 * The pages of the built site by address, but for those that only lead on to another.
 * @param folder where the site was built
 */
export const builtPages = (folder: string): BuiltPage[] =>
  builtFiles(folder, ".html")
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
      file,
      elements: elementsOf(readFileSync(join(folder, file), "utf8")),
    }))
    .filter((page) => !leadsOn(page))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
