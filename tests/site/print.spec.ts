import { expect, test } from "@playwright/test";
import { pages } from "./pages.ts";

for (const { path } of pages)
  test(`${path} prints its content in black on white, without furniture`, async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const furniture = "body > header, footer nav, dialog, .contents:not([aria-label=Parts])";
    await expect(page.locator(furniture).filter({ visible: true })).toHaveCount(0);
    await expect(page.locator("footer")).toBeVisible();

    const colours = await page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      const words = document.querySelector("main h1, main p");
      return { ground: backgroundColor, words: words && getComputedStyle(words).color };
    });
    expect(colours).toEqual({ ground: "rgb(255, 255, 255)", words: "rgb(0, 0, 0)" });

    const outside = await page
      .getByRole("main")
      .locator('a[href^="https:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const notes = page.getByRole("list", { name: "Links" }).getByRole("listitem");
    await expect(notes).toHaveText(outside.map(String));
    const leaves = /\/Type\s*\/Page\b/g;
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(leaves)?.length).toBeGreaterThan(0);
  });
