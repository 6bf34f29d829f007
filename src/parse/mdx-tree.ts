import type { Nodes, Parents } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Body } from "./mdx.ts";

/** A node of a body's tree, with its ancestors from the outermost to the innermost. */
export interface TreePart {
  readonly node: Nodes;
  readonly within: readonly Parents[];
  /** Where it starts and ends in the body's text. */
  readonly start: number;
  readonly end: number;
}

/** Every node of a body, from top to bottom. A node without a position has that of its parent. */
export const partsOf = ({ tree }: Pick<Body, "tree">): readonly TreePart[] => {
  const parts = partsByTree.get(tree) ?? partsBelow(tree, [], 0, 0);
  partsByTree.set(tree, parts);
  return parts;
};

const partsByTree = new WeakMap<Body["tree"], readonly TreePart[]>();

const partsBelow = (
  node: Nodes,
  within: readonly Parents[],
  from: number,
  to: number,
): TreePart[] => {
  const start = node.position?.start.offset ?? from;
  const end = node.position?.end.offset ?? to;
  return [
    { node, within, start, end },
    ...("children" in node
      ? node.children.flatMap((child) => partsBelow(child, [...within, node], start, end))
      : []),
  ];
};

/** The visible text of a node, without formatting. */
export const wordsOf = (node: Nodes): string => {
  if ("children" in node) return node.children.map(wordsOf).join("");
  if (node.type === "break") return " ";
  return node.type === "text" || node.type === "inlineCode" ? node.value : "";
};

/** Whether a node is a component. */
export const isElement = (node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

/** The value of a component's property, if it is a string. */
export const propOf = (node: Nodes, name: string): string | undefined => {
  if (!isElement(node)) return undefined;
  const attribute = node.attributes.find(
    (property) => property.type === "mdxJsxAttribute" && property.name === name,
  );
  return typeof attribute?.value === "string" ? attribute.value : undefined;
};

/** The opening tag of a component as written, such as `<Contacts only="privacy" />`. */
export const openingOf = ({ text }: Body, { start }: TreePart): string =>
  /^<[^>]*>/.exec(text.slice(start))?.[0] ?? "";
