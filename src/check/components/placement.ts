import { inBodies, type Finding } from "../findings.ts";
import type { Nodes } from "mdast";
import { vocabulary, wordOf, type WordName } from "../../schemas/vocabulary.ts";
import { isElement, propOf } from "../../parse/mdx-tree.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { componentsIn, type PlacedComponent } from "./placed-components.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** The names of all components on a page or in an answer, including those of answers it includes. */
const shownIn = (file: string, content: Content, seen: readonly string[] = []): WordName[] => {
  const body = content.bodies.find((body) => body.file === file);
  if (!body || seen.includes(file)) return [];
  return componentsIn(body).flatMap(({ node, name }) => [
    name,
    ...(name === "Answer"
      ? shownIn(`faq/${propOf(node, "to") ?? ""}.mdx`, content, [...seen, file])
      : []),
  ]);
};

const faultyPlace = (
  { name, start, within }: PlacedComponent,
  { file }: Body,
  content: Content,
): Finding[] => {
  const { within: parent, needs, page } = wordOf(name);
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
  return needs === undefined || shownIn(file, content).some((shown) => shown === needs)
    ? []
    : [
        finding(
          `<${name}> takes text from <${needs}>, which is not on this page; write <${needs} /> on a line of its own below it`,
        ),
      ];
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
      ...faultyPlace(component, body, content),
      ...foreignChildren(component),
    ]),
  ]);
