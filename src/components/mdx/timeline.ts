import type { Fact } from "../../schemas/facts.ts";
import type { Words } from "../../words/index.ts";

/** One stretch of a timeline, ending when something happens. */
export interface Stretch {
  /** Where it begins and ends, in units of a line that is `width` long for the longest period. */
  readonly start: number;
  readonly end: number;
  /** Such as "deleted after 12 days". */
  readonly label: string;
  readonly last: boolean;
}

/** How long the line of the longest period is drawn. */
const width = 700;

/**
 * What a drawing of the retention periods needs, all on one scale.
 * @returns the longest period in days, and a row for each record in its order
 */
export const timelines = (retention: readonly Fact<"retention">[], words: Words["timeline"]) => {
  const longest = Math.max(...retention.flatMap(({ steps }) => steps.map((s) => s.afterDays)));
  const at = (day: number) => (longest === 0 ? 0 : Math.round((day / longest) * width));
  return {
    longest,
    rows: retention.map(({ account, from, steps }) => ({
      account,
      from,
      steps: steps.map(({ action, afterDays }, index): Stretch => {
        return {
          start: at(steps[index - 1]?.afterDays ?? 0),
          end: at(afterDays),
          label: words.step(action, afterDays),
          last: index === steps.length - 1,
        };
      }),
    })),
  };
};
