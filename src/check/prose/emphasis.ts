import { inBodies, type Finding } from "../findings.ts";
import { partsOf, wordsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

const isWithin = (kind: RegExp, text: string, { start, end }: TreePart) =>
  kind.test(text.charAt(start - 1)) || kind.test(text.charAt(end));

const escaped = (source: string, mark: string) => source.replaceAll(mark, `\\${mark}`);

const findingsIn = (body: Body): Finding[] =>
  partsOf(body).flatMap((part): Finding[] => {
    const { node, start, end } = part;
    const source = body.text.slice(start, end);
    if (node.type === "delete" && !source.startsWith("~~"))
      return [
        {
          offset: start,
          message: `"${wordsOf(node)}" is shown struck through; write "about", or ${escaped(source, "~")} to show the tildes`,
        },
      ];
    const isAccident =
      (node.type === "emphasis" && isWithin(/[\p{L}\p{N}]/u, body.text, part)) ||
      (node.type === "strong" && isWithin(/\p{N}/u, body.text, part));
    return isAccident
      ? [
          {
            offset: start,
            message: `"${wordsOf(node)}" is shown in ${node.type === "strong" ? "bold" : "italics"}, without the asterisks; write × for times, or ${escaped(source, "*")} to show the asterisks`,
          },
        ]
      : [];
  });

/** Asterisks for bold with a space on the wrong side, or without a match. */
const unreadBold = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    const at = node.type === "text" ? body.text.slice(start, end).indexOf("**") : -1;
    return at === -1
      ? []
      : [
          {
            offset: start + at,
            message:
              "these asterisks are shown as typed; put two directly before and two directly after the bold words, as in **words**",
          },
        ];
  });

/** Tildes and asterisks that are read as formatting by accident, or not read as formatting. */
export const accidentalEmphasis = (content: Content): Issue[] =>
  inBodies(content, (body) => [...findingsIn(body), ...unreadBold(body)]);
