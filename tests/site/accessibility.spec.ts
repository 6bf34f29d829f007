import { expect, test, type Page } from "@playwright/test";
import { barriers } from "./barriers.ts";
import { pages } from "./pages.ts";

const widths = [320, 1280];

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
        expect.soft(await barriers(page), `at ${String(width)} pixels`).toEqual([]);
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
  expect((await barriers(page)).length).toBeGreaterThan(0);
});
