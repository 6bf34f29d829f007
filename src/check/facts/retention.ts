import type { Content } from "../../parse/content.ts";
import { languageRulesOf, type LanguageRules, type Unit } from "../language-rules.ts";
import { error, formatList, warning, type Issue, type Place } from "../../parse/issue.ts";

const file = "facts/retention.yaml";

type Rule = Content["facts"]["retention"][number];
type Steps = NonNullable<Rule["steps"]>;

const unorderedSteps = (steps: Steps, placeOf: (step: number) => Place): Issue[] =>
  steps.flatMap(({ action, afterDays }, step) => {
    const before = steps[step - 1];
    return before === undefined || before.afterDays <= afterDays
      ? []
      : [
          error(
            file,
            placeOf(step),
            `"${action}" after ${String(afterDays)} days comes below "${before.action}" after ${String(before.afterDays)}; count all days from the same event, and put the steps in order`,
          ),
        ];
  });

/** The fewest and the most days that a unit can have. */
const daysIn: Readonly<Record<Unit, readonly [number, number]>> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  year: [365, 366],
};

/** Periods as a language writes them, and what their words mean. */
interface PeriodWords {
  readonly pattern: RegExp;
  /** How many a word or a figure says. */
  readonly count: (word: string) => number;
  readonly unit: (word: string) => Unit | undefined;
}

/** Any of some words; the longest that fits is taken. */
const anyOf = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join("|");

const periodWords = ({ numbers, units, later }: LanguageRules): PeriodWords => {
  const kinds = Object.entries(units) as [Unit, readonly string[]][];
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(\\d+(?:[.,]\\d{3})*|${anyOf(numbers.flat())})[\\s-]+(${anyOf(kinds.flatMap(([, forms]) => forms))})(?![\\p{L}\\p{N}])( (?:${anyOf(later)})(?![\\p{L}\\p{N}]))?`,
      "giu",
    ),
    count: (word) =>
      Number(word.replace(/[.,]/g, "")) ||
      numbers.findIndex((forms) => forms.some((form) => isSame(form, word))) + 1,
    unit: (word) => kinds.find(([, forms]) => forms.some((form) => isSame(form, word)))?.[0],
  };
};

/** A period that a rule names, in days from the event. */
interface Period {
  readonly fewest: number;
  readonly most: number;
}

/** "Later" counts from the step before: "closed after 90 days, deleted 1 week later" is 90 and 97. */
const periodsNamed = (rule: string, rules: LanguageRules): Period[] => {
  const { pattern, count, unit } = periodWords(rules);
  const named: Period[] = [];
  for (const [, figure = "", word = "", later] of rule.matchAll(pattern)) {
    const [fewest, most] = daysIn[unit(word) ?? "day"];
    const before = later === undefined ? undefined : named.at(-1);
    named.push({
      fewest: count(figure) * fewest + (before?.fewest ?? 0),
      most: count(figure) * most + (before?.most ?? 0),
    });
  }
  return named;
};

const inDays = ({ fewest, most }: Period) =>
  fewest === most ? String(fewest) : `${String(fewest)} to ${String(most)}`;

const contradictions = (
  { rule = "", steps = [] }: Rule,
  place: Place,
  rules: LanguageRules | undefined,
): Issue[] => {
  const periods = rules ? periodsNamed(rule, rules) : [];
  const fits = ({ fewest, most }: Period, days: number) => fewest <= days && days <= most;
  if (periods.length === 0 || steps.length === 0) return [];
  const words = formatList(periods.map(inDays));
  const figures = formatList(steps.map(({ afterDays }) => String(afterDays)));
  if (steps.some(({ afterDays }) => !periods.some((stated) => fits(stated, afterDays))))
    return [
      error(
        file,
        place,
        `the rule says ${words} days, but the steps below say ${figures}; correct whichever is wrong`,
      ),
    ];
  return periods.every((stated) => steps.some(({ afterDays }) => fits(stated, afterDays)))
    ? []
    : [
        warning(
          file,
          place,
          `the rule says ${words} days, but the steps below say only ${figures}; add the missing step, or remove the period from the rule`,
        ),
      ];
};

/** Retention rules whose steps are out of order, or contradict the rule's own words. */
export const faultyRetention = ({ site, facts, placeOf }: Content): Issue[] =>
  facts.retention.flatMap((record, position) => {
    const wrongOrder = unorderedSteps(record.steps ?? [], (step) =>
      placeOf(file, [position, "steps", step, "afterDays"]),
    );
    return wrongOrder.length > 0
      ? wrongOrder
      : contradictions(record, placeOf(file, [position, "rule"]), languageRulesOf({ site }));
  });
