import type { Fact } from "../schemas/facts.ts";

type Law = Fact<"laws">;

/** The rights and time limits that a law gives to requesters. */
export type RequestProvisions = NonNullable<Law["request"]>;

/** The laws that give rights to requesters, in the order of their file. */
export const lawsWithRequest = (
  laws: readonly Law[],
): (Law & { readonly request: RequestProvisions })[] =>
  laws.flatMap(({ request, ...law }) => (request === undefined ? [] : [{ ...law, request }]));

/** The laws that the organization is subject to, in the order of the sentence that lists them. */
export const applicableLaws = (laws: readonly Law[]): Law[] =>
  laws
    .filter(({ order }) => order !== undefined)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.id.localeCompare(b.id, "en"));
