import { inBodies, type Finding } from "../findings.ts";
import { partsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** What people write before a figure: a comparison, and perhaps a currency or another sign. */
const comparison =
  /^(>[ \t]?=?)[ \t]*((?:[~≈±+–−-][ \t]?)?(?:(?:\p{Sc}|[A-Z]{3})[ \t]?)?\p{N}+(?:[.,]\p{N}+)*)/u;

const isSentence = (source: string) => /[.!?…][)"”’»“]*\s*$/.test(source);

/** Whether a quotation could be one of a sentence that starts with a figure. */
const mayBeMeant = ({ text }: Body, { start, end, within }: TreePart): boolean =>
  /^>[ \t]+[^=\s]/.test(text.slice(start)) &&
  isSentence(text.slice(start, end)) &&
  (text.slice(0, start).split("\n").at(-2) ?? "").trim() === "" &&
  within.every(({ type }) => type !== "listItem");

const isRead = (sign: string) => `"${sign}" is not shown, and turns this line into a quotation`;

const messageOf = (source: string): string | undefined => {
  const [arrows] = /^>{2,}(?=.*$)/.exec(source) ?? [];
  if (arrows !== undefined && !source.includes("\n"))
    return `${isRead(arrows)}; delete it, or write \\${arrows} to show it`;
  const [, sign = "", figure = ""] = comparison.exec(source) ?? [];
  if (/^>[ \t]?=/.test(source))
    return `${isRead(">")}; write "at least ${figure || "…"}", or \\>= ${figure || "…"}`;
  return sign === ""
    ? undefined
    : `${isRead(">")}; write "more than ${figure}", or \\> ${figure}; put quotation marks around a quotation that starts with a figure`;
};

const accidental = (body: Body, isMeant: boolean): Finding[] =>
  partsOf(body).flatMap((part): Finding[] => {
    const { node, within, start, end } = part;
    if (node.type !== "blockquote" || within.at(-1)?.type === "blockquote") return [];
    if (node.children[0]?.type === "list") return [];
    const message = messageOf(body.text.slice(start, end).trimEnd());
    return message === undefined || mayBeMeant(body, part) !== isMeant
      ? []
      : [{ offset: start, message }];
  });

/** Quotations made by a "greater than" at the start of a line, which readers would not see. */
export const accidentalQuotations = (content: Content): Issue[] => [
  ...inBodies(content, (body) => accidental(body, false)),
  ...inBodies(content, (body) => accidental(body, true), warning),
];
