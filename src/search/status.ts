import type { Words } from "../words/index.ts";
import type { Answer, Findings } from "./search.ts";

/**
 * Says in words what a search found.
 * @param section that the search is limited to; an empty string for all
 */
export const statusOf = (
  query: string,
  section: string,
  { isPartial, elsewhere }: Pick<Answer, "isPartial" | "elsewhere">,
  { hits, total, atLeast }: Pick<Findings, "total" | "atLeast"> & { hits: readonly unknown[] },
  words: Words["search"],
): string => {
  const findings = { shown: hits.length, total, atLeast };
  if (total === 0)
    return elsewhere ? words.nothingFoundIn(section, query) : words.nothingFound(query);
  if (!isPartial) return words.found(query, findings);
  return section === ""
    ? words.partlyFound(query, findings)
    : words.partlyFoundIn(section, query, findings);
};
