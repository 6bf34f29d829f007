import { inBodies, type Finding } from "../findings.ts";
import type { Nodes } from "mdast";
import { vocabulary, wordOf, type WordName } from "../../schemas/vocabulary.ts";
import { isElement, propOf } from "../../parse/mdx-tree.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { componentsIn, type Placed } from "./placed-components.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** The names of all components that a file shows, those of answers that it shows included. */
const shownIn = (file: string, content: Content, seen: readonly string[] = []): WordName[] => {
  const body = content.bodies.find((one) => one.file === file);
  if (!body || seen.includes(file)) return [];
  return componentsIn(body).flatMap(({ node, name }) => [
    name,
    ...(name === "Answer"
      ? shownIn(`faq/${propOf(node, "to") ?? ""}.mdx`, content, [...seen, file])
      : []),
  ]);
};

const astray = ({ name, start, within }: Placed, { file }: Body, content: Content): Finding[] => {
  const { within: parent, needs, page } = wordOf(name);
  const says = (message: string): Finding => ({ offset: start, message });
  if (page !== undefined && file !== `pages/${page}.mdx`)
    return [
      says(`<${name}> stands on the page "/${page}/" only; write a link: [words](/${page}/)`),
    ];
  if (parent !== undefined && within.findLast(isElement)?.name !== parent)
    return [
      says(
        `<${name}> stands within <${parent}> only; write <${parent}> in the line before it and </${parent}> in the line after it`,
      ),
    ];
  return needs === undefined || shownIn(file, content).some((one) => one === needs)
    ? []
    : [
        says(
          `<${name}> takes words from <${needs}>, which is not on this page; write <${needs} /> in a line of its own below it`,
        ),
      ];
};

const isBlank = (node: Nodes) => node.type === "text" && node.value.trim() === "";

/** What stands in a component that holds components of one kind only, and is none of these. */
const strangers = ({ node, name, start }: Placed): Finding[] => {
  const held = Object.keys(vocabulary).find(
    (one) => isComponentName(one) && wordOf(one).within === name,
  );
  if (held === undefined || !("children" in node)) return [];
  return node.children
    .flatMap((child) => (child.type === "paragraph" ? child.children : [child]))
    .filter((child) => !isBlank(child) && !(isElement(child) && child.name === held))
    .map(({ position }) => ({
      offset: position?.start.offset ?? start,
      message: `<${name}> holds nothing but <${held}>; write this before or after it`,
    }));
};

const missing = (body: Body): Finding[] =>
  Object.keys(vocabulary)
    .filter(isComponentName)
    .filter((name) => body.file === `pages/${wordOf(name).page ?? ""}.mdx`)
    .filter(
      (name) => body.issues.length === 0 && componentsIn(body).every((one) => one.name !== name),
    )
    .map((name) => ({
      offset: Math.max(0, body.text.search(/\S/)),
      message: `this page cannot do without <${name}>; write <${name} /> in a line of its own`,
    }));

/** Components where they cannot work or without what they need, and pages without theirs. */
export const misplacedComponents = (content: Content): Issue[] =>
  inBodies(content, (body) => [
    ...missing(body),
    ...componentsIn(body).flatMap((one) => [...astray(one, body, content), ...strangers(one)]),
  ]);
