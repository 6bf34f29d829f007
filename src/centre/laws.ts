import type { Fact } from "../schemas/facts.ts";

type Law = Fact<"laws">;

/** What a law gives somebody who makes a request. */
export type LawfulRequest = NonNullable<Law["request"]>;

/** The laws that give somebody who makes a request rights, in the order of their file. */
export const lawsWithRequest = (
  laws: readonly Law[],
): (Law & { readonly request: LawfulRequest })[] =>
  laws.flatMap(({ request, ...law }) => (request === undefined ? [] : [{ ...law, request }]));

/** The laws that the organisation answers to, in the order of the sentence that names them. */
export const lawsAnsweredTo = (laws: readonly Law[]): Law[] =>
  laws
    .filter(({ order }) => order !== undefined)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.id.localeCompare(b.id, "en"));
