import type { Words } from "../words/index.ts";
import type { Answer, Findings } from "./search.ts";

/**
 * Says in words what a search found.
 * @param typed the query as it was typed
 * @param section that the search is limited to; an empty string for all
 */
export const statusOf = (
  typed: string,
  section: string,
  answer: Pick<Answer, "query" | "nowhere" | "mistyped" | "coverage" | "elsewhere">,
  { hits, total, atLeast }: Pick<Findings, "total" | "atLeast"> & { hits: readonly unknown[] },
  words: Words["search"],
): string => {
  if (total === 0)
    return answer.elsewhere ? words.nothingFoundIn(section, typed) : words.nothingFound(typed);
  const { query, coverage } = answer;
  const findings = { shown: hits.length, total, atLeast };
  const some =
    section === ""
      ? words.partlyFound(query, findings)
      : words.partlyFoundIn(section, query, findings);
  return [
    ...answer.nowhere.map(words.nowhere),
    ...answer.mistyped.map(words.mistyped),
    ...(coverage === "former" ? [words.onlyArchived(query)] : []),
    coverage === "partial" ? some : words.found(query, findings),
  ].join(" ");
};
