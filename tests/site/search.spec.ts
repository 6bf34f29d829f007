import { expect, test, type Page } from "@playwright/test";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Search" });
const field = (page: Page) => page.getByRole("searchbox");
const results = (page: Page) => dialog(page).getByRole("list").getByRole("listitem");

test.describe("the search dialog", () => {
  test("opens with / and with Ctrl+K, takes what is typed at once, and closes with Escape", async ({
    page,
  }) => {
    await page.goto("/data/");
    for (const key of ["/", "Control+k", "Meta+k"]) {
      await page.keyboard.press(key);
      await expect(dialog(page)).toBeVisible();
      await expect(field(page)).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toBeHidden();
    }
  });

  test("opens from the control in the header and gives the focus back", async ({ page }) => {
    await page.goto("/data/");
    const control = page.getByRole("banner").getByRole("link", { name: "Search" });
    await control.click();
    await expect(dialog(page)).toBeVisible();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await expect(control).toBeFocused();
  });

  test("leaves / alone in the field itself", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("24/7");
    await expect(field(page)).toHaveValue("24/7");
  });

  test("finds a question, names its section, and leads to its own address", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("cookies tracking");
    const question = "Does Vtiger use cookies or tracking technologies?";
    await expect(results(page).first()).toContainText("Questions");
    const link = results(page).getByRole("link", { name: question });
    await expect(link).toHaveAttribute("href", "/faq/#cookies-and-tracking");
    await expect(dialog(page).getByRole("status")).toHaveText(
      /^\d+ results? for “cookies tracking”/,
    );
    await link.click();
    await expect(page).toHaveURL(/\/faq\/#cookies-and-tracking$/);
    await expect(page.getByRole("heading", { name: question })).toBeInViewport();
  });

  test("is worked with the arrow keys and Enter", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("retain deleted account data");
    const links = results(page).getByRole("link");
    await expect(links.first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(links.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(field(page)).toBeFocused();
    const href = await links.first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname + url.hash === href);
  });

  test("says that a finding is archived", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("Frankfurt");
    await expect(results(page).first()).toContainText("Archived");
    await expect(results(page).first().getByRole("link")).toHaveAttribute(
      "href",
      /^\/statements\/privacy-shield\/#/,
    );
  });

  test("is limited to a section, and back", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("transfers");
    await expect(results(page).first()).toBeVisible();
    await dialog(page).getByRole("radio", { name: "Archive" }).check();
    await expect(results(page).filter({ hasNotText: "Archive" })).toHaveCount(0);
    await expect(results(page).first()).toContainText("Archive");
    await dialog(page).getByRole("radio", { name: "All sections" }).check();
    await expect(results(page).filter({ hasText: "Questions" }).first()).toBeVisible();
  });

  test("says that nothing was found, and where to go on", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("qqzzxx");
    await expect(dialog(page).getByRole("status")).toHaveText("Nothing found for “qqzzxx”.");
    await expect(results(page)).toHaveCount(3);
    await dialog(page).getByRole("link", { name: "Frequently Asked Questions" }).click();
    await expect(page).toHaveURL(/\/faq\/$/);
  });

  for (const [what, address] of Object.entries({
    "the search's own script": "**/_astro/*.js",
    "Pagefind's script": "**/pagefind/pagefind.js",
    "the list of indexes": "**/pagefind-entry.json*",
    "the search engine": "**/wasm.*",
    "the words": "**/*.pf_index",
    "the passages": "**/*.pf_fragment",
  }))
    test(`says so where ${what} cannot be loaded, and leads to everything`, async ({ page }) => {
      await page.route(address, (route) => route.abort());
      await page.goto("/");
      await page.keyboard.press("/");
      await page.keyboard.type("cookies");
      await expect(dialog(page).getByRole("alert")).toContainText("could not be loaded");
      await dialog(page).getByRole("alert").getByRole("link").click();
      await expect(page).toHaveURL(/\/everything\/$/);
    });

  test("finds again once what was missing can be loaded", async ({ page }) => {
    await page.route("**/*.pf_index", (route) => route.abort());
    await page.goto("/");
    await page.keyboard.press("/");
    await page.keyboard.type("cookie");
    await expect(dialog(page).getByRole("alert")).toBeVisible();
    await page.unroute("**/*.pf_index");
    await page.keyboard.type("s");
    await expect(results(page).first()).toBeVisible();
    await expect(dialog(page).getByRole("alert")).toBeHidden();
  });

  test("loads nothing before somebody reaches for it, and at most 100 kB then", async ({
    page,
  }) => {
    const transferred = new Map<string, Promise<number>>();
    page.on("requestfinished", (request) => {
      transferred.set(
        request.url(),
        request.sizes().then(({ responseBodySize }) => responseBodySize),
      );
    });
    const searched = () => [...transferred].filter(([url]) => /\/(?:pagefind|_astro)\//.test(url));
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    expect(searched()).toEqual([]);
    await page.keyboard.press("/");
    await page.keyboard.type("cookies");
    await expect(results(page).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(
      searched().map(async ([url, size]) => `${String(await size).padStart(6)} ${url}`),
    );
    const total = sizes.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
    expect(sizes.length).toBeGreaterThan(5);
    expect(total, sizes.join("\n")).toBeLessThanOrEqual(100_000);
  });
});

test.describe("the search page", () => {
  test("works by address, and puts what is typed there", async ({ page }) => {
    await page.goto("/search/?q=Frankfurt");
    await expect(field(page)).toHaveValue("Frankfurt");
    const found = page.getByRole("main").getByRole("listitem");
    await expect(found.first()).toContainText("Archived");
    await field(page).fill("bug bounty");
    await expect(page).toHaveURL(/\/search\/\?q=bug\+bounty$/);
    await expect(found.getByRole("link", { name: /Bug Bounty program/ }).first()).toBeVisible();
  });

  test("shows markup in a query as it was typed", async ({ page }) => {
    const query = "<img src=x onerror=alert(1)>";
    await page.goto(`/search/?${String(new URLSearchParams({ q: query }))}`);
    await expect(field(page)).toHaveValue(query);
    await expect(page.getByRole("status")).toContainText(query);
    expect(await page.locator("main img").count()).toBe(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search control and the search page lead to everything", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/everything\/$/);
    await page.goto("/search/");
    await page
      .getByRole("main")
      .getByRole("link", { name: "Everything on one page" })
      .first()
      .click();
    await expect(page).toHaveURL(/\/everything\/$/);
  });
});
