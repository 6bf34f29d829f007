import type { Fact } from "../../schemas/facts.ts";
import type { Words } from "../../words/index.ts";

/** A segment of a timeline, which ends with a retention step. */
export interface Segment {
  /** Where it begins and ends, in drawing units; the longest period is `width` units long. */
  readonly start: number;
  readonly end: number;
  /** The step in words, such as "deleted after 12 days". */
  readonly label: string;
  readonly last: boolean;
}

/** The length of the longest period's line, in drawing units. */
const width = 700;

/**
 * Computes the drawing of the retention periods, all to one scale.
 * @returns the longest period in days, and a row for each record, in the same order
 */
export const timelines = (retention: readonly Fact<"retention">[], words: Words["timeline"]) => {
  const longest = Math.max(
    ...retention.flatMap(({ steps }) => steps.map(({ afterDays }) => afterDays)),
  );
  const at = (day: number) => (longest === 0 ? 0 : Math.round((day / longest) * width));
  return {
    longest,
    rows: retention.map(({ account, from, steps }) => ({
      account,
      from,
      steps: steps.map(({ action, afterDays }, index): Segment => {
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
