import { inBodies, type Finding } from "../findings.ts";
import { partsOf, wordsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

type Emphasis = TreePart & { readonly node: { readonly type: "emphasis" | "strong" } };

const isEmphasis = (part: TreePart): part is Emphasis =>
  part.node.type === "emphasis" || part.node.type === "strong";

const escaped = (source: string, mark: string) => source.replaceAll(mark, `\\${mark}`);

/** Whether asterisks touch what belongs to the words inside: a figure, or a letter for italics. */
const isWithin = (text: string, { node, start, end }: Emphasis): boolean =>
  [text.charAt(start - 1), text.charAt(end)].some((next) =>
    (node.type === "emphasis" ? /[\p{L}\p{N}]/u : /\p{N}/u).test(next),
  );

/** Whether a figure in asterisks stands between figures. */
const isProduct = (text: string, words: string, { start, end }: Emphasis): boolean =>
  /^[\p{N}\s.,*]+$/u.test(words) &&
  /\p{N}\s*$/u.test(text.slice(0, start)) &&
  /^\s*\p{N}/u.test(text.slice(end));

/** Whether words start or end as none that were meant to stand out do: each mark has another sense. */
const isSevered = (words: string): boolean =>
  /^[,;:!?)\]}»”’]|^\.(?!\.|\p{L})/u.test(words) || /[([{«„]$/.test(words);

/** Whether words end within a sentence after the one that they start with. */
const runsOn = (words: string): boolean => {
  const sentences = words.split(/[.!?]\s+(?=\p{Lu})/u);
  return (
    sentences.length > 1 &&
    !/[.!?…:][)"”’»“]*$/.test(words) &&
    sentences.every((sentence, at) => at > 0 || sentence.trim().split(/\s+/).length > 3)
  );
};

/** Whether a text names something that starts with an underscore, such as a cookie. */
const showsNames = (body: Body): boolean =>
  partsOf(body).some(({ node }) => node.type === "text" && /(?<![^\s(,/])_\w/.test(node.value));

/** Whether underscores belong to a name. */
const isName = (body: Body, source: string, words: string): boolean =>
  source.startsWith("_") &&
  !/[\s@:]/.test(words) &&
  (/\w_\w/.test(words) ||
    /^(?=.*\p{L})(?=.*\p{N})[\w.]+$/u.test(words) ||
    (/^\p{Ll}/u.test(words) && showsNames(body)));

const accident = (body: Body, part: Emphasis): string | undefined => {
  const source = body.text.slice(part.start, part.end);
  const words = wordsOf(part.node);
  if (
    !isWithin(body.text, part) &&
    !isProduct(body.text, words, part) &&
    !isSevered(words) &&
    !runsOn(words) &&
    !isName(body, source, words)
  )
    return undefined;
  const mark = source.charAt(0);
  const look = part.node.type === "strong" ? "bold" : "italics";
  const times = /\p{N}/u.test(words) && mark === "*" ? "write × for times, or" : "write";
  return `"${words}" is shown in ${look}, without the ${mark === "_" ? "underscores" : "asterisks"}; ${times} ${escaped(source, mark)} to show ${mark === "_" ? "them" : "the asterisks"}`;
};

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
    const message = isEmphasis(part) ? accident(body, part) : undefined;
    return message === undefined ? [] : [{ offset: start, message }];
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
              "these asterisks are shown as typed; put two directly before and two directly after the bold words, as in **words**, or write \\*\\* to show them",
          },
        ];
  });

/** Tildes and asterisks that are read as formatting by accident, or not read as formatting. */
export const accidentalEmphasis = (content: Content): Issue[] =>
  inBodies(content, (body) => [...findingsIn(body), ...unreadBold(body)]);
