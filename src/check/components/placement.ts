import { inBodies, type Finding } from "../findings.ts";
import type { Nodes } from "mdast";
import { vocabulary, wordOf } from "../../schemas/vocabulary.ts";
import { isElement } from "../../parse/mdx-tree.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { componentsIn, type PlacedComponent } from "./placed-components.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

const faultyPlace = ({ name, start, within }: PlacedComponent, { file }: Body): Finding[] => {
  const { within: parent, page } = wordOf(name);
  const finding = (message: string): Finding => ({ offset: start, message });
  if (page !== undefined && file !== `pages/${page}.mdx`)
    return [
      finding(
        `<${name}> can be used only on the page "/${page}/"; write a link: [words](/${page}/)`,
      ),
    ];
  if (parent !== undefined && within.findLast(isElement)?.name !== parent)
    return [
      finding(
        `<${name}> can be used only inside <${parent}>; write <${parent}> on the line before it and </${parent}> on the line after it`,
      ),
    ];
  return [];
};

const isBlank = (node: Nodes) => node.type === "text" && node.value.trim() === "";

/** Children that do not belong in a component that can contain only one other component. */
const foreignChildren = ({ node, name, start }: PlacedComponent): Finding[] => {
  const held = Object.keys(vocabulary).find(
    (other) => isComponentName(other) && wordOf(other).within === name,
  );
  if (held === undefined || !("children" in node)) return [];
  return node.children
    .flatMap((child) => (child.type === "paragraph" ? child.children : [child]))
    .filter((child) => !isBlank(child) && !(isElement(child) && child.name === held))
    .map(({ position }) => ({
      offset: position?.start.offset ?? start,
      message: `<${name}> can contain only <${held}>; move this before or after it`,
    }));
};

const missingComponents = (body: Body): Finding[] =>
  Object.keys(vocabulary)
    .filter(isComponentName)
    .filter((name) => body.file === `pages/${wordOf(name).page ?? ""}.mdx`)
    .filter(
      (name) =>
        body.issues.length === 0 &&
        componentsIn(body).every((component) => component.name !== name),
    )
    .map((name) => ({
      offset: Math.max(0, body.text.search(/\S/)),
      message: `this page needs <${name}>; write <${name} /> on a line of its own`,
    }));

/** Components where they cannot work or without what they need, and pages that lack one they need. */
export const misplacedComponents = (content: Content): Issue[] =>
  inBodies(content, (body) => [
    ...missingComponents(body),
    ...componentsIn(body).flatMap((component) => [
      ...faultyPlace(component, body),
      ...foreignChildren(component),
    ]),
  ]);
