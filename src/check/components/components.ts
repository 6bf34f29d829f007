import type { Nodes, Paragraph } from "mdast";
import { vocabulary } from "../../schemas/vocabulary.ts";
import { isComponentName, unknownComponent } from "../../parse/component-names.ts";
import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";
import { programCode } from "../../parse/program-code.ts";
import { propRemarks, startOf, type Element, type Remark } from "./props.ts";

/** Components alone in a paragraph replace it (MDX's own rule, "unravel"). */
const isUnravelled = ({ children }: Paragraph) =>
  children.some(({ type }) => type === "mdxJsxTextElement") &&
  children.every(
    (child) =>
      child.type === "mdxJsxTextElement" || (child.type === "text" && child.value.trim() === ""),
  );

const elementRemarks = (element: Element, inSentence: boolean, content: Content): Remark[] => {
  const { name } = element;
  const place = startOf(element);
  if (name === null)
    return [{ place, message: "<> is not a component; remove the angle brackets" }];
  if (!isComponentName(name)) return [{ place, message: unknownComponent(name) }];
  const misplaced =
    inSentence && vocabulary[name].place === "block"
      ? [
          {
            place,
            message: `<${name}> cannot be used inside a sentence; put it on a line of its own, with an empty line before and after it`,
          },
        ]
      : [];
  return [...misplaced, ...propRemarks(element, name, content)];
};

const codeRemark = (node: Nodes): Remark[] => {
  if (node.type === "mdxjsEsm")
    return [
      {
        place: startOf(node),
        message: programCode.paragraph(node.value.slice(0, 6)),
      },
    ];
  if (node.type !== "mdxFlowExpression" && node.type !== "mdxTextExpression") return [];
  return [
    {
      place: startOf(node),
      message: node.value.trim().startsWith("/*")
        ? programCode.comment
        : programCode.expression(node.value),
    },
  ];
};

const remarksIn = (node: Nodes, inSentence: boolean, content: Content): Remark[] => {
  const isElement = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
  const within =
    node.type === "heading" ||
    node.type === "tableCell" ||
    (node.type === "paragraph" && !isUnravelled(node)) ||
    (isElement && isComponentName(node.name ?? "") && wordPlace(node.name) === "inline") ||
    (node.type !== "paragraph" && inSentence);
  return [
    ...(isElement ? elementRemarks(node, inSentence, content) : codeRemark(node)),
    ...("children" in node ? node.children : []).flatMap((child) =>
      remarksIn(child, within, content),
    ),
  ];
};

const wordPlace = (name: string | null) =>
  name !== null && isComponentName(name) ? vocabulary[name].place : undefined;

/** Components that do not exist, are in the wrong place, or have faulty properties; program code. */
export const wrongComponents = (content: Content): Issue[] =>
  content.bodies.flatMap(({ file, tree }) =>
    remarksIn(tree, false, content).map(({ place, message }) => error(file, place, message)),
  );
