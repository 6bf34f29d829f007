import type { Fact } from "../../schemas/facts.ts";
import type { Words } from "../../words/index.ts";
import { escaped } from "../markup.ts";

/** The distances between the marks of an axis that are easy to count with, in days. */
const distances = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1825, 3650];

/** The most marks that an axis has beside its start. */
const mostMarks = 4;

/** The last day of the axis on which all retention periods are drawn. */
export const longest = (retention: readonly Fact<"retention">[]): number =>
  Math.max(1, ...retention.flatMap(({ steps }) => steps.map(({ afterDays }) => afterDays)));

const marksUntil = (end: number): number[] => {
  const distance = distances.find((days) => end / days <= mostMarks) ?? Math.ceil(end / mostMarks);
  return Array.from({ length: Math.floor(end / distance) + 1 }, (_, at) => at * distance);
};

/** Where a day is on the axis. Percentages keep the words of a drawing as large as those around it. */
const place = (day: number, end: number): string =>
  `${String(Math.round((day / end) * 1000) / 10)}%`;

/** How words stand at a day without leaving the drawing. */
const anchor = (day: number, end: number): string =>
  day > end * 0.95 ? "end" : day < end * 0.05 ? "start" : "middle";

const label = (day: number, end: number, y: number, words: string) =>
  `<text x="${place(day, end)}" y="${String(y)}" text-anchor="${anchor(day, end)}">${escaped(words)}</text>`;

/** The axis above the drawings, whose last mark names the unit, as SVG. */
export const axis = (end: number, words: Words["timeline"]): string => {
  const marks = marksUntil(end);
  const last = marks.length - 1;
  return `<svg class="bars" height="20" aria-hidden="true">${marks
    .map((day, at) => label(day, end, 14, at === last ? words.days(day) : String(day)))
    .join("")}</svg>`;
};

/** How close, as a part of the axis, the days of two steps may be on one line. */
const near = 0.12;

/**
 * The day of a step beside its dot: below the bar where the next is near, and nothing where both
 * neighbors are. The words above the bar say them all.
 */
const dayLabel = (days: readonly number[], at: number, end: number): string => {
  const [before = -Infinity, day = 0, after = Infinity] = [days[at - 1], days[at], days[at + 1]];
  const isNearNext = after - day < end * near;
  if (isNearNext && day - before < end * near) return "";
  return label(day, end, isNearNext ? 38 : 13, String(day));
};

/**
 * A retention period as a bar along the axis, with a dot and its day for each step; and the same as a
 * list for those who hear the page. As HTML.
 * @param end the last day of the axis
 */
export const bar = (
  { from, steps }: Fact<"retention">,
  end: number,
  words: Words["timeline"],
): string => {
  const days = steps.map(({ afterDays }) => afterDays);
  const grid = marksUntil(end).map(
    (day) => `<line x1="${place(day, end)}" x2="${place(day, end)}" y2="42"/>`,
  );
  const drawn = days.map((day, at) => {
    const before = days[at - 1] ?? 0;
    const kind = at === days.length - 1 ? "last" : "step";
    return `<line class="${kind}" x1="${place(before, end)}" x2="${place(day, end)}" y1="21" y2="21"/><circle class="${kind}" cx="${place(day, end)}" cy="21" r="4"/>${dayLabel(days, at, end)}`;
  });
  return `<svg class="bars" height="42" aria-hidden="true">${grid.join("")}${drawn.join("")}</svg><ul class="sr-only" aria-label="${escaped(words.from(from))}">${steps
    .map(({ action, afterDays }) => `<li>${escaped(words.step(action, afterDays))}</li>`)
    .join("")}</ul>`;
};
