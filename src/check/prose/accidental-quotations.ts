import { inBodies, type Finding } from "../findings.ts";
import { partsOf, type TreePart } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** What people write before a figure: a comparison, and perhaps a currency or another sign. */
const comparison =
  /^(>[ \t]?=?)[ \t]*((?:[~≈±+–−-][ \t]?)?(?:(?:\p{Sc}|[A-Z]{3})[ \t]?)?\p{N}[^\s,;.]*)/u;

const isSentence = (source: string) => /[.!?…][)"”’»“]*\s*$/.test(source);

/** Whether a quotation could be one of a sentence that starts with a figure. */
const mayBeMeant = ({ text }: Body, { start, end, within }: TreePart): boolean =>
  /^>[ \t]+[^=\s]/.test(text.slice(start)) &&
  isSentence(text.slice(start, end)) &&
  (text.slice(0, start).split("\n").at(-2) ?? "").trim() === "" &&
  within.every(({ type }) => type !== "listItem");

const messageOf = (source: string): string | undefined => {
  if (/^>{2,}.*$/.test(source))
    return `"${/^>+/.exec(source)?.[0] ?? ""}" is not shown, and turns this line into a quotation; delete it, or write \\${source}`;
  const [, sign = "", figure = ""] = comparison.exec(source) ?? [];
  if (sign.endsWith("=") || /^>[ \t]?=/.test(source))
    return `">" is not shown, and turns this line into a quotation; write "at least", or \\${source.split("\n", 1)[0] ?? ""}`;
  return figure === ""
    ? undefined
    : `">" is not shown, and turns this line into a quotation; write "more than", or \\${source.split("\n", 1)[0] ?? ""}; put a quotation that starts with a figure in quotation marks`;
};

const accidental = (body: Body, isMeant: boolean): Finding[] =>
  partsOf(body).flatMap((part): Finding[] => {
    const { node, within, start, end } = part;
    if (node.type !== "blockquote" || within.at(-1)?.type === "blockquote") return [];
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
