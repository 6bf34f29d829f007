import { openPoints } from "../centre/open-points.ts";
import { recordsOf, type Content } from "./content.ts";
import { inARow, type Issue } from "./issue.ts";

const count = (number: number, noun: string) =>
  `${String(number)} ${noun}${number === 1 ? "" : "s"}`;

/** What a check came to, in a line: what the content holds, or how much is wrong with it. */
export const summary = (content: Content, issues: readonly Issue[]): string => {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const files = new Set(errors.map(({ file }) => file));
    return `${count(errors.length, "problem")} in ${count(files.size, "file")}. Nothing was built.`;
  }
  const { pages, faq, statements } = content.prose;
  const facts = Object.values(content.facts).flat().length;
  const open = openPoints(recordsOf(content)).length;
  const held = [
    count(faq.length, "question"),
    count(pages.length, "page"),
    count(statements.length, "statement"),
    count(facts, "fact"),
  ];
  return `The content is sound: ${inARow(held)}; ${open === 0 ? "all facts are confirmed" : `${count(open, "fact")} ${open === 1 ? "awaits" : "await"} confirmation`}.`;
};
