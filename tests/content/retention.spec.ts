import { expect, test } from "@playwright/test";
import { facts } from "./read.ts";

const daysIn = { day: 1, week: 7, month: 30, year: 365 };

/**
 * The days that a rule names, counted from its event. "Later" counts from the step before:
 * "closed after 90 days, deleted 1 week later" is 90 and 97.
 */
const daysNamed = (rule: string): number[] => {
  const days: number[] = [];
  for (const [, count, unit, later] of rule.matchAll(/(\d+) (day|week|month|year)s?( later)?/g))
    days.push(
      Number(count) * daysIn[unit as keyof typeof daysIn] + (later ? (days.at(-1) ?? 0) : 0),
    );
  return days;
};

test("days are read from the words of a rule", () => {
  expect(daysNamed("Deleted after 60 days of inactivity.")).toEqual([60]);
  expect(daysNamed("Closed after 90 days, deleted 1 week later.")).toEqual([90, 97]);
});

for (const { id, rule = "", steps = [] } of facts("retention")) {
  test(`the days of ${String(id)} are those of its words`, () => {
    expect(steps.map(({ afterDays }) => afterDays)).toEqual(daysNamed(rule));
  });
  test(`the steps of ${String(id)} are named in its words, in their order`, () => {
    const places = steps.map(({ action }) => rule.toLowerCase().indexOf(action.toLowerCase()));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
}
