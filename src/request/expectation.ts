import { surePeriods, type RequestProvisions } from "../centre/laws.ts";
import type { Words } from "../words/index.ts";

/**
 * The response times that a law sets, with their provisions, in words; a number only if it is
 * certain, and nothing if none is. Rights are named where not all have the same time: those that differ from most.
 * @param nameOf the name of a right, by its id
 */
export const answerInWords = (
  request: RequestProvisions,
  nameOf: (right: string) => string,
  { deadlines }: Words,
): string => {
  const times = surePeriods(request).map((period) => ({
    rights: period.for,
    words: deadlines.within(period),
  }));
  const timed = times.flatMap(({ rights }) => rights);
  const others = request.rights.filter((right) => !timed.includes(right));
  const named = (rights: readonly string[], words: string) =>
    deadlines.rights(rights.map(nameOf), words);
  const [first, second] = times;
  if (first === undefined) return "";
  const isRule = second === undefined && timed.length > others.length;
  return [
    ...times.map(({ rights, words }) => (isRule ? words : named(rights, words))),
    ...(others.length === 0
      ? []
      : [
          isRule
            ? named(others, deadlines.unconfirmed)
            : deadlines.otherRights(deadlines.unconfirmed),
        ]),
  ].join("; ");
};

/**
 * The rule for a period that ends on no working day, with its provision, in a sentence; undefined
 * where none is known, or no period is certain.
 */
export const lastDayInWords = (request: RequestProvisions): string | undefined => {
  const { lastDay } = request;
  return lastDay && surePeriods(request).length > 0
    ? `${lastDay.rule.replace(/\.$/, "")} (${lastDay.provision}).`
    : undefined;
};
