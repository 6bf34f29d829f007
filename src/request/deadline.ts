/** A calendar date, without time or time zone. */
export interface Day {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  readonly day: number;
}

/** A statutory period, in days or calendar months. */
export interface Period {
  readonly count: number;
  readonly unit: "days" | "months";
}

const utc = ({ year, month, day }: Day) => new Date(Date.UTC(year, month - 1, day));

const dayOf = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

/** Today in the visitor's time zone. */
export const today = (now = new Date()): Day => ({
  year: now.getFullYear(),
  month: now.getMonth() + 1,
  day: now.getDate(),
});

/**
 * The last day of a period that begins on a given day. A period in months ends on the same day of
 * the month, or on the last day of a shorter month. Independent of time zones and daylight saving
 * time.
 */
export const endOfPeriod = ({ year, month, day }: Day, { count, unit }: Period): Day => {
  if (unit === "days") return dayOf(utc({ year, month, day: day + count }));
  const lastOfMonth = dayOf(utc({ year, month: month + count + 1, day: 0 }));
  return { ...lastOfMonth, day: Math.min(day, lastOfMonth.day) };
};

/** A date in ISO 8601: 2026-12-22. */
export const iso = ({ year, month, day }: Day): string =>
  [
    String(year).padStart(4, "0"),
    ...[month, day].map((part) => String(part).padStart(2, "0")),
  ].join("-");
