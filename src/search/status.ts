import type { Answer, Findings } from "./search.ts";

const results = (count: number) => `${String(count)} ${count === 1 ? "result" : "results"}`;

/** How many are shown, and of how many. */
const counted = ({ hits, total, atLeast }: Findings) =>
  hits.length < total
    ? `The best ${String(hits.length)} of ${atLeast ? "at least " : ""}${results(total)}`
    : results(total);

/**
 * What was found, in words.
 * @param section the one that the search is limited to; an empty string for all
 */
export const said = (query: string, section: string, answer: Answer, findings: Findings) => {
  const place = section === "" ? "" : ` in ${section}`;
  if (findings.total === 0) return `Nothing found${answer.elsewhere ? place : ""} for “${query}”.`;
  if (!answer.isPartial) return `${counted(findings)} for “${query}”.`;
  const have = findings.total === 1 ? "has" : "have";
  return `No page${place} has all words of “${query}”. ${counted(findings)} ${have} some of them.`;
};
