import type { BlockContent, DefinitionContent, Nodes, Parents, PhrasingContent, Root } from "mdast";

/** Characters that nobody sees, and signs from fonts that no reader has. */
const unseen =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ufffd]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu;

/** Spaces that do not break, but for those between a figure or sign and what belongs to it. */
const glue = /(?<![\p{N}§%€$£.])\u00a0(?![\p{N}%€$£])/gu;

const tidyText = (text: string): string =>
  text
    .replace(unseen, "")
    .replace(/[\u2028\u2029\u0085]/g, " ")
    .replace(/[\s\u00a0]{2,}/g, " ")
    .replace(glue, " ")
    .replace(/\t/g, " ");

type Mark = Extract<PhrasingContent, { type: "strong" | "emphasis" | "delete" | "link" }>;
const isMark = (node: PhrasingContent): node is Mark =>
  ["strong", "emphasis", "delete", "link"].includes(node.type);

const isSameMark = (one: PhrasingContent | undefined, other: Mark): one is Mark =>
  one?.type === other.type &&
  (one.type !== "link" || other.type !== "link" || one.url === other.url);

const space: PhrasingContent = { type: "text", value: " " };

const wordsOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(wordsOf).join("") : "";

/** Puts a mark around words alone: the spaces at its edges go out of it. */
const aroundWords = (mark: Mark): PhrasingContent[] => {
  const children = [...mark.children];
  const around: [PhrasingContent[], PhrasingContent[]] = [[], []];
  const trim = (at: number, edge: RegExp, side: PhrasingContent[]) => {
    const child = children.at(at);
    if (child?.type !== "text" || !edge.test(child.value)) return;
    children.splice(at, 1, { ...child, value: child.value.replace(edge, "") });
    side.push(space);
  };
  trim(0, /^\s+/, around[0]);
  trim(-1, /\s+$/, around[1]);
  const words = children.filter((child) => child.type !== "text" || child.value !== "");
  if (wordsOf({ ...mark, children: words }).trim() === "") return around.flat().slice(0, 1);
  return [...around[0], { ...mark, children: words }, ...around[1]];
};

/** Where marks stand: in a heading, which is words alone, or within one of the same kind. */
interface Around {
  readonly isHeading: boolean;
  readonly isLine: boolean;
  readonly marks: readonly Mark["type"][];
}

const joinTexts = (nodes: readonly PhrasingContent[]): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text")
      result.splice(-1, 1, { ...last, value: tidyText(last.value + node.value) });
    else result.push(node);
  }
  return result;
};

/** Marks around words, joined with their like, without those that say nothing where they stand. */
const tidyPhrasing = (nodes: readonly PhrasingContent[], around: Around): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  const add = (node: PhrasingContent) => {
    const last = result.at(-1);
    /* Programs cut bold words into pieces, also with a space between them. */
    const before = last?.type === "text" && last.value === " " ? result.at(-2) : last;
    if (isMark(node) && isSameMark(before, node)) {
      const between = before === last ? [] : [space];
      result.splice(before === last ? -1 : -2, 2, {
        ...before,
        children: joinTexts([...before.children, ...between, ...node.children]),
      });
    } else result.push(node);
  };
  for (const node of nodes) {
    if (node.type === "text") add({ ...node, value: tidyText(node.value) });
    else if (node.type === "break" && around.isLine) add(space);
    else if (isMark(node)) {
      const { type } = node;
      const isNeeded = !around.marks.includes(type) && (!around.isHeading || type === "delete");
      const children = tidyPhrasing(node.children, {
        ...around,
        marks: [...around.marks, ...(isNeeded ? [type] : [])],
      });
      if (isNeeded) aroundWords({ ...node, children }).forEach(add);
      else children.forEach(add);
    } else if (node.type !== "image") add(node);
  }
  return joinTexts(result);
};

const trimmed = (nodes: readonly PhrasingContent[]): PhrasingContent[] => {
  const isEdge = (node: PhrasingContent | undefined) =>
    node?.type === "break" || (node?.type === "text" && node.value.trim() === "");
  const words = [...nodes];
  while (isEdge(words[0])) words.shift();
  while (isEdge(words.at(-1))) words.pop();
  return words.map((node, at) =>
    node.type === "text"
      ? {
          ...node,
          value: (at === 0 ? (text: string) => text.trimStart() : String)(
            at === words.length - 1 ? node.value.trimEnd() : node.value,
          ),
        }
      : node,
  );
};

/** The parts of a paragraph between empty lines, which were made with line breaks. */
const betweenBreaks = (nodes: readonly PhrasingContent[]): PhrasingContent[][] => {
  const parts: PhrasingContent[][] = [[]];
  nodes.forEach((node, at) => {
    const [next, last] = [nodes[at + 1], parts.at(-1)];
    if (node.type === "break" && (next?.type === "break" || last?.length === 0)) {
      if (last?.length !== 0) parts.push([]);
    } else last?.push(node);
  });
  return parts;
};

/** Gives headings their levels below what stands above, without a gap. */
class Levels {
  readonly #above: number;
  readonly #open: number[] = [];

  constructor(above: number) {
    this.#above = above;
  }

  levelOf(depth: number): 2 | 3 | 4 | 5 | 6 {
    while ((this.#open.at(-1) ?? 0) >= depth) this.#open.pop();
    this.#open.push(depth);
    return Math.min(6, this.#above + this.#open.length) as 2 | 3 | 4 | 5 | 6;
  }
}

type Block = BlockContent | DefinitionContent;

const tidyBlock = (node: Nodes, levels: Levels): Nodes[] => {
  const marks: readonly Mark["type"][] = [];
  if (node.type === "paragraph")
    return betweenBreaks(tidyPhrasing(node.children, { isHeading: false, isLine: false, marks }))
      .map(trimmed)
      .filter((children) => wordsOf({ type: "paragraph", children }).trim() !== "")
      .map((children) => ({ type: "paragraph", children }));
  if (node.type === "heading") {
    const children = trimmed(tidyPhrasing(node.children, { isHeading: true, isLine: true, marks }));
    return children.length === 0
      ? []
      : [{ type: "heading", depth: levels.levelOf(node.depth), children }];
  }
  if (node.type === "table")
    return [
      {
        type: "table",
        children: node.children.map(({ children }, at) => ({
          type: "tableRow",
          children: children.map((cell) => ({
            type: "tableCell",
            children: trimmed(
              tidyPhrasing(cell.children, { isHeading: at === 0, isLine: true, marks }),
            ),
          })),
        })),
      },
    ];
  if (node.type === "list" || node.type === "listItem") {
    const children = node.children.flatMap((child) => tidyBlock(child, levels)) as Block[];
    if (children.length === 0) return [];
    const isSpread = children.filter(({ type }) => type === "paragraph").length > 1;
    return [{ ...node, spread: isSpread, children } as Nodes];
  }
  if (node.type === "html") return [];
  if ("children" in node)
    return [
      {
        ...node,
        children: (node as Parents).children.flatMap((child) => tidyBlock(child, levels)),
      } as Nodes,
    ];
  return [node];
};

/**
 * A tree as the content has it: headings below what stands above them, bold around words, one line
 * for each cell, and no character that cannot be seen.
 * @param above the level of the heading that the text stands below
 */
export const tidyMarkdown = (tree: Root, above: number): Root =>
  tidyBlock(tree, new Levels(above))[0] as Root;
