import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { pages } from "./pages.ts";

const widths = [320, 1280];

/** What axe finds: WCAG 2.2 A and AA, the contrast of AAA, and its best practices. */
const faults = async (page: Page): Promise<string[]> => {
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

/** Opens what is folded, so that it is looked at too. */
const unfold = (page: Page) =>
  page.locator("details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

for (const { path } of pages)
  for (const colorScheme of ["light", "dark"] as const)
    test(`${path} has no barrier in ${colorScheme}, narrow and wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await unfold(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await faults(page), `at ${String(width)} pixels`).toEqual([]);
      }
    });

test("a barrier is found", async ({ page }) => {
  await page.goto("/");
  await page
    .locator("main p")
    .first()
    .evaluate((element) => {
      element.setAttribute("aria-colour", "none");
      element.classList.add("text-rule");
      element.setAttribute("role", "img");
    });
  expect((await faults(page)).length).toBeGreaterThan(0);
});
