import type { Content } from "../../parse/content.ts";
import { formatList, type Issue } from "../../parse/issue.ts";
import { openPointsOf } from "../facts/open-points.ts";

const count = (number: number, noun: string) =>
  `${String(number)} ${noun}${number === 1 ? "" : "s"}`;

/** The result of a check: what the content holds, or how many problems it has. */
export const summary = (content: Content, issues: readonly Issue[], whole: boolean): string[] => {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const files = new Set(errors.map(({ file }) => file));
    return [
      `${count(errors.length, "problem")} in ${count(files.size, "file")}. Nothing was built.`,
    ];
  }
  const { pages, faq, statements } = content.prose;
  const facts =
    Object.values(content.facts).flat().length +
    content.lists.flatMap(({ records }) => records).length;
  const open = openPointsOf(content).length;
  const holdings = [
    count(faq.length, "question"),
    count(pages.length, "page"),
    count(statements.length, "statement"),
    count(facts, "fact"),
  ];
  return [
    `The content has no errors: ${formatList(holdings)}; ${open === 0 ? "all facts are confirmed" : `${count(open, "fact")} ${open === 1 ? "awaits" : "await"} confirmation`}.`,
    ...(whole ? [] : ["For open points and reading ease, run `npm run check -- --report`."]),
  ];
};
