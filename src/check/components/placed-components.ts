import type { WordName } from "../../schemas/vocabulary.ts";
import { isElement, partsOf, type TreePart } from "../../parse/mdx-tree.ts";
import { isComponentName } from "../../parse/component-names.ts";
import type { Body } from "../../parse/mdx.ts";

/** A component of the vocabulary in a body, with its ancestors. */
export interface PlacedComponent extends TreePart {
  readonly name: WordName;
}

/** Every component of the vocabulary in a body, from top to bottom. */
export const componentsIn = (body: Body): PlacedComponent[] =>
  partsOf(body).flatMap((part) =>
    isElement(part.node) && part.node.name !== null && isComponentName(part.node.name)
      ? [{ ...part, name: part.node.name }]
      : [],
  );
