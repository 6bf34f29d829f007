import { expect, test, type Page } from "@playwright/test";
import { variants, type Variant } from "../../src/transparency/accessibility-run.ts";
import { measured, type Measurement } from "../accessibility-recorder.ts";
import { barriers } from "./barriers.ts";
import { pages } from "./pages.ts";

const narrow = { width: 320, height: 800 };
const wide = { width: 1280, height: 800 };

/** How each variant shows a page. */
const show: Readonly<Record<Variant, (page: Page) => Promise<void>>> = {
  "light-narrow": async (page) => {
    await page.setViewportSize(narrow);
  },
  "light-wide": async (page) => {
    await page.setViewportSize(wide);
  },
  "dark-narrow": async (page) => {
    await page.setViewportSize(narrow);
    await page.emulateMedia({ colorScheme: "dark" });
  },
  "dark-wide": async (page) => {
    await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: "dark" });
  },
  "forced-colors": async (page) => {
    await page.setViewportSize(wide);
    await page.emulateMedia({ forcedColors: "active" });
  },
  "large-text": async (page) => {
    await page.setViewportSize(wide);
    await page.locator("html").evaluate((root) => {
      const { fontSize } = getComputedStyle(root);
      root.style.fontSize = `${String(2 * Number.parseFloat(fontSize))}px`;
    });
  },
  print: async (page) => {
    await page.setViewportSize(wide);
    await page.emulateMedia({ media: "print" });
  },
};

/** Opens what is folded, so that it is looked at too. */
const unfold = (page: Page) =>
  page.locator("details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

for (const { path } of pages)
  for (const variant of variants)
    test(`${path} has no barrier: ${variant}`, async ({ page, browser }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(path);
      await unfold(page);
      await show[variant](page);
      const found = await barriers(page);
      const measurement: Measurement = {
        path,
        variant,
        findings: found.length,
        browser: `Chromium ${browser.version()}`,
      };
      test.info().annotations.push({ type: measured, description: JSON.stringify(measurement) });
      expect(found).toEqual([]);
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
