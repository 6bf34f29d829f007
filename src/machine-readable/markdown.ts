import type { Element, ElementContent, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast, type Handle } from "hast-util-to-mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown, type Options } from "mdast-util-to-markdown";

type Content = ElementContent | RootContent;

const isElement = (node: Content): node is Element => node.type === "element";

const classesOf = ({ properties: { className } }: Element): readonly unknown[] =>
  Array.isArray(className) ? className : [];

/** What draws, runs, or is worked with, and what leads around. */
const furniture = new Set(
  "figure noscript request-builder script style svg template wbr".split(" "),
);

/** Whether an element says nothing that a reader of the text would miss. */
const isLeftOut = (element: Element): boolean => {
  const { tagName, properties } = element;
  const classes = classesOf(element);
  /* The ways in are the content's own words. A span that is not printed has another for that. */
  const isToWorkWith =
    !classes.includes("ways-in") &&
    (tagName === "nav" || (tagName !== "span" && classes.includes("no-print")));
  return (
    isToWorkWith ||
    furniture.has(tagName) ||
    classes.includes("print-only") ||
    properties["hidden"] === true ||
    properties["ariaHidden"] === "true"
  );
};

const text = (value: string) => ({ type: "text", value }) as const;

const element = (tagName: string, ...children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties: {},
  children,
});

/** A list as a part of a sentence, with what it is called: a cell of a table holds no list. */
const listInCell = ({ properties, children }: Element): Element => {
  const items = children
    .filter(isElement)
    .flatMap((item, at) => [...(at === 0 ? [] : [text("; ")]), ...item.children]);
  const { ariaLabel } = properties;
  return element(
    "span",
    text(` (${typeof ariaLabel === "string" ? `${ariaLabel}: ` : ""}`),
    ...items,
    text(")"),
  );
};

/** What is marked within a line. */
const marks = new Set(["a", "b", "del", "em", "i", "strong"]);

/** The white space at the ends of a mark, which stands around it instead. */
const spacesAround = (mark: Element): ElementContent[] => {
  const first = mark.children.at(0);
  const last = mark.children.at(-1);
  const before = first?.type === "text" ? (/^\s*/.exec(first.value)?.[0] ?? "") : "";
  const after = last?.type === "text" ? (/\s*$/.exec(last.value)?.[0] ?? "") : "";
  const children = mark.children.map((child) => {
    if (child.type !== "text") return child;
    const start = child === first ? child.value.trimStart() : child.value;
    return text(child === last ? start.trimEnd() : start);
  });
  return [text(before), { ...mark, children }, text(after)];
};

/**
 * An element in the form that Markdown has for it, with its addresses complete.
 * @param path of the page
 */
const rewritten = (
  node: Element,
  children: ElementContent[],
  path: string,
  inCell: boolean,
): ElementContent[] => {
  const { tagName, properties } = node;
  const { href } = properties;
  /* Without its position in the page, which would be copied with it. */
  const own: Element = {
    type: "element",
    tagName,
    children,
    properties:
      typeof href === "string" && href.startsWith("#")
        ? { ...properties, href: path + href }
        : properties,
  };
  if (inCell && (tagName === "ul" || tagName === "ol")) return [listInCell(own)];
  /* What stands below in small print stands behind. */
  if (tagName === "span" && classesOf(node).includes("block")) return [text(" – "), own];
  if (marks.has(tagName)) return spacesAround(own);
  if (tagName !== "table") return [own];
  const isCaption = (child: ElementContent) => isElement(child) && child.tagName === "caption";
  const captions = children.filter(isCaption).filter(isElement);
  return [
    ...captions.map((caption) => element("p", element("em", ...caption.children))),
    { ...own, children: children.filter((child) => !isCaption(child)) },
  ];
};

/** Elements whose Markdown is known already. */
type Known = ReadonlyMap<Element, string>;

/** The content of an element without what is left out, as Markdown has it. */
const contentOf = (
  nodes: readonly Content[],
  path: string,
  known: Known,
  inCell = false,
): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [text(node.value)];
    if (!isElement(node) || isLeftOut(node)) return [];
    const markdown = known.get(node);
    if (markdown !== undefined) return [{ ...element("div"), properties: { [asItIs]: markdown } }];
    const isCell = inCell || node.tagName === "td" || node.tagName === "th";
    return rewritten(node, contentOf(node.children, path, known, isCell), path, inCell);
  });

/** The property of an element that is written as it is, in Markdown. */
const asItIs = "markdown";

const division: Handle = (state, node: Element) => {
  const { [asItIs]: value } = node.properties;
  /* It stands by itself, as the element does. */
  return typeof value === "string"
    ? { type: "html", value, data: { hName: "div" } }
    : state.toFlow(state.all(node));
};

/** Blocks stand apart, each in one line: a change in one changes no other line. */
const style: Options = {
  bullet: "-",
  listItemIndent: "one",
  resourceLink: true,
  rule: "-",
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
};

const asMarkdown = (nodes: readonly Content[], path: string, known: Known = new Map()): string => {
  const root: Root = { type: "root", children: contentOf(nodes, path, known) };
  return toMarkdown(toMdast(root, { document: true, handlers: { div: division } }), style);
};

const elementsIn = (nodes: readonly Content[]): Element[] =>
  nodes.filter(isElement).flatMap((node) => [node, ...elementsIn(node.children)]);

/** A built page for those who read it without a browser. */
export interface PageText {
  /** The path of its address. */
  readonly path: string;
  /** Its content as GitHub Flavored Markdown. */
  readonly markdown: string;
  /** The same of each answer on it, by the address of its question. */
  readonly answers: ReadonlyMap<string, string>;
  /** The ids of what stands on it in rows and lists. */
  readonly rows: ReadonlySet<string>;
}

/** The elements that hold a record each. */
const rows = new Set(["div", "li", "tr"]);

const mainOf = (html: string): string => /<main\b.*<\/main>/s.exec(html)?.[0] ?? "";

/** An answer on a page. */
interface Answer {
  /** The address of its question. */
  readonly address: string;
  /** What holds it; undefined where there is none. */
  readonly element: Element | undefined;
  readonly markdown: string;
}

/** The answers among the elements of a page. */
const answersOf = (elements: readonly Element[], path: string): Answer[] =>
  elements
    .filter(({ tagName }) => tagName === "article")
    .map(({ children }) => {
      const within = elementsIn(children);
      const named = (name: string) =>
        within.find(({ properties: { itemProp } }) => itemProp?.toString() === name);
      const id = named("name")?.properties["id"];
      const answer = named("text");
      return {
        address: typeof id === "string" ? `${path}#${id}` : path,
        element: answer,
        markdown: asMarkdown(answer?.children ?? [], path),
      };
    });

/**
 * The content of a built page as Markdown, from what is in its `<main>`: text, tables, and what
 * pictures show, as the lists beside them; no navigation, no controls, nothing that scripts make. The
 * same content gives the same bytes, and each paragraph, heading and row is a line. Links lead to
 * addresses from the root of the site, and each heading that has an address to its own.
 * @param html of the page
 * @param path of its address
 */
export const pageText = (html: string, path: string): PageText => {
  const { children } = fromHtml(mainOf(html), { fragment: true });
  const main = children.filter(isElement).flatMap((node) => node.children);
  const elements = elementsIn(main);
  const answers = answersOf(elements, path);
  const known = new Map(
    answers.flatMap(({ element, markdown }) =>
      element && markdown !== "" ? [[element, markdown.trimEnd()] as const] : [],
    ),
  );
  return {
    path,
    markdown: asMarkdown(main, path, known),
    answers: new Map(answers.map(({ address, markdown }) => [address, markdown])),
    rows: new Set(
      elements
        .filter(({ tagName }) => rows.has(tagName))
        .flatMap(({ properties: { id } }) => (typeof id === "string" ? [id] : [])),
    ),
  };
};
