/** A day of the calendar, without time or zone: what a period of law is counted in. */
export interface Day {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  readonly day: number;
}

/** A period of law: so many days, or so many calendar months. */
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

/** Today where the reader is. */
export const today = (now = new Date()): Day => ({
  year: now.getFullYear(),
  month: now.getMonth() + 1,
  day: now.getDate(),
});

/**
 * The last day of a period that begins on a day: the same day of a later month, or the last day
 * of that month where it is shorter; or so many days later. Independent of zones and of summer
 * time.
 */
export const after = ({ year, month, day }: Day, { count, unit }: Period): Day => {
  if (unit === "days") return dayOf(utc({ year, month, day: day + count }));
  const lastOfMonth = dayOf(utc({ year, month: month + count + 1, day: 0 }));
  return { ...lastOfMonth, day: Math.min(day, lastOfMonth.day) };
};

/** A day as ISO 8601 writes it: 2026-12-22. */
export const iso = ({ year, month, day }: Day): string =>
  [
    String(year).padStart(4, "0"),
    ...[month, day].map((part) => String(part).padStart(2, "0")),
  ].join("-");
