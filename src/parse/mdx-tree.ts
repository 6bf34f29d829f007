import type { Nodes, Parents } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Body } from "./mdx.ts";

/** A part of a body, with what it stands in from the outside inwards. */
export interface Found {
  readonly node: Nodes;
  readonly within: readonly Parents[];
  /** Where it begins and ends in the body's text. */
  readonly start: number;
  readonly end: number;
}

/** Every part of a body, from top to bottom; what has no place of its own has that of its parent. */
export const partsOf = ({ tree }: Body): readonly Found[] => {
  const parts = known.get(tree) ?? partsBelow(tree, [], 0, 0);
  known.set(tree, parts);
  return parts;
};

const known = new WeakMap<Body["tree"], readonly Found[]>();

const partsBelow = (node: Nodes, within: readonly Parents[], from: number, to: number): Found[] => {
  const start = node.position?.start.offset ?? from;
  const end = node.position?.end.offset ?? to;
  return [
    { node, within, start, end },
    ...("children" in node
      ? node.children.flatMap((child) => partsBelow(child, [...within, node], start, end))
      : []),
  ];
};

/** The words that a part of a text shows, without its marks. */
export const wordsOf = (node: Nodes): string => {
  if ("children" in node) return node.children.map(wordsOf).join("");
  if (node.type === "break") return " ";
  return node.type === "text" || node.type === "inlineCode" ? node.value : "";
};

/** Whether a part of a text is a component. */
export const isElement = (node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

/** The value that a component's property has in a text. */
export const propOf = (node: Nodes, name: string): string | undefined => {
  if (!isElement(node)) return undefined;
  const attribute = node.attributes.find(
    (one) => one.type === "mdxJsxAttribute" && one.name === name,
  );
  return typeof attribute?.value === "string" ? attribute.value : undefined;
};

/** A component as it is opened in a text, such as `<Contacts only="privacy" />`. */
export const openingOf = ({ text }: Body, { start }: Found): string =>
  /^<[^>]*>/.exec(text.slice(start))?.[0] ?? "";
