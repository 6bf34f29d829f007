import { inBodies, type Finding } from "../findings.ts";
import { isElement, partsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { shownMatches } from "../prose/shown-text.ts";

/** Mistyped links, which are shown as typed, each with its message. */
const mistyped: readonly (readonly [RegExp, (found: string, words: string) => string])[] = [
  [
    /\[(\^[^\]\s]+)\]/g,
    (found) =>
      `${found} is shown as typed, because footnotes are not supported; write the note in the text`,
  ],
  [
    /\[([^\]\n]+)\]\[[^\]\n]*\]/g,
    (found, words) => `${found} is shown as typed; write the address in parentheses: [${words}](…)`,
  ],
  [
    /\[([^\]\n]+)\][ \t]+\((?=[/#]|https?:|mailto:)[^)\n]*\)?/g,
    (found, words) =>
      `"${found}" is not read as a link; remove the space before the parenthesis: [${words}](…)`,
  ],
  [
    /\[([^\]\n]+)\]\([^)\n]*[ \t][^)\n]*\)/g,
    (found) => `"${found}" is not read as a link; write an address without spaces`,
  ],
];

const inText = (body: Body): Finding[] =>
  mistyped.flatMap(([pattern, messageFor]) =>
    shownMatches(body, pattern).map(({ offset, found, words }) => ({
      offset,
      message: messageFor(found, words),
    })),
  );

const footnotes = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start }) =>
    node.type === "footnoteReference" || node.type === "footnoteDefinition"
      ? [
          {
            offset: start,
            message: "footnotes are not supported; write the note in the text",
          },
        ]
      : [],
  );

const isLink = ({ node }: Pick<TreePart, "node">) =>
  node.type === "link" ||
  node.type === "linkReference" ||
  (isElement(node) && (node.name === "Policy" || node.name === "Contact"));

const nested = (body: Body): Finding[] =>
  partsOf(body)
    .filter((part) => isLink(part) && part.within.some((node) => isLink({ node })))
    .map(({ start }) => ({
      offset: start,
      message: "a link cannot be inside another link; remove one of the two",
    }));

/** Links and footnotes that are shown as typed, and links that cannot be followed. */
export const unreadLinks = (content: Content): Issue[] =>
  inBodies(content, (body) => [...inText(body), ...footnotes(body), ...nested(body)]);
