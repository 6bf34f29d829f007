import { ELEMENT_NODE, parse, TEXT_NODE, type ElementNode, type Node } from "ultrahtml";
import { visible } from "../search/letters.ts";

/** What the search finds: the text below a heading, or below the title of a page. */
export interface Passage {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Whether it only names what is elsewhere, such as the headings below it. */
  readonly isOutline: boolean;
  /** What people also ask that this answers. */
  readonly alsoAsked: string;
}

/** The passages of a page that the search finds. */
export interface IndexedPage {
  readonly language: string;
  readonly section: string;
  readonly isArchived: boolean;
  readonly passages: readonly Passage[];
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
  quot: '"',
};

const decoded = (html: string) =>
  html.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|nbsp|quot));/gi,
    (all, hex, decimal, name) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex as string, 16));
      return decimal ? String.fromCodePoint(Number(decimal)) : (named[name as string] ?? all);
    },
  );

const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

const elementsOf = (node: Node): ElementNode[] => [
  ...(isElement(node) ? [node] : []),
  ...("children" in node ? (node.children as Node[]).flatMap(elementsOf) : []),
];

/** What stands in a line with what is around it. */
const inline = new Set(
  "a abbr b bdi code del em i kbd mark small span strong sub sup time".split(" "),
);

const silent = new Set(["script", "style", "template", "svg"]);

const isIgnored = ({ name, attributes }: ElementNode) =>
  silent.has(name) || "data-pagefind-ignore" in attributes;

/** Pieces of text that stand apart, as one text. */
const joined = (pieces: readonly string[]): string =>
  pieces
    /* “(a)(i)” is no word, least of all “AI”. */
    .map((piece) => visible(decoded(piece)).replaceAll(")(", ") ("))
    .filter((piece) => piece !== "")
    .map((piece, at, { length }) =>
      at < length - 1 && /[\p{L}\p{N})]["”’“]?$/u.test(piece) ? `${piece}.` : piece,
    )
    .join(" ");

/** A passage while the page is read: its text in pieces that stand apart. */
interface Draft {
  readonly id: string | undefined;
  /** 1 for the title of a page, more for the headings below it. */
  readonly level: number;
  readonly title: string;
  readonly pieces: string[];
  /** Whether anything in it stands nowhere else. */
  hasOwnText: boolean;
  alsoAsked: string;
}

/** The text of a heading, or of any element that has no parts. */
const textOf = (node: Node): string => {
  if (node.type === TEXT_NODE) return node.value;
  if (!("children" in node) || (isElement(node) && isIgnored(node))) return "";
  return (node.children as Node[]).map(textOf).join("");
};

/** Reads what is in an element, in document order, into passages. */
const readInto = (passages: Draft[], element: ElementNode): void => {
  const current = () => passages.at(-1);
  /** What people also ask, until its heading comes. */
  let waiting = "";
  const heading = (node: ElementNode) => {
    passages.push({
      id: node.attributes["id"],
      level: Number(node.name.slice(1)),
      title: visible(decoded(textOf(node))),
      pieces: [""],
      hasOwnText: false,
      alsoAsked: waiting,
    });
    waiting = "";
  };
  const visit = (node: Node) => {
    const passage = current();
    const pieces = passage?.pieces;
    if (node.type === TEXT_NODE) {
      if (!passage) return;
      passage.hasOwnText ||= node.value.trim() !== "";
      passage.pieces.push((passage.pieces.pop() ?? "") + node.value);
      return;
    }
    if (!isElement(node) || isIgnored(node)) return;
    const instead = node.attributes["data-search-as"];
    if (instead !== undefined) {
      pieces?.push(instead, "");
      return;
    }
    const asked = decoded(node.attributes["data-also-asked"] ?? "");
    waiting ||= asked;
    if (node.name === "h1" || (/^h\d$/.test(node.name) && node.attributes["id"] !== undefined)) {
      heading(node);
      return;
    }
    if (!inline.has(node.name)) pieces?.push("");
    node.children.forEach(visit);
    if (!inline.has(node.name)) current()?.pieces.push("");
    const last = current();
    if (asked !== "" && waiting !== "" && last) {
      last.alsoAsked = waiting;
      waiting = "";
    }
  };
  visit(element);
};

/** The titles of the headings that a passage has below it. */
const below = (drafts: readonly Draft[], at: number): string[] => {
  const next = drafts.slice(at + 1);
  const end = next.findIndex(({ level }) => level <= (drafts[at]?.level ?? 0));
  return next.slice(0, end === -1 ? next.length : end).map(({ title }) => title);
};

/**
 * The passages of a built page, for the search: what is below each heading that has an address.
 * Elements with `data-pagefind-ignore` are left out; of those with `data-search-as`, that counts
 * instead. Since a result shows what it found, a heading with no text shows the headings below it; a
 * page that begins with one, its description; and one with nothing below it is none.
 * @param html of the page, as Astro builds it
 * @param path of its address
 * @returns undefined for a page that the search does not find
 */
export const indexedPage = (html: string, path: string): IndexedPage | undefined => {
  if (!html.includes("data-pagefind-body")) return undefined;
  const elements = elementsOf(parse(html) as Node);
  const body = elements.find(({ attributes }) => "data-pagefind-body" in attributes);
  if (!body) return undefined;
  const described = elements.find(
    ({ name, attributes }) => name === "meta" && attributes["name"] === "description",
  );
  const description = decoded(described?.attributes["content"] ?? "");
  const drafts: Draft[] = [];
  readInto(drafts, body);
  return {
    language: elements.find(({ name }) => name === "html")?.attributes["lang"] ?? "",
    section: decoded(body.attributes["data-section"] ?? ""),
    isArchived: elements.some(({ attributes }) => attributes["data-pagefind-meta"] === "status"),
    passages: drafts
      .map(({ id, title, pieces, hasOwnText, alsoAsked }, at) => ({
        url: id === undefined ? path : `${path}#${id}`,
        title,
        text: joined(pieces) || (at === 0 ? description : joined(below(drafts, at))),
        isOutline: !hasOwnText && at > 0,
        alsoAsked,
      }))
      .filter(({ text }) => text !== ""),
  };
};
