import type { Unit } from "../language-rules.ts";

/** Days, from the fewest to the most: a month has 28 to 31 of them. */
export interface Span {
  readonly fewest: number;
  readonly most: number;
}

/** How long a unit is, the shortest first; how many days a month and a year have depends on which it is. */
const lengths: Readonly<Record<Unit, readonly [number, "days" | "months" | "years"]>> = {
  second: [1 / 86_400, "days"],
  minute: [1 / 1440, "days"],
  hour: [1 / 24, "days"],
  day: [1, "days"],
  week: [7, "days"],
  fortnight: [14, "days"],
  month: [1, "months"],
  quarter: [3, "months"],
  halfYear: [6, "months"],
  year: [1, "years"],
  decade: [10, "years"],
};

/** Whether one of two units is the longer one. */
export const isLonger = (a: Unit, b: Unit) => {
  const units = Object.keys(lengths);
  return units.indexOf(a) > units.indexOf(b);
};

/** Without what the arithmetic of binary fractions adds. */
const exact = (number: number) => Math.round(number * 1e6) / 1e6;

/** Two spans, one after the other. */
export const sum = (a: Span, b: Span): Span => ({
  fewest: a.fewest + b.fewest,
  most: a.most + b.most,
});

const monthsInDays = (count: number): Span => ({
  fewest: Math.floor(exact(count * 28)),
  most: Math.ceil(exact(count * 31)),
});

/**
 * How many days some units have. Years count as such, and what is left of one counts in months.
 * @returns undefined if they are no whole number of days
 */
export const spanOf = (count: number, unit: Unit): Span | undefined => {
  const [length, kind] = lengths[unit];
  const all = count * length;
  const whole = Math.floor(exact(all));
  if (kind === "months") return monthsInDays(all);
  if (kind === "years")
    return sum({ fewest: whole * 365, most: whole * 366 }, monthsInDays((all - whole) * 12));
  return whole === exact(all) ? { fewest: whole, most: whole } : undefined;
};
