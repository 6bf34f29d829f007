import { inBodies, type Finding } from "../findings.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { shownMatches, type Match } from "./shown-text.ts";

const box = ({ found }: Match) =>
  `"${found.trim()}" is shown as typed, because boxes are not supported; write its text as a paragraph, with what matters most in **bold**`;
const contents = ({ found }: Match) =>
  `${found} is shown as typed; delete it, because long pages list their sections by themselves`;
const bold = ({ found, words }: Match) => `${found} is shown as typed; write **${words}**`;
const formula = ({ found }: Match) =>
  `${found} is shown as typed, because formulas are not supported; write it in words`;

/** Marks of other kinds of Markdown, which are shown as typed, each with its message. */
const marks: readonly (readonly [RegExp, (match: Match) => string])[] = [
  [/^[ \t]*:{3,}[ \t]*\w.*$/gm, box],
  [/^[ \t>]*\[!\w+\]/gm, box],
  [/^[ \t]*(?:!!!|\?\?\?\+?|\/{3,})[ \t]+[a-z]+(?:[ \t]+(?:".*"|\|.*))?$/gm, box],
  [
    /^[ \t]*={3,}[ \t]*$/gm,
    ({ found }) =>
      `"${found.trim()}" is shown as typed; delete it, or write --- between two empty lines to draw a line`,
  ],
  [/\[{1,2}_?TOC_?\]{1,2}(?![([])/gi, contents],
  [
    /\[\[(?!_?TOC_?\]\])(?:[^[\]\n|]*\|)?([^[\]\n|]+)\]\]/gi,
    ({ found, words }) => `${found} is shown as typed; write a link: [${words}](…)`,
  ],
  [/(?<![=\p{L}\p{N}])==([^\s=](?:[^=\n]*[^\s=])?)==(?![=\p{L}\p{N}])/gu, bold],
  [/(?<![+\p{L}\p{N}])\+\+([^\s+](?:[^+\n]*[^\s+])?)\+\+(?![+\p{L}\p{N}])/gu, bold],
  [/(?<!\S)__ ([^_\n]+) __(?![^\s,.;:!?])/gu, bold],
  [
    /(?<![\p{L}\p{N}:/]):(?:[a-z][a-z0-9_-]+|[+-]1|100):(?![\p{L}\p{N}:/])/gu,
    ({ found }) =>
      `${found} is shown as typed, because names of emoji are not supported; say it in words, or delete it`,
  ],
  [
    /(?<![\p{L}\p{N}]|\p{N} )%%[^%\n]+%%/gu,
    () => "comments are not supported, and this one is shown as typed; delete it",
  ],
  [
    /(?<=[\p{L}\p{N})])\^([^\s^]{1,12})\^/gu,
    ({ found }) =>
      `${found} is shown as typed, because raised text is not supported; write it without the carets, or with a character such as ²`,
  ],
  [/\$\$[^$\n]+\$\$/g, formula],
  [
    /(?<![$\p{L}\p{N}])\$(?:\p{L}|(?=[^$\n]*[\\^_])[^\s$\d][^$\n]*[^\s$]|\\[^$\n]*[^\s$])\$(?![$\p{N}])/gu,
    formula,
  ],
  [
    /(?<=\S[ \t]*\r?\n)[ \t]*:[ \t]+\S/g,
    () =>
      "a line that starts with a colon is shown in the paragraph above; for a term and what it means, write **Term:** and the text",
  ],
  [
    /(?<=^[ \t]*)\*\[[^\]\n]+\]:(?=[ \t])/gm,
    ({ found }) =>
      `"${found}" is shown as typed; write what the abbreviation stands for where the text first uses it`,
  ],
];

/** Names of characters that lack their semicolon, are misspelt, or are escaped twice. */
const unreadName =
  /&(?:[a-z]{3,}\d*|#\d+|#x[0-9a-f]+);|&(?:amp|[lg]t|nbsp|quot|copy|reg|euro|trade|[nm]dash|hellip|sect|szlig|[aouAOU]uml)(?=\s|$)/g;

const offsetOfName = (source: string, found: string): number => {
  const escaped = source.indexOf(found.replace("&", "&amp;"));
  return Math.max(0, escaped === -1 ? source.indexOf(found) : escaped);
};

const unreadNames = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }) =>
    node.type === "text"
      ? [...node.value.matchAll(unreadName)].map(({ 0: found }) => ({
          offset: start + offsetOfName(body.text.slice(start, end), found),
          message: `${found} is shown as typed; write the character itself`,
        }))
      : [],
  );

const unreadMarksIn = (body: Body): Finding[] =>
  marks.flatMap(([pattern, messageFor]) =>
    shownMatches(body, pattern).map((match) => ({
      offset: match.offset + match.found.length - match.found.trimStart().length,
      message: messageFor(match),
    })),
  );

/** Marks that other programs read as formatting, and that readers would see as typed. */
export const unreadMarks = (content: Content): Issue[] =>
  inBodies(content, (body) => [...unreadMarksIn(body), ...unreadNames(body)]);
