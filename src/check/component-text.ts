import type { Nodes } from "mdast";
import type { WordName } from "../schemas/vocabulary.ts";
import { inBodies, partsOf, wordsOf, type Finding } from "./bodies.ts";
import { isWord } from "./component-names.ts";
import type { Content } from "./content.ts";
import type { Issue } from "./issue.ts";
import type { Body } from "./mdx.ts";

/** Components that show what is written within them: some always, one in place of its own words. */
const showText: readonly WordName[] = ["Pledge", "Policy", "WayIn", "WaysIn"];
const needText: readonly WordName[] = ["Pledge", "WayIn", "WaysIn"];

const holdsComponent = (node: Nodes): boolean =>
  node.type === "mdxJsxFlowElement" ||
  node.type === "mdxJsxTextElement" ||
  ("children" in node && node.children.some(holdsComponent));

const findingsIn = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }): Finding[] => {
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
    const { name } = node;
    if (name === null || !isWord(name)) return [];
    const words = wordsOf(node).trim();
    const isEmpty = words === "" && !node.children.some(holdsComponent);
    const opening = /^<[^>]*?(?=\s*\/?>)/.exec(body.text.slice(start, end))?.[0] ?? `<${name}`;
    if (needText.includes(name))
      return isEmpty
        ? [
            {
              offset: start,
              message: `<${name}> has nothing within it; write ${opening}>…</${name}>`,
            },
          ]
        : [];
    return showText.includes(name) || isEmpty
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
