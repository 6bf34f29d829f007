import type { Content } from "../../parse/content.ts";
import { languageRulesOf, type LanguageRules } from "../language-rules.ts";
import { periodsIn, type Period } from "./named-periods.ts";
import type { Span } from "./spans.ts";
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

const inDays = ({ fewest, most }: Period) =>
  fewest === most ? String(fewest) : `${String(fewest)} to ${String(most)}`;

const isIn = ({ fewest, most }: Span, days: number) => fewest <= days && days <= most;

const fits = (period: Period, { afterDays }: Steps[number]) =>
  isIn(period, afterDays) || (period.otherwise !== undefined && isIn(period.otherwise, afterDays));

const contradictions = (
  { rule = "", steps = [] }: Rule,
  place: Place,
  rules: LanguageRules | undefined,
): Issue[] => {
  if (!rules || steps.length === 0) return [];
  const { periods, faults } = periodsIn(rule.normalize(), rules);
  if (faults.length > 0) return faults.map((fault) => error(file, place, `the rule's ${fault}`));
  if (periods.length === 0) return [];
  const due = periods.filter(({ isAside }) => !isAside);
  const words = formatList((due.length > 0 ? due : periods).map(inDays));
  const figures = formatList(steps.map(({ afterDays }) => String(afterDays)));
  const unnamed = steps.filter((step) => !periods.some((period) => fits(period, step)));
  if (unnamed.length === steps.length || (unnamed.length > 0 && due.length > 0))
    return [
      error(
        file,
        place,
        `the rule says ${words} days, but the steps below say ${figures}; correct whichever is wrong`,
      ),
    ];
  return due.every((period) => steps.some((step) => fits(period, step)))
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
