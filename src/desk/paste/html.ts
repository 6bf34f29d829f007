import type { Element, ElementContent, Nodes } from "hast";

/** The declarations in an element's style, by property. */
export const styleOf = ({ properties }: Element): ReadonlyMap<string, string> =>
  new Map(
    (properties["style"] ?? "").split(";").map((declaration): [string, string] => {
      const colon = declaration.indexOf(":");
      return [
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ];
    }),
  );

export const isElement = (node: Nodes): node is Element => node.type === "element";

/** Whether a node is an element with one of these names. */
export const isNamed = (node: Nodes, ...names: readonly string[]): node is Element =>
  isElement(node) && names.includes(node.tagName);

/** Whether one of an element's classes fits. */
export const hasClass = ({ properties }: Element, pattern: RegExp): boolean =>
  [properties["className"] ?? []].flat().some((name) => pattern.test(name));

/** An element with these children. */
export const make = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({ type: "element", tagName, properties, children });

/** The text in a node. */
export const textOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

/** The first node within another that fits. */
export const find = (node: Element, fits: (inner: Element) => boolean): Element | undefined => {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = fits(child) ? child : find(child, fits);
    if (found) return found;
  }
  return undefined;
};

/** Whether a node shows nothing. */
export const isBlank = (node: Nodes): boolean => node.type === "text" && node.value.trim() === "";
