import { inBodies, isArchived, type Finding } from "../findings.ts";
import { partsOf, wordsOf, type TreePart } from "../../parse/mdx-tree.ts";
import { languageOf, type Content } from "../../parse/content.ts";
import { HeadingIds } from "../../parse/heading-ids.ts";
import { placeAt, warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

interface Heading {
  readonly offset: number;
  readonly words: string;
  readonly depth: number;
}

const headingsOf = ({ tree }: Body): Heading[] =>
  tree.children.flatMap((node) =>
    node.type === "heading"
      ? [
          {
            offset: node.position?.start.offset ?? 0,
            words: wordsOf(node).trim(),
            depth: node.depth,
          },
        ]
      : [],
  );

/** Whether a heading is one because of the line below it, and not of a # before it. */
export const isUnderlined = ({ text }: Pick<Body, "text">, start: number): boolean =>
  text.charAt(start) !== "#";

const hashes = (depth: number) => "#".repeat(depth);

/** The level of the heading above a body: the page's title, or the question. */
export const levelAbove = (file: string) => (file.startsWith("faq/") ? 3 : 1);

const wrongLevels = (body: Body): Finding[] => {
  const above = levelAbove(body.file);
  return headingsOf(body).flatMap(({ offset, words, depth }, at, all): Finding[] => {
    const before = all[at - 1]?.depth ?? above;
    if (depth <= above)
      return [
        {
          offset,
          message: `${hashes(depth)} is the level of ${above === 1 ? "the page's own title" : "a question or of a heading above it"}; write ${hashes(above + 1)} ${words}`,
        },
      ];
    return depth > Math.max(before, above) + 1
      ? [
          {
            offset,
            message: `a heading level is skipped between ${before === 1 ? "the page's title" : `${hashes(before)} above`} and this heading; write ${hashes(Math.max(before, above) + 1)} ${words}`,
          },
        ]
      : [];
  });
};

const emptySections = (body: Body): Finding[] =>
  body.tree.children.flatMap((node, at, all): Finding[] => {
    const next = all[at + 1];
    if (node.type !== "heading") return [];
    if (next && (next.type !== "heading" || next.depth > node.depth)) return [];
    const offset = node.position?.start.offset ?? 0;
    if (isUnderlined(body, offset)) return [];
    const words = wordsOf(node).trim();
    return words === ""
      ? [
          {
            offset,
            message: "this heading has no words; write some after the #, or delete the line",
          },
        ]
      : [
          {
            offset,
            message: `there is nothing below the heading "${words}"; write what belongs there, or delete the heading`,
          },
        ];
  });

/** Text that a line of hyphens or equals signs below it turns into a heading, mostly by accident. */
const underlinedText = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start }) =>
    node.type === "heading" && isUnderlined(body, start)
      ? [
          {
            offset: start,
            message: `the line of ${node.depth === 1 ? "equals signs" : "hyphens"} below turns this text into a heading; leave an empty line between the two, or write ## ${wordsOf(node).trim().split("\n", 1)[0] ?? ""}`,
          },
        ]
      : [],
  );

const unreadHeading = /^[ \t]*(#{1,6})([\u00a0\u2000-\u200a\u202f\u3000]+|(?=\p{L}))(.*)/u;

const unreadHeadings = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }): Finding[] => {
    if (node.type !== "paragraph") return [];
    let offset = start;
    return body.text
      .slice(start, end)
      .split("\n")
      .flatMap((line): Finding[] => {
        const at = offset;
        offset += line.length + 1;
        const [, signs = "", gap = "", words = ""] = unreadHeading.exec(line) ?? [];
        return signs === ""
          ? []
          : [
              {
                offset: at,
                message: `this is not read as a heading, because ${gap === "" ? "no space" : "a special space"} follows ${signs}; write ${signs} ${words.trim()}`,
              },
            ];
      });
  });

/**
 * Headings whose addresses would be equal, since these have no capitals, accents or marks. A number
 * is then added to the second, which changes what links lead to once either is moved.
 */
const equalAddresses = (body: Body, language: string): Finding[] => {
  const first = new Map<string, TreePart>();
  return partsOf(body).flatMap((part) => {
    if (part.node.type !== "heading") return [];
    const words = wordsOf(part.node).trim();
    const id = new HeadingIds(language).next(words);
    const other = first.get(id);
    first.set(id, other ?? part);
    if (other === undefined || id === "") return [];
    const otherWords = wordsOf(other.node).trim();
    const line = `line ${String(placeAt(body.text, other.start).line)}`;
    return [
      {
        offset: part.start,
        message:
          words === otherWords
            ? `the heading "${words}" is also on ${line}; reword one of the two, so that a link can lead to each`
            : `the headings "${words}" and "${otherWords}" (${line}) have the same address, #${id}; reword one of the two, so that a link can lead to each`,
      },
    ];
  });
};

/** Headings at the wrong level, with nothing below them, not read as headings, or with equal addresses. */
export const faultyHeadings = (content: Content): Issue[] => {
  const repeated = (body: Body) => equalAddresses(body, languageOf(content));
  return [
    ...inBodies(content, (body) => [
      ...underlinedText(body),
      ...wrongLevels(body).filter(({ offset }) => !isUnderlined(body, offset)),
      ...emptySections(body),
      ...unreadHeadings(body),
      ...(isArchived(body.file) ? [] : repeated(body)),
    ]),
    // The text of an archived statement stays as it was.
    ...inBodies(content, (body) => (isArchived(body.file) ? repeated(body) : []), warning),
  ];
};
