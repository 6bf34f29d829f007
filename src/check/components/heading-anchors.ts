import { inBodies, type Finding } from "../findings.ts";
import { slug } from "github-slugger";
import { wordOf } from "../../schemas/vocabulary.ts";
import { partsOf, wordsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { isUnderlined } from "../prose/headings.ts";
import { componentsIn } from "./placed-components.ts";

const findingsIn = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, within, start }): Finding[] => {
    if (node.type !== "heading" || isUnderlined(body, start)) return [];
    const words = wordsOf(node).trim();
    const component = componentsIn(body).find(
      ({ name, within: ancestors }) => ancestors.includes(node) && wordOf(name).place === "inline",
    );
    if (within.length > 1)
      return [
        {
          offset: start,
          message: `the heading "${words}" is inside a list, a quotation, or a component; start its line with the #, and leave an empty line before and after it`,
        },
      ];
    if (component)
      return [
        {
          offset: start,
          message: `<${component.name}> would be missing wherever this heading is listed; write a heading with words only`,
        },
      ];
    return words !== "" && slug(words) === ""
      ? [
          {
            offset: start,
            message: `the heading "${words}" has no letters or digits, so no link can lead to it; write words`,
          },
        ]
      : [];
  });

/** Headings that no link can lead to, or that the page's table of contents cannot show. */
export const unlistedHeadings = (content: Content): Issue[] => inBodies(content, findingsIn);
