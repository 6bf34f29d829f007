import type { Content } from "../../parse/content.ts";
import { error, formatList, warning, type Issue, type Place } from "../../parse/issue.ts";

const file = "facts/retention.yaml";

type Rule = Content["facts"]["retention"][number];
type Steps = NonNullable<Rule["steps"]>;

const disordered = (steps: Steps, placeOf: (step: number) => Place): Issue[] =>
  steps.flatMap(({ action, afterDays }, step) => {
    const before = steps[step - 1];
    return before === undefined || before.afterDays <= afterDays
      ? []
      : [
          error(
            file,
            placeOf(step),
            `"${action}" after ${String(afterDays)} days stands below "${before.action}" after ${String(before.afterDays)}; count all days from the one event, and put the steps in their order`,
          ),
        ];
  });

/** The fewest and the most days that a unit can have. */
const daysIn: Readonly<{ [unit: string]: readonly [number, number] }> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  year: [365, 366],
};

const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const period = new RegExp(
  `\\b(\\d+|${numbers.join("|")})[\\s-]+(?:calendar )?(day|week|month|year)s?\\b( (?:later|thereafter|after that))?`,
  "gi",
);

/** A period that a rule names, in days from the event. */
interface Period {
  readonly fewest: number;
  readonly most: number;
}

/** "Later" counts from the step before: "closed after 90 days, deleted 1 week later" is 90 and 97. */
const periodsNamed = (rule: string): Period[] => {
  const named: Period[] = [];
  for (const [, figure = "", unit = "", later] of rule.matchAll(period)) {
    const count = Number(figure) || numbers.indexOf(figure.toLowerCase()) + 1;
    const [fewest, most] = daysIn[unit.toLowerCase()] ?? [1, 1];
    const before = later === undefined ? undefined : named.at(-1);
    named.push({
      fewest: count * fewest + (before?.fewest ?? 0),
      most: count * most + (before?.most ?? 0),
    });
  }
  return named;
};

const inDays = ({ fewest, most }: Period) =>
  fewest === most ? String(fewest) : `${String(fewest)} to ${String(most)}`;

const contradictory = ({ rule = "", steps = [] }: Rule, place: Place): Issue[] => {
  const named = periodsNamed(rule);
  const fits = ({ fewest, most }: Period, days: number) => fewest <= days && days <= most;
  if (named.length === 0 || steps.length === 0) return [];
  const words = formatList(named.map(inDays));
  const figures = formatList(steps.map(({ afterDays }) => String(afterDays)));
  if (steps.some(({ afterDays }) => !named.some((one) => fits(one, afterDays))))
    return [
      error(
        file,
        place,
        `the words say ${words} days, and the steps below ${figures}; correct whichever is wrong`,
      ),
    ];
  return named.every((one) => steps.some(({ afterDays }) => fits(one, afterDays)))
    ? []
    : [
        warning(
          file,
          place,
          `the words say ${words} days, and the steps below only ${figures}; add the step that is missing, or take the period out of the words`,
        ),
      ];
};

/** Retention periods whose steps are not in their order, or not those of the words beside them. */
export const faultyRetention = ({ facts, placeOf }: Content): Issue[] =>
  facts.retention.flatMap((record, position) => {
    const wrongOrder = disordered(record.steps ?? [], (step) =>
      placeOf(file, [position, "steps", step, "afterDays"]),
    );
    return wrongOrder.length > 0
      ? wrongOrder
      : contradictory(record, placeOf(file, [position, "rule"]));
  });
