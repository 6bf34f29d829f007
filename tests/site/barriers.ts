import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules by which axe measures contrast. */
const contrast = ["color-contrast", "color-contrast-enhanced"] as const;

/**
 * What axe finds: WCAG 2.2 A and AA, the contrast of AAA, and its best practices. Where the system
 * enforces its own colors, axe is still told those of the page, so contrast is left out there.
 */
export const barriers = async (page: Page): Promise<string[]> => {
  const isForced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
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
        ...Object.fromEntries(contrast.map((rule) => [rule, { enabled: !isForced }])),
        "target-size": { enabled: true },
      },
    })
    .analyze();
  const measured = passes.map(({ id }) => id);
  expect(measured.length).toBeGreaterThan(10);
  expect(measured.includes("color-contrast-enhanced")).toBe(!isForced);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ""}`),
  );
};
