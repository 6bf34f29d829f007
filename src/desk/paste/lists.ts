import type { Element, ElementContent } from "hast";
import { find, isBlank, isElement, isNamed, make, styleOf, textOf } from "./html.ts";
import type { LeftOut } from "./left-out.ts";

/** An entry of a list, before it is known what it is nested in. */
interface Entry {
  readonly item: Element;
  readonly level: number;
  readonly isOrdered: boolean;
  readonly isLettered: boolean;
  /** Its number, where that matters: at the start of a list, and where it is written. */
  readonly number: number | undefined;
}

/** Whether an element holds the bullet or number that Word writes before the words of an entry. */
export const isMarker = (element: Element): boolean =>
  styleOf(element).get("mso-list") === "ignore";

const bullet = /^\s*[•◦▪‣●○■]\s*/u;

/* An entry that was a paragraph is kept in these until its neighbors are known. */
const level = "dataPastedLevel";
const mark = "dataPastedMark";

/**
 * An entry that Word or somebody typing has written as a paragraph, marked as such; undefined if the
 * paragraph is none.
 * @param paragraph as it was pasted
 * @param children the same paragraph's content, without its marker
 */
export const entryOfParagraph = (
  paragraph: Element,
  children: readonly ElementContent[],
): Element | undefined => {
  const [, depth] = /level(\d+)/.exec(styleOf(paragraph).get("mso-list") ?? "") ?? [];
  if (depth !== undefined)
    return make("li", [...children], {
      [level]: depth,
      [mark]: textOf(find(paragraph, isMarker) ?? make("span", [])).trim(),
    });
  const typed = bullet.exec(textOf(paragraph));
  return typed === null
    ? undefined
    : make("li", withoutStart([...children], typed[0].length), { [level]: "1", [mark]: "•" });
};

/** Nodes without so many characters at their start. */
const withoutStart = (nodes: readonly ElementContent[], length: number): ElementContent[] => {
  let left = length;
  const cut = (node: ElementContent): ElementContent => {
    if (node.type === "text") {
      const value = node.value.slice(left);
      left -= node.value.length - value.length;
      return { ...node, value };
    }
    return node.type === "element" ? { ...node, children: node.children.map(cut) } : node;
  };
  return nodes.map(cut);
};

const numbered = /^\(?(?:(\d+)|[ivxlc]+|[a-z]{1,2})[.)]/i;

const levelOf = ({ properties }: Element): number =>
  Number(properties[level] ?? properties["dataAriaLevel"] ?? properties["ariaLevel"] ?? 1);

/** The entries that a paragraph or a list holds; undefined for anything else. */
const entriesOf = (node: ElementContent): Entry[] | undefined => {
  if (isNamed(node, "li") && node.properties[level] !== undefined) {
    const [found, digits] = numbered.exec(String(node.properties[mark])) ?? [];
    const isLettered = found !== undefined && digits === undefined;
    return [
      {
        item: make("li", node.children),
        level: levelOf(node),
        isOrdered: found !== undefined,
        isLettered,
        number:
          digits === undefined
            ? isLettered && /^\(?[ai][.)]/i.test(found)
              ? 1
              : undefined
            : Number(digits),
      },
    ];
  }
  if (!isNamed(node, "ul", "ol")) return undefined;
  const items = itemsOf(node);
  const isOrdered = node.tagName === "ol";
  return items.map((item, at) => ({
    item,
    level: levelOf(item),
    isOrdered,
    isLettered: isOrdered && (isLettered(node) || isLettered(item)),
    number: isOrdered && at === 0 ? Number(node.properties["start"] ?? 1) : undefined,
  }));
};

/** Whether a list, or an entry, has letters or Roman numerals. */
const isLettered = (element: Element): boolean =>
  /^[ai]$/i.test(element.properties["type"] ?? "") ||
  /alpha|roman|latin/.test(styleOf(element).get("list-style-type") ?? "");

/** The entries of a list, with what stands beside them moved into the one before it. */
const itemsOf = ({ children }: Element): Element[] => {
  const items: Element[] = [];
  for (const child of children) {
    if (isBlank(child) || child.type === "comment") continue;
    const last = items.at(-1);
    if (isNamed(child, "li")) items.push(child);
    else if (last && isNamed(child, "ul", "ol")) last.children.push(child);
    else items.push(make("li", [child]));
  }
  return items;
};

/** Puts entries into lists within one another, by their levels. */
const nested = (entries: readonly Entry[], left: LeftOut): Element[] => {
  const base = entries[0]?.level ?? 1;
  const lists: Element[] = [];
  for (let at = 0; at < entries.length;) {
    const entry = entries[at];
    if (!entry) break;
    const { item, isOrdered, isLettered, number } = entry;
    const next = entries.findIndex((other, index) => index > at && other.level <= base);
    const deeper = entries.slice(at + 1, next === -1 ? undefined : next);
    const full = { ...item, children: [...item.children, ...nested(deeper, left)] };
    const last = lists.at(-1);
    const goesOn =
      last !== undefined &&
      (last.tagName === "ol") === isOrdered &&
      (number === undefined ||
        number === Number(last.properties["start"] ?? 1) + last.children.length);
    if (goesOn) last.children.push(full);
    else {
      lists.push(make(isOrdered ? "ol" : "ul", [full], isOrdered ? { start: number ?? 1 } : {}));
      if (isLettered) left.count("letters");
    }
    at += deeper.length + 1;
  }
  return lists;
};

/** Makes real lists of entries that stand beside one another as paragraphs or as lists of their own. */
export const withLists = (nodes: readonly ElementContent[], left: LeftOut): ElementContent[] => {
  const result: ElementContent[] = [];
  let run: Entry[] = [];
  const flush = () => {
    result.push(...nested(run, left));
    run = [];
  };
  for (const node of nodes) {
    const entries = isElement(node) ? entriesOf(node) : undefined;
    if (entries) {
      run.push(...entries);
    } else if (!isBlank(node) || run.length === 0) {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
};
