import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { ELEMENT_NODE, parse, TEXT_NODE, type ElementNode, type Node } from "ultrahtml";
import { decode, type BuiltPage } from "./pages.ts";

/** The content of a page: its texts, each in its block or cell, in order, and where its links lead. */
export interface Content {
  readonly texts: readonly string[];
  readonly links: readonly string[];
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

const childrenOf = (node: Node): Node[] => ("children" in node ? (node.children as Node[]) : []);

const hasClass = ({ attributes }: ElementNode, name: string) =>
  (attributes["class"] ?? "").split(/\s+/).includes(name);

/** Whether an element is there to lead around, to be worked with, or to be looked at. */
const isFurniture = (element: ElementNode): boolean =>
  "figure noscript request-builder script style svg template".split(" ").includes(element.name) ||
  (!hasClass(element, "ways-in") &&
    (element.name === "nav" || (element.name !== "span" && hasClass(element, "no-print")))) ||
  hasClass(element, "print-only") ||
  "hidden" in element.attributes ||
  element.attributes["aria-hidden"] === "true";

const inText = new Set(
  "a abbr b bdi cite code em i kbd mark small span strong sub sup time wbr".split(" "),
);

/** The text of an element in one piece. */
const textWithin = (node: Node): string => {
  if (node.type === TEXT_NODE) return node.value;
  return isElement(node) && isFurniture(node) ? "" : childrenOf(node).map(textWithin).join("");
};

const within = (node: Node, name: string): ElementNode[] =>
  childrenOf(node).flatMap((child) => [
    ...(isElement(child) && child.name === name ? [child] : []),
    ...within(child, name),
  ]);

/** The content of the `<main>` of a built page. */
export const contentOfPage = ({ html, path }: Pick<BuiltPage, "html" | "path">): Content => {
  const texts: string[] = [];
  const links: string[] = [];
  let text = "";
  const end = () => {
    if (plain(text) !== "") texts.push(plain(decode(text)));
    text = "";
  };
  const visit = (node: Node, inCell: boolean): void => {
    if (node.type === TEXT_NODE) text += node.value;
    if (!isElement(node) || isFurniture(node)) return;
    const { name, attributes } = node;
    if (name === "a") links.push(decode(attributes["href"] ?? "").replace(/^#/, `${path}#`));
    /* What a cell holds beside its text is in parentheses, and small print behind a dash. */
    if (inCell && name === "ul") {
      const label = attributes["aria-label"];
      const items = within(node, "li").map((item) => plain(textWithin(item)));
      text += ` (${label === undefined ? "" : `${label}: `}${items.join("; ")})`;
      return;
    }
    if (name === "span" && hasClass(node, "block")) text = `${text.trimEnd()} – `;
    const isBlock = !inText.has(name);
    if (isBlock) end();
    for (const child of node.children) visit(child, inCell || name === "td" || name === "th");
    if (isBlock) end();
  };
  const [main] = within(parse(html) as Node, "main");
  for (const child of main ? childrenOf(main) : []) visit(child, false);
  end();
  return { texts, links };
};

const words = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(words).join("") : "";

const ownText = new Set(["code", "heading", "paragraph", "tableCell"]);

const nodesIn = (node: Nodes): Nodes[] => [
  node,
  ...("children" in node ? node.children.flatMap(nodesIn) : []),
];

/** The content of a Markdown text. */
export const contentOfMarkdown = (markdown: string): Content => {
  const nodes = nodesIn(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  );
  return {
    texts: nodes
      .filter(({ type }) => ownText.has(type))
      .map((node) => plain(words(node)))
      .filter((text) => text !== ""),
    links: nodes.flatMap((node) => (node.type === "link" ? [node.url] : [])),
  };
};

const sentences = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(/(?<=[.!?]["”“’)]?)\s+(?=\p{Lu}|["“„(])/u));

/** What one has and the other has not, in order and as often. */
const missing = (all: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
};

/**
 * The sentences, cells and links that one of two contents has and the other has not; where both have
 * the same, the first that stands elsewhere.
 */
export const differences = (one: Content, other: Content): string[] =>
  (["texts", "links"] as const).flatMap((kind) => {
    const [first, second] = [one, other].map((content) =>
      kind === "texts" ? sentences(content.texts) : [...content.links],
    ) as [string[], string[]];
    const found = [
      ...missing(first, second).map((text) => `only in the first: ${text}`),
      ...missing(second, first).map((text) => `only in the second: ${text}`),
    ];
    const moved = first.find((text, at) => text !== second[at]);
    return found.length === 0 && moved !== undefined ? [`elsewhere: ${moved}`] : found;
  });
