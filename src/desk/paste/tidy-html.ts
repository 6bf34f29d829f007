import type { Element, ElementContent, Root, RootContent } from "hast";
import { find, hasClass, isBlank, isElement, isNamed, make, styleOf, textOf } from "./html.ts";
import type { LeftOut } from "./left-out.ts";
import { linkTarget } from "./link-target.ts";
import { entryOfParagraph, isMarker, withLists } from "./lists.ts";

/** What never has anything to read, with what it is counted as. */
const dropped = new Map<string, "pictures" | "embedded" | undefined>([
  ...["img", "picture", "svg", "v:shape", "v:imagedata", "canvas"].map(
    (name) => [name, "pictures"] as const,
  ),
  ...["iframe", "video", "audio", "object", "embed", "form", "input", "select", "textarea"].map(
    (name) => [name, "embedded"] as const,
  ),
  ...["style", "script", "xml", "title", "button", "w:sdtpr", "noscript", "template"].map(
    (name) => [name, undefined] as const,
  ),
]);

const isHidden = (style: ReadonlyMap<string, string>) =>
  style.get("display") === "none" ||
  style.get("visibility") === "hidden" ||
  style.get("mso-hide") === "all";

/** Where links to a footnote lead, by the program that wrote it. */
const footnoteAnchor = /#(?:_(?:ftn|edn)\d|ftnt\d|fn\d|fn:|cite_note|footnote)/i;
const commentAnchor = /#(?:_msocom|cmnt\d)/i;
/** Where the text of a footnote or a comment leads back to. */
const backAnchor = /#(?:_(?:ftn|edn)ref|ftnt_ref|fnref|cite_ref|cmnt_ref|_msoanchor)/i;

const hrefOf = ({ properties }: Element) => properties["href"] ?? "";

/** Whether an element is the text of a footnote or a comment, below everything else. */
const isNoteText = (element: Element): boolean => {
  const mso = styleOf(element).get("mso-element") ?? "";
  if (/^(?:footnote|endnote|comment)(?:-list)?$/.test(mso)) return true;
  if (hasClass(element, /^(?:footnotes|MsoFootnoteText|MsoEndnoteText|MsoCommentText)$/))
    return true;
  const [first] = element.children.filter((child) => !isBlank(child));
  const anchor = isNamed(element, "p", "li")
    ? find(element, ({ tagName }) => tagName === "a")
    : undefined;
  return anchor !== undefined && backAnchor.test(hrefOf(anchor)) && first !== undefined;
};

/** A mark that leads to a footnote or a comment; undefined for anything else. */
const noteMark = (element: Element): "footnotes" | "comments" | undefined => {
  if (hasClass(element, /^MsoCommentReference$/)) return "comments";
  if (!isNamed(element, "a")) return undefined;
  const href = hrefOf(element);
  if (commentAnchor.test(href)) return "comments";
  return footnoteAnchor.test(href) || hasClass(element, /^footnote-?ref$/i)
    ? "footnotes"
    : undefined;
};

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const lowered = "₀₁₂₃₄₅₆₇₈₉";
const withDigits = (digits: string, node: ElementContent): ElementContent =>
  node.type === "text"
    ? { ...node, value: node.value.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit) }
    : node.type === "element"
      ? { ...node, children: node.children.map((child) => withDigits(digits, child)) }
      : node;

const isBold = (weight: string | undefined) =>
  weight !== undefined && (/^bold/.test(weight) || Number(weight) >= 600);

/** Content in the elements that stand for what its style says. */
const inStyle = (style: ReadonlyMap<string, string>, children: ElementContent[]) => {
  let styled = children;
  if (isBold(style.get("font-weight"))) styled = [make("strong", styled)];
  if (style.get("font-style") === "italic") styled = [make("em", styled)];
  const decoration = style.get("text-decoration") ?? style.get("text-decoration-line") ?? "";
  if (decoration.includes("line-through")) styled = [make("del", styled)];
  return styled;
};

/** Colors that say nothing by themselves. */
const plain =
  /^(?:|black|windowtext|#000(?:000)?|auto|inherit|initial|transparent|white|#fff(?:fff)?|rgb\((?:0, ?0, ?0|255, ?255, ?255)\)|rgba\(0, ?0, ?0, ?0\))$/;

const hasLooks = ({ properties }: Element, style: ReadonlyMap<string, string>) =>
  properties["color"] !== undefined ||
  properties["bgColor"] !== undefined ||
  properties["face"] !== undefined ||
  ["font-family", "font-size"].some((name) => style.has(name)) ||
  ["color", "background", "background-color", "mso-highlight"].some(
    (name) => !plain.test(style.get(name) ?? ""),
  );

const blocks = [
  "p",
  "div",
  "li",
  "ul",
  "ol",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "tr",
];

/** A cell as one line: paragraphs with a space between them, entries of lists with a semicolon. */
const line = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child, at): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (child.tagName === "br") return [{ type: "text", value: " " }];
    if (!blocks.includes(child.tagName)) return [child];
    const inner = line(child.children);
    if (textOf(child).trim() === "") return [];
    const isFirst = children.slice(0, at).every((other) => textOf(other).trim() === "");
    const separator = child.tagName === "li" ? "; " : " ";
    return isFirst ? inner : [{ type: "text", value: separator }, ...inner];
  });

const rowsOf = (table: Element): Element[] =>
  table.children.flatMap((child) =>
    isNamed(child, "tr") ? [child] : isNamed(child, "thead", "tbody", "tfoot") ? rowsOf(child) : [],
  );

const cellsOf = ({ children }: Element) => children.filter((cell) => isNamed(cell, "td", "th"));

/** A table with its first row as the heading; what it holds, where it only arranges that. */
const tidyTable = (table: Element, left: LeftOut): ElementContent[] => {
  const rows = rowsOf(table).filter((row) => textOf(row).trim() !== "");
  const cells = rows.flatMap(cellsOf);
  if (
    cells.length <= 1 ||
    table.properties["role"] === "presentation" ||
    find(table, ({ tagName }) => tagName === "table")
  )
    return cells.flatMap((cell) => [make("div", cell.children)]);
  for (const { properties } of cells)
    if (Number(properties["rowSpan"] ?? 1) > 1 || Number(properties["colSpan"] ?? 1) > 1)
      left.count("merged");
  const tidyRow = (row: Element, at: number) =>
    make(
      "tr",
      cellsOf(row).map(({ properties: { rowSpan, colSpan }, children }) =>
        make(at === 0 ? "th" : "td", line(children), {
          ...(rowSpan === undefined ? {} : { rowSpan }),
          ...(colSpan === undefined ? {} : { colSpan }),
        }),
      ),
    );
  const caption = table.children.find((child) => isNamed(child, "caption"));
  return [
    ...(caption ? [make("p", caption.children)] : []),
    make("table", [make("tbody", rows.map(tidyRow))]),
  ];
};

const tidyLink = (link: Element, children: ElementContent[], left: LeftOut): ElementContent[] => {
  const href = hrefOf(link);
  const target = linkTarget(href);
  if (target !== undefined) return [make("a", children, { href: target })];
  if (href !== "") left.count("links");
  return children;
};

const inline = ["span", "font", "a", "b", "strong", "i", "em", "u", "ins", "del", "s", "strike"];

/** Whether a link is the sign that a heading of a web page carries, for copying its address. */
const isAnchorSign = (element: Element) =>
  isNamed(element, "a") &&
  hrefOf(element).includes("#") &&
  /^[#¶§🔗]?$/u.test(textOf(element).trim());

const tidyElement = (element: Element, left: LeftOut): ElementContent[] => {
  const style = styleOf(element);
  const { tagName } = element;
  if (dropped.has(tagName)) {
    const kind = dropped.get(tagName);
    if (kind) left.count(kind);
    return [];
  }
  if (isHidden(style) || isMarker(element) || isNoteText(element) || isAnchorSign(element))
    return [];
  if (hasClass(element, /^MsoToc/)) {
    left.count("contents");
    return [];
  }
  const note = noteMark(element);
  if (note) {
    left.count(note);
    return [];
  }
  if (tagName === "del") {
    left.count("deletions");
    return [];
  }
  if (tagName === "ins") left.count("insertions");
  if (hasLooks(element, style)) left.count("looks");

  const children = tidied(element.children, left);
  const styled = inline.includes(tagName) ? inStyle(style, children) : children;
  if (tagName === "p") {
    const entry = entryOfParagraph(element, children);
    if (entry) return [entry];
    if (hasClass(element, /^(?:Mso)?Title$/i)) return [make("h1", children)];
  }
  if (tagName === "table") return tidyTable({ ...element, children }, left);
  if (tagName === "a") return tidyLink(element, styled, left);
  if (tagName === "sup" || tagName === "sub")
    return children.map((child) => withDigits(tagName === "sup" ? raised : lowered, child));
  const weight = style.get("font-weight");
  if (["b", "strong"].includes(tagName))
    return weight === undefined || isBold(weight) ? [make("strong", children)] : styled;
  if (["i", "em"].includes(tagName))
    return style.get("font-style") === "normal" ? styled : [make("em", children)];
  if (["s", "strike"].includes(tagName)) return [make("del", children)];
  if (inline.includes(tagName) || hasClass(element, /^ListContainerWrapper/)) return styled;
  if (tagName.includes(":")) return children;
  return [{ ...element, children }];
};

const isContent = (node: RootContent): node is ElementContent => node.type !== "doctype";

const tidied = (nodes: readonly RootContent[], left: LeftOut): ElementContent[] =>
  withLists(
    nodes
      .filter(isContent)
      .flatMap((node) =>
        isElement(node) ? tidyElement(node, left) : node.type === "text" ? [node] : [],
      ),
    left,
  );

/**
 * HTML without what word processors, mail programs and browsers put around what was written: styles
 * as the elements that they stand for, lists as lists, tables with a heading, and no notes or pictures.
 */
export const tidyHtml = ({ children }: Root, left: LeftOut): Root => ({
  type: "root",
  children: tidied(children, left),
});
