import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";

const file = "facts/laws.yaml";

/** What is wrong with a right that a period is for; undefined if nothing is. */
const faultOf = (right: string, given: readonly string[], timed: readonly string[]) => {
  if (!given.includes(right))
    return `"${right}" is not one of the rights that this law gives; add it to the line "rights:" of the law, or delete it here`;
  return timed.includes(right)
    ? `"${right}" has a period above already; leave it in the one that the law sets for it, and delete it in the other`
    : undefined;
};

/** Periods for a right that their law does not give, or that has another period there. */
export const misplacedPeriods = ({ facts, placeOf }: Content): Issue[] =>
  facts.laws.flatMap(({ request }, position) => {
    const timed: string[] = [];
    return (request?.periods ?? []).flatMap((period, at) =>
      period.for.flatMap((right, place) => {
        /* What is no right at all is a broken reference. */
        const isRight = facts.rights.some(({ id }) => id === right);
        const fault = isRight ? faultOf(right, request?.rights ?? [], timed) : undefined;
        timed.push(right);
        if (fault === undefined) return [];
        return [
          error(file, placeOf(file, [position, "request", "periods", at, "for", place]), fault),
        ];
      }),
    );
  });
