import { inBodies, type Finding } from "../findings.ts";
import { partsOf, wordsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
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

const hashes = (depth: number) => "#".repeat(depth);

/** The level of the heading above a body: the page's title, or the question. */
const levelAbove = (file: string) => (file.startsWith("faq/") ? 3 : 1);

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

const emptySections = ({ tree }: Body): Finding[] =>
  tree.children.flatMap((node, at, all): Finding[] => {
    const next = all[at + 1];
    if (node.type !== "heading") return [];
    if (next && (next.type !== "heading" || next.depth > node.depth)) return [];
    const offset = node.position?.start.offset ?? 0;
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
  headingsOf(body)
    .filter(({ offset }) => body.text.charAt(offset) !== "#")
    .map(({ offset, words, depth }) => ({
      offset,
      message: `the line of ${depth === 1 ? "equals signs" : "hyphens"} below turns this text into a heading; leave an empty line between the two, or write ## ${words.split("\n", 1)[0] ?? ""}`,
    }));

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

const repeatedHeadings = (body: Body): Finding[] =>
  headingsOf(body).flatMap(({ offset, words }, at, all): Finding[] => {
    const first = all.slice(0, at).find((other) => other.words === words);
    return first === undefined || words === ""
      ? []
      : [
          {
            offset,
            message: `the heading "${words}" is also on line ${String(placeAt(body.text, first.offset).line)}; reword one of the two, so that a link can lead to each`,
          },
        ];
  });

/** Headings at the wrong level, with nothing below them, or not read as headings. */
export const faultyHeadings = (content: Content): Issue[] => [
  ...inBodies(content, (body) => [
    ...underlinedText(body),
    ...wrongLevels(body).filter(({ offset }) => body.text.charAt(offset) === "#"),
    ...emptySections(body),
    ...unreadHeadings(body),
  ]),
  ...inBodies(content, repeatedHeadings, warning),
];
