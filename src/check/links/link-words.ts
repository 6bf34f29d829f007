import { inBodies, type Finding } from "../findings.ts";
import { partsOf, wordsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { languageRulesOf } from "../language-rules.ts";

/** @param vague words that say nothing, in the language of the content (WCAG 2.2, criterion 2.4.4) */
const messageOf = (words: string, vague: RegExp | undefined): string | undefined => {
  if (words === "") return "this link has no words; write in the square brackets where it leads";
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(words))
    return `the words of this link are a web address; write in the square brackets where it leads`;
  return vague?.test(words.replace(/[\s.!:…→»>]+$/u, ""))
    ? `"${words}" does not say where the link leads; write in the square brackets what readers will find there`
    : undefined;
};

const findingsIn = (body: Body, vague: RegExp | undefined): Finding[] =>
  partsOf(body).flatMap(({ node, start }): Finding[] => {
    const isLink =
      (node.type === "link" && body.text.charAt(start) === "[") || node.type === "linkReference";
    const isPolicy =
      (node.type === "mdxJsxTextElement" || node.type === "mdxJsxFlowElement") &&
      node.name === "Policy" &&
      node.children.length > 0;
    if (!isLink && !isPolicy) return [];
    // A component inside a link has words of its own.
    if (isLink && "children" in node && node.children.some(({ type }) => type.startsWith("mdx")))
      return [];
    const message = messageOf(wordsOf(node).trim(), vague);
    return message === undefined ? [] : [{ offset: start, message }];
  });

/** Links whose words do not say where they lead. */
export const vagueLinks = (content: Content): Issue[] => {
  const vague = languageRulesOf(content)?.vagueLink;
  return inBodies(content, (body) => findingsIn(body, vague), warning);
};
