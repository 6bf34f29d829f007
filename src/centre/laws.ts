import type { Fact } from "../schemas/facts.ts";

type Law = Fact<"laws">;

/** The rights and time limits that a law gives to requesters. */
export type RequestProvisions = NonNullable<Law["request"]>;

/** A time that a law sets for an answer. */
export type AnswerPeriod = RequestProvisions["periods"][number];

/** The periods that may be shown: those that are certain, in a record that is. */
export const surePeriods = ({ confidence, periods }: RequestProvisions): AnswerPeriod[] =>
  confidence === "high" ? periods.filter((period) => period.confidence === "high") : [];

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
