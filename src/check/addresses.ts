import type { Nodes } from "mdast";
import GithubSlugger from "github-slugger";
import type { FactName } from "../schemas/facts.ts";
import type { WordName } from "../schemas/vocabulary.ts";
import { partsOf, wordsOf } from "./bodies.ts";
import { isWord } from "./component-names.ts";
import type { Content } from "./content.ts";

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

const fragmentsOfWord = (
  node: Nodes,
  content: Content,
  seen: ReadonlySet<string>,
): readonly string[] => {
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
  const { name } = node;
  if (name === "Answer") return fragmentsIn(`faq/${propOf(node, "to") ?? ""}.mdx`, content, seen);
  if (name === "Laws")
    return content.facts.laws
      .filter(({ footnote }) => footnote !== undefined)
      .map(({ id }) => `footnote-${id}`);
  const rows = name !== null && isWord(name) ? rowsOf[name] : undefined;
  const only = propOf(node, "only")
    ?.split(",")
    .map((id) => id.trim());
  return rows === undefined
    ? []
    : content.facts[rows.of]
        .filter(({ id }) => only?.includes(id) ?? true)
        .map(({ id }) => `${rows.prefix}${id}`);
};

/** The fragments that the body of a file brings with it: headings, and rows of components. */
const fragmentsIn = (
  file: string,
  content: Content,
  seen: ReadonlySet<string> = new Set(),
): string[] => {
  const body = content.bodies.find((one) => one.file === file);
  if (!body || seen.has(file)) return [];
  const slugger = new GithubSlugger();
  return partsOf(body).flatMap(({ node }) =>
    node.type === "heading"
      ? [slugger.slug(wordsOf(node))]
      : fragmentsOfWord(node, content, new Set([...seen, file])),
  );
};

const former = (data: object): readonly string[] =>
  "formerly" in data ? (data.formerly as readonly string[]) : [];

const fragmentsOfQuestions = (content: Content): string[] => [
  ...content.facts.topics.map(({ id }) => `topic-${id}`),
  ...content.prose.faq.flatMap(({ id, data }) => [
    id,
    ...former(data),
    ...fragmentsIn(`faq/${id}.mdx`, content),
  ]),
];

/**
 * Every path that the centre will have, with the fragments one can link to there; with none where
 * any fragment goes.
 */
export const addressesOf = (content: Content): ReadonlyMap<string, readonly string[] | undefined> =>
  new Map([
    ...content.prose.pages.flatMap(({ id, data }): [string, readonly string[]][] => {
      const fragments =
        id === "faq" ? fragmentsOfQuestions(content) : fragmentsIn(`pages/${id}.mdx`, content);
      return id === "index"
        ? [["/", fragments]]
        : [id, ...former(data)].map((path) => [`/${path}/`, fragments]);
    }),
    ...content.prose.statements.map(({ id, data }): [string, readonly string[]] => [
      `/statements/${id}/`,
      [
        ...fragmentsIn(`statements/${id}.mdx`, content),
        ...(data.contradictions ?? []).map((_, at) => `difference-${String(at + 1)}`),
      ],
    ]),
    ["/everything/", undefined],
    ["/search/", undefined],
  ]);

/** An address with its percent signs read; as it is where they cannot be. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The path at which what stands in a file is read. */
export const pathOf = (file: string): string => {
  const [folder = "", name = ""] = file.replace(/\.mdx$/, "").split("/");
  if (folder === "faq") return "/faq/";
  if (folder === "statements") return `/statements/${name}/`;
  return name === "index" ? "/" : `/${name}/`;
};
