import { expect, test } from "@playwright/test";
import { words } from "../content/read.ts";
import { differing } from "./pages.ts";

test.use({ javaScriptEnabled: false });

for (const { path } of differing)
  test(`${path} can be read without JavaScript`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const words = await page.getByRole("main").innerText();
    expect(words.split(/\s+/).length).toBeGreaterThan(15);
    /* The statement on accessibility names it among the technologies. */
    if (path !== "/accessibility/")
      await expect(page.getByRole("main").getByText(/JavaScript/)).toHaveCount(
        path === "/search/" ? 1 : 0,
      );
  });

test("the search control leads to everything on one page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: words.header.search }).click();
  await expect(page).toHaveURL("/everything/");
});

test("on the page of the search, a visitor is told where else to look", async ({ page }) => {
  await page.goto("/search/");
  await expect(
    page
      .getByRole("main")
      .locator("noscript a, a")
      .and(page.locator('[href="/everything/"]:visible')),
  ).toHaveCount(1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a tap opens the sections, and they lead on", async ({ page }) => {
    await page.goto("/");
    const sections = page.getByRole("navigation", { name: words.header.sections });
    await expect(sections).toBeHidden();
    await page.getByText(words.header.menu, { exact: true }).click();
    await sections.getByRole("link").last().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).not.toHaveURL("/");
  });

  test("the keyboard opens the sections, and they lead on", async ({ page }) => {
    await page.goto("/");
    const sections = page.getByRole("navigation", { name: words.header.sections });
    await page.getByText(words.header.menu, { exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(sections).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(sections.getByRole("link").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).not.toHaveURL("/");
  });
});
