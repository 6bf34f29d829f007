import { inBodies, type Finding } from "../findings.ts";
import { partsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** Signs that only a list item starts with, and what word processors turn them into. */
const bullet = /^(?:[•◦▪▫‣⁃●○■□➢✓✔]|·(?=\s)|[o§Øüv](?=\t|[ \u00a0]{2}))/u;
/** Dashes, letters, and numbers: they start a list item if the next line starts the same way. */
const dash = /^[–—−](?=\s)/u;
const letter =
  /^(?:\((?:[A-Za-z]{1,2}|[ivx]+|[IVX]+|\d{1,2})\)|(?:[A-Za-z]|[ivx]+|[IVX]+)\)|(?:[a-z]|[ivx]+)\.)(?=\s)/u;

interface Line {
  readonly offset: number;
  /** The list mark it starts with, if any. */
  readonly mark: string | undefined;
  readonly isSure: boolean;
  /** Whether a line break follows it when shown. */
  readonly isBroken: boolean;
}

const linesOf = ({ text }: Body, { start, end }: TreePart): Line[] =>
  [...text.slice(start, end).matchAll(/^([\s>]*)(.*)$/gm)].map(
    ({ 1: before = "", 2: words = "", index }) => ({
      offset: start + index + before.length,
      mark: [bullet, dash, letter].map((kind) => kind.exec(words)?.[0]).find(Boolean),
      isSure: bullet.test(words),
      isBroken: / {2}\r?$|\\\r?$/.test(words),
    }),
  );

/** Whether a line and the next are list items that are shown as one paragraph. */
const runOn = (line: Line | undefined, next: Line | undefined) =>
  line?.mark !== undefined && next?.mark !== undefined && !line.isBroken;

const findingsIn = (body: Body): Finding[] =>
  partsOf(body).flatMap((part): Finding[] => {
    if (part.node.type !== "paragraph") return [];
    const lines = linesOf(body, part);
    const entries = lines.filter(
      (line, at) => line.isSure || runOn(line, lines[at + 1]) || runOn(lines[at - 1], line),
    );
    const [first] = entries;
    if (first?.mark === undefined) return [];
    const below = entries.length - 1;
    const others =
      below === 0
        ? ""
        : `, and neither ${below === 1 ? "does 1 line" : `do ${String(below)} lines`} below it`;
    const start = `start ${below === 0 ? "it" : "each"} with`;
    const remedy = letter.test(`${first.mark} `)
      ? `1. and a space, or with "- ${first.mark}" to keep these marks`
      : "a hyphen and a space";
    return [
      {
        offset: first.offset,
        message: `a line that starts with "${first.mark}" does not become a list item${others}; ${start} ${remedy}, after an empty line`,
      },
    ];
  });

/** Lists with marks of word processors, which are shown as a paragraph. */
export const unreadLists = (content: Content): Issue[] => inBodies(content, findingsIn);
