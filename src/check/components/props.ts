import type {
  MdxJsxAttribute,
  MdxJsxExpressionAttribute,
  MdxJsxFlowElement,
  MdxJsxTextElement,
} from "mdast-util-mdx-jsx";
import { deadReference } from "../../centre/references.ts";
import { isFactName } from "../../schemas/facts.ts";
import { referencesOf, vocabulary, type WordName } from "../../schemas/vocabulary.ts";
import { recordsOf, type Content } from "../../parse/content.ts";
import { faultsOf, type Notation } from "../../parse/schema-errors.ts";
import { componentShowing } from "../facts/lists.ts";
import { top, type Place } from "../../parse/issue.ts";
import { programCode } from "../../parse/program-code.ts";

/** A component in a body. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Something wrong in a body, and its place. */
export interface Remark {
  readonly place: Place;
  readonly message: string;
}

/** The place where a node starts. */
export const startOf = (node: { position?: { start: Place } | undefined }): Place =>
  node.position?.start ?? top;

const notationOf = (name: string): Notation => ({
  name: (field) => `"${field}" of <${name}>`,
  line: (field, value) => `${field}="${value}"`,
  typed: String,
  intro: "it like this: ",
});

/** What is wrong with how a property is written, whatever its value. */
const misspelled = (
  attribute: MdxJsxAttribute | MdxJsxExpressionAttribute,
  before: readonly (MdxJsxAttribute | MdxJsxExpressionAttribute)[],
): string | undefined => {
  if (attribute.type === "mdxJsxExpressionAttribute") return programCode.brace;
  const { name, value } = attribute;
  if (before.some((other) => other.type === "mdxJsxAttribute" && other.name === name))
    return `"${name}" is written twice; delete one of the two`;
  if (value === null || value === undefined)
    return `"${name}" has no value; write it like this: ${name}="…"`;
  return typeof value === "string"
    ? undefined
    : `"${name}" is in braces, which are read as program code; write it in quotes: ${name}="…"`;
};

/** What to write in place of a declared list that is one of the lists of facts. */
const shownByItself = (list: string): string => {
  const component = componentShowing(list);
  return `"${list}" is a list of facts, which <List> does not show; ${component === undefined ? "leave this line out" : `write <${component} />`}`;
};

const deadProps = (
  name: WordName,
  values: ReadonlyMap<string, string>,
  content: Content,
): { readonly prop: string; readonly message: string }[] => {
  return Object.entries(referencesOf(name, (prop) => values.get(prop)))
    .filter(([, target]) => !content.uncertain.has(target))
    .flatMap(([prop, target]) =>
      (values.get(prop)?.split(",") ?? []).flatMap((id) => {
        const message =
          target === "lists" && isFactName(id)
            ? shownByItself(id)
            : deadReference(recordsOf(content), target, id.trim());
        return message === undefined ? [] : [{ prop, message }];
      }),
    );
};

/** What is wrong with the properties of a component: their notation, values, and references. */
export const propRemarks = (element: Element, name: WordName, content: Content): Remark[] => {
  const places = new Map<string, Place>();
  const values = new Map<string, string>();
  const wrong: Remark[] = [];
  for (const [index, attribute] of element.attributes.entries()) {
    const place = startOf(attribute);
    const message = misspelled(attribute, element.attributes.slice(0, index));
    if (message !== undefined) wrong.push({ place, message });
    if (attribute.type !== "mdxJsxAttribute") continue;
    places.set(attribute.name, place);
    if (typeof attribute.value === "string") values.set(attribute.name, attribute.value);
  }
  const faults = faultsOf(vocabulary[name].props, Object.fromEntries(values), notationOf(name)).map(
    ({ path: [prop], message }) => ({ prop: String(prop), message }),
  );
  const faulty = new Set(faults.map(({ prop }) => prop));
  return [
    ...wrong,
    ...faults
      // A property that is there without a value is not missing.
      .filter(({ prop }) => values.has(prop) || !places.has(prop))
      .concat(deadProps(name, values, content).filter(({ prop }) => !faulty.has(prop)))
      .map(({ prop, message }) => ({ place: places.get(prop) ?? startOf(element), message })),
  ];
};
