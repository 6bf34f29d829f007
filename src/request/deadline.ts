/** A calendar date, without time or time zone. */
export interface Day {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  readonly day: number;
}

/** A statutory period, in days, business days or calendar months. */
export interface Period {
  readonly count: number;
  readonly unit: "days" | "business days" | "months";
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
 * What makes a day no business day: that it is on a weekend, or one of the public holidays, which
 * are ISO dates. Undefined for a business day.
 */
export const dayOff = (
  day: Day,
  holidays: readonly string[],
): "saturday" | "sunday" | "holiday" | undefined => {
  const weekday = utc(day).getUTCDay();
  if (weekday % 6 === 0) return weekday === 0 ? "sunday" : "saturday";
  return holidays.includes(iso(day)) ? "holiday" : undefined;
};

/**
 * The last day of a period that begins on a given day, which is not counted itself. A period in
 * months ends on the same day of the month, or on the last day of a shorter month. Independent of
 * time zones and daylight saving time.
 * @param holidays the public holidays that are known, as ISO dates: no business days
 */
export const endOfPeriod = (
  { year, month, day }: Day,
  { count, unit }: Period,
  holidays: readonly string[] = [],
): Day => {
  if (unit === "months") {
    const lastOfMonth = dayOf(utc({ year, month: month + count + 1, day: 0 }));
    return { ...lastOfMonth, day: Math.min(day, lastOfMonth.day) };
  }
  const after = (days: number) => dayOf(utc({ year, month, day: day + days }));
  if (unit === "days") return after(count);
  let days = 0;
  for (let left = count; left > 0;) {
    days += 1;
    if (!dayOff(after(days), holidays)) left -= 1;
  }
  return after(days);
};

/** A date in ISO 8601: 2026-12-22. */
export const iso = ({ year, month, day }: Day): string =>
  [
    String(year).padStart(4, "0"),
    ...[month, day].map((part) => String(part).padStart(2, "0")),
  ].join("-");
