import assert from "node:assert/strict";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { dayOff, endOfPeriod, iso, today, type Day } from "../../../src/request/deadline.ts";

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

const dayInMs = 86_400_000;

const read = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
};

/* The Gregorian calendar by its rules, without any date of the platform. */
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

const anyDay: fc.Arbitrary<Day> = fc
  .record({ year: fc.integer({ min: 1900, max: 2400 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: lengthOf(year, month) }).map((day) => ({ year, month, day })),
  );

for (const [from, count, unit, to] of [
  ["2026-01-31", 1, "months", "2026-02-28"],
  ["2028-01-31", 1, "months", "2028-02-29"],
  ["2100-01-31", 1, "months", "2100-02-28"],
  ["2000-01-31", 1, "months", "2000-02-29"],
  ["2026-01-30", 1, "months", "2026-02-28"],
  ["2026-02-28", 1, "months", "2026-03-28"],
  ["2026-03-31", 1, "months", "2026-04-30"],
  ["2026-10-31", 1, "months", "2026-11-30"],
  ["2026-12-31", 1, "months", "2027-01-31"],
  ["2026-12-31", 2, "months", "2027-02-28"],
  ["2027-11-30", 3, "months", "2028-02-29"],
  ["2028-02-29", 12, "months", "2029-02-28"],
  ["2028-02-29", 48, "months", "2032-02-29"],
  ["2026-12-15", 30, "days", "2027-01-14"],
  ["2026-12-31", 1, "days", "2027-01-01"],
  ["2028-02-28", 1, "days", "2028-02-29"],
  ["2026-02-28", 1, "days", "2026-03-01"],
  ["2027-12-20", 90, "days", "2028-03-19"],
  ["2026-03-01", 45, "days", "2026-04-15"],
  ["2026-11-27", 1, "business days", "2026-11-30"],
  ["2026-11-28", 1, "business days", "2026-11-30"],
  ["2026-11-29", 1, "business days", "2026-11-30"],
  ["2026-11-30", 1, "business days", "2026-12-01"],
  ["2026-11-26", 5, "business days", "2026-12-03"],
  ["2026-01-31", 15, "business days", "2026-02-20"],
  ["2026-12-24", 10, "business days", "2027-01-07"],
] as const)
  test(`${String(count)} ${unit} from ${from} end on ${to}`, () => {
    expect(iso(endOfPeriod(read(from), { count, unit }))).toBe(to);
  });

test("so many days later is so many times 24 hours in UTC", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(1000), (from, count) => {
      const to = iso(endOfPeriod(from, { count, unit: "days" }));
      assert.equal(Date.parse(to) - Date.parse(iso(from)), count * dayInMs);
    }),
    thorough,
  );
});

test("so many months later is the same day of that month, or its last where it is shorter", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(60), (from, count) => {
      const months = from.year * 12 + (from.month - 1) + count;
      const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
      assert.deepEqual(endOfPeriod(from, { count, unit: "months" }), {
        year,
        month,
        day: Math.min(from.day, lengthOf(year, month)),
      });
    }),
    thorough,
  );
});

const holidays = fc.uniqueArray(anyDay.map(iso), { maxLength: 9 });

test("so many business days later, so many days have passed that are neither weekend nor holiday", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), holidays, (from, count, some) => {
      /* Holidays of any year, and some in the period itself. */
      const near = [3, 4, 9].map((days) => iso(endOfPeriod(from, { count: days, unit: "days" })));
      const off = [...some, ...near];
      const end = iso(endOfPeriod(from, { count, unit: "business days" }, off));
      const passed: string[] = [];
      for (let time = Date.parse(iso(from)) + dayInMs; time <= Date.parse(end); time += dayInMs)
        passed.push(new Date(time).toISOString().slice(0, 10));
      const isBusiness = (day: string) => {
        const name = new Date(day).toLocaleDateString("en", { weekday: "short", timeZone: "UTC" });
        return !/^S/.test(name) && !off.includes(day);
      };
      assert.deepEqual([passed.filter(isBusiness).length, isBusiness(end)], [count, true]);
    }),
    thorough,
  );
});

test("holidays change no period of days or months", () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom("days" as const, "months" as const),
      (from, count, unit) => {
        const end = endOfPeriod(from, { count, unit });
        assert.deepEqual(endOfPeriod(from, { count, unit }, [iso(end), iso(from)]), end);
      },
    ),
    thorough,
  );
});

for (const [day, kind] of [
  ["2026-02-28", "saturday"],
  ["2026-03-01", "sunday"],
  ["2026-03-02", undefined],
  ["2026-03-06", undefined],
  ["2026-12-25", "holiday"],
  ["2026-12-26", "saturday"],
  ["2027-12-25", "saturday"],
  ["2028-12-25", undefined],
] as const)
  test(`${day} is ${kind ? `a ${kind}` : "a business day"}`, () => {
    expect(dayOff(read(day), ["2026-12-25", "2026-12-26"])).toBe(kind);
  });

test("a day is written as ISO 8601 has it, and read back as the same day", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      assert.deepEqual([/^\d{4}-\d{2}-\d{2}$/.test(iso(day)), read(iso(day))], [true, day]);
    }),
    thorough,
  );
});

/* Around changes of the clocks, some of them at midnight, a day that Samoa left out, year's ends. */
const instants = [
  "2018-11-03T23:30Z",
  "2018-11-04T03:30Z",
  "2011-12-29T12:00Z",
  "2011-12-30T11:00Z",
  "2024-04-25T22:30Z",
  "2026-03-28T23:30Z",
  "2026-03-29T00:59Z",
  "2026-10-25T00:30Z",
  "2026-10-24T22:30Z",
  "2026-11-01T08:30Z",
  "2026-12-31T10:30Z",
  "2028-02-29T00:00Z",
];

/** What `read` gives on a device whose clock is set to a time zone. */
const inTimeZone = <Read>(zone: string, read: () => Read): Read => {
  const { TZ } = process.env;
  process.env["TZ"] = zone;
  try {
    return read();
  } finally {
    if (TZ === undefined) delete process.env["TZ"];
    else process.env["TZ"] = TZ;
  }
};

for (const zone of [
  "Africa/Cairo",
  "America/Sao_Paulo",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "Europe/Berlin",
  "Pacific/Apia",
  "Pacific/Kiritimati",
])
  test(`today is the day of ${zone}, and its clocks change no deadline`, () => {
    const inZone = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
    const shown = inTimeZone(zone, () => {
      return instants.map((instant) => {
        const day = today(new Date(instant));
        return [
          day,
          ...Array.from({ length: 400 }, (_, count) => endOfPeriod(day, { count, unit: "days" })),
          ...Array.from({ length: 14 }, (_, count) => endOfPeriod(day, { count, unit: "months" })),
        ].map(iso);
      });
    });
    const expected = instants.map((instant) => {
      const start = inZone.format(new Date(instant));
      return [
        start,
        ...Array.from({ length: 400 }, (_, count) =>
          new Date(Date.parse(start) + count * dayInMs).toISOString().slice(0, 10),
        ),
        ...Array.from({ length: 14 }, (_, count) =>
          iso(endOfPeriod(read(start), { count, unit: "months" })),
        ),
      ];
    });
    expect(shown).toEqual(expected);
  });

test("today is told from the clock where none is given", () => {
  const before = iso(today(new Date()));
  const now = iso(today());
  expect([before, iso(today(new Date()))]).toContain(now);
});
