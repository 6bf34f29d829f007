import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds: WCAG 2.2 A and AA, the contrast of AAA, and its best practices. */
export const barriers = async (page: Page): Promise<string[]> => {
  const { violations, passes } = await new AxeBuilder({ page })
    /* There are no frames: one run in the page itself is all there is. */
    .setLegacyMode()
    .options({
      resultTypes: ["violations"],
      runOnly: [
        ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
        "best-practice",
      ],
      rules: {
        "color-contrast-enhanced": { enabled: true },
        "target-size": { enabled: true },
      },
    })
    .analyze();
  expect(passes.map(({ id }) => id)).toContain("color-contrast-enhanced");
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ""}`),
  );
};
