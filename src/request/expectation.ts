import { surePeriods, type RequestProvisions } from "../centre/laws.ts";
import type { Words } from "../words/index.ts";

/**
 * The response times that a law sets, with their provisions, in words; a number only if it is
 * certain. Rights are named only where not all have the same time.
 * @param nameOf the name of a right, by its id
 */
export const answerInWords = (
  request: RequestProvisions,
  nameOf: (right: string) => string,
  { deadlines }: Words,
): string => {
  const sure = surePeriods(request);
  const times = sure.map((period) => ({ rights: period.for, words: deadlines.within(period) }));
  const isTimed = (right: string) => times.some(({ rights }) => rights.includes(right));
  const [first] = times;
  if (first === undefined) return deadlines.unconfirmed;
  const isForAll = request.rights.every(isTimed);
  if (isForAll && times.length === 1) return first.words;
  return [
    ...times.map(({ rights, words }) => deadlines.rights(rights.map(nameOf), words)),
    ...(isForAll ? [] : [deadlines.otherRights(deadlines.unconfirmed)]),
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
