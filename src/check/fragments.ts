import type { Nodes } from "mdast";
import GithubSlugger from "github-slugger";
import type { FactName } from "../schemas/facts.ts";
import type { WordName } from "../schemas/vocabulary.ts";
import { partsOf, wordsOf } from "./bodies.ts";
import { isWord } from "./component-names.ts";
import type { Content } from "./content.ts";
import { placeAt, type Place } from "./issue.ts";

/** Something on a page that has an id of its own, and where in the content it is written. */
export interface Fragment extends Place {
  readonly id: string;
  /** From the content folder. */
  readonly file: string;
}

/** The facts that a component shows as rows with addresses of their own, and how these begin. */
const rowsOf: Partial<Record<WordName, { readonly of: FactName; readonly prefix: string }>> = {
  Contacts: { of: "contacts", prefix: "contact-" },
  DataCategories: { of: "data-categories", prefix: "category-" },
  Deadlines: { of: "regimes", prefix: "law-" },
  Frameworks: { of: "frameworks", prefix: "framework-" },
  Recipients: { of: "recipients", prefix: "recipient-" },
  Representatives: { of: "representatives", prefix: "representative-" },
  RequestTemplate: { of: "rights", prefix: "" },
  Retention: { of: "retention", prefix: "retention-" },
  Rights: { of: "rights", prefix: "right-" },
};

/** The value that a component's property has in a text. */
export const propOf = (node: Nodes, name: string): string | undefined => {
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return undefined;
  const attribute = node.attributes.find(
    (one) => one.type === "mdxJsxAttribute" && one.name === name,
  );
  return typeof attribute?.value === "string" ? attribute.value : undefined;
};

/** The records of a file that are shown as rows with ids of their own. */
export const recordsOf = (
  content: Content,
  name: FactName,
  prefix: string,
  shown: (record: { readonly id: string; readonly footnote?: unknown }) => boolean,
): Fragment[] =>
  content.facts[name].flatMap((record, at) => {
    const file = `facts/${name}.yaml`;
    return shown(record)
      ? [{ id: `${prefix}${record.id}`, file, ...content.placeOf(file, [at]) }]
      : [];
  });

const fragmentsOfWord = (
  node: Nodes,
  content: Content,
  seen: ReadonlySet<string>,
): readonly Fragment[] => {
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
  const { name } = node;
  if (name === "Answer") return fragmentsIn(`faq/${propOf(node, "to") ?? ""}.mdx`, content, seen);
  if (name === "Laws")
    return recordsOf(content, "laws", "footnote-", ({ footnote }) => footnote !== undefined);
  const rows = name !== null && isWord(name) ? rowsOf[name] : undefined;
  const only = propOf(node, "only")
    ?.split(",")
    .map((id) => id.trim());
  return rows === undefined
    ? []
    : recordsOf(content, rows.of, rows.prefix, ({ id }) => only?.includes(id) ?? true);
};

/** The fragments that the body of a file brings with it: headings, and rows of components. */
export const fragmentsIn = (
  file: string,
  content: Content,
  seen: ReadonlySet<string> = new Set(),
): Fragment[] => {
  const body = content.bodies.find((one) => one.file === file);
  if (!body || seen.has(file)) return [];
  const slugger = new GithubSlugger();
  return partsOf(body).flatMap(({ node, start }) =>
    node.type === "heading"
      ? [{ id: slugger.slug(wordsOf(node)), file, ...placeAt(body.text, start) }]
      : fragmentsOfWord(node, content, new Set([...seen, file])),
  );
};
