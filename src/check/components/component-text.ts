import { inBodies, type Finding } from "../findings.ts";
import type { Nodes } from "mdast";
import { wordOf } from "../../schemas/vocabulary.ts";
import { isElement, openingOf, wordsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { componentsIn } from "./placed-components.ts";

const holdsComponent = (node: Nodes): boolean =>
  isElement(node) || ("children" in node && node.children.some(holdsComponent));

const findingsIn = (body: Body): Finding[] =>
  componentsIn(body).flatMap((part): Finding[] => {
    const { node, name, start } = part;
    const { children } = wordOf(name);
    const words = wordsOf(node).trim();
    const isEmpty = words === "" && !("children" in node && node.children.some(holdsComponent));
    const opening = openingOf(body, part).replace(/\s*\/?>$/, "");
    if (children === "needed")
      return isEmpty
        ? [
            {
              offset: start,
              message: `<${name}> has nothing within it; write ${opening}>…</${name}>`,
            },
          ]
        : [];
    return children === "optional" || isEmpty
      ? []
      : [
          {
            offset: start,
            message: `<${name}> shows words of its own, and "${words || "…"}" within it is dropped; write ${opening} />`,
          },
        ];
  });

/** Text within components that show none, and none within those that need it. */
export const lostText = (content: Content): Issue[] => inBodies(content, findingsIn);
