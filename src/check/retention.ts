import type { Content } from "./content.ts";
import { error, type Issue } from "./issue.ts";

const file = "facts/retention.yaml";

/** Retention periods whose steps are not in the order in which they happen. */
export const disorderedSteps = ({ facts, placeOf }: Content): Issue[] =>
  facts.retention.flatMap(({ steps = [] }, position) =>
    steps.flatMap(({ action, afterDays }, step) => {
      const before = steps[step - 1];
      return before === undefined || before.afterDays <= afterDays
        ? []
        : [
            error(
              file,
              placeOf(file, [position, "steps", step, "afterDays"]),
              `"${action}" after ${String(afterDays)} days stands below "${before.action}" after ${String(before.afterDays)}; count all days from the one event, and put the steps in their order`,
            ),
          ];
    }),
  );
