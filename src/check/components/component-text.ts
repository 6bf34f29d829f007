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
              message: `<${name}> is empty; write ${opening}>…</${name}>`,
            },
          ]
        : [];
    return children === "optional" || isEmpty
      ? []
      : [
          {
            offset: start,
            message: `<${name}> has text of its own, so "${words || "…"}" inside it is not shown; write ${opening} />`,
          },
        ];
  });

/** Text inside components that do not show it, and none inside components that need it. */
export const faultyComponentText = (content: Content): Issue[] => inBodies(content, findingsIn);
