import { expect, test, type Page } from "@playwright/test";
import { words } from "../content/read.ts";
import { differing } from "./pages.ts";

/** How the element that has the focus looks; nothing where none has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, left, bottom, right } = element.getBoundingClientRect();
    return {
      name: element.textContent.trim().replaceAll(/\s+/g, " "),
      outline: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
      inWindow: top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth,
    };
  });

for (const { path } of differing)
  test(`the first key press on ${path} offers the way to the content, and takes it`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.locator("body").press("Tab");
    const first = page.getByRole("link", { name: words.header.skip });
    await expect(first).toBeFocused();
    await expect(first).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => {
      const { activeElement } = document;
      const main = document.querySelector("main");
      if (!activeElement || !main) return false;
      return Boolean(
        main.contains(activeElement) ||
        main.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
    });
    expect(inside).toBe(true);
  });

for (const [device, viewport] of [
  ["a wide screen", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`the focus is always visible on ${device} in ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto("/request/");
      const stops = [];
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press("Tab");
        const at = await focused(page);
        if (!at) break;
        stops.push(at);
      }
      for (const { name, outline, inWindow } of stops) {
        expect.soft(outline, name).toBeGreaterThanOrEqual(3);
        expect.soft(inWindow, `${name} is in the window`).toBe(true);
      }
      expect(stops.length).toBeGreaterThan(10);
    });

test("every page but the overview is marked in the navigation while one is on it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/");
  const sections = page.getByRole("navigation", { name: words.header.sections });
  await expect(sections.locator("[aria-current]")).toHaveCount(0);
  for (const link of await sections
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) {
    await page.goto(link);
    await expect(sections.locator('[aria-current="page"]')).toHaveAttribute("href", link);
  }
});
