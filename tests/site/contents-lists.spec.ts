import { expect, test } from "@playwright/test";
import { questions, words } from "../content/read.ts";
import { pages } from "./pages.ts";

const { contentsOf, sections } = words.page;

/** What each list counts, by the path of its page. */
const counted = (path: string): ((count: number) => string) =>
  ({ "/faq/": words.questions.count, "/everything/": words.everything.count })[path] ?? sections;

const listed = pages.filter(({ html }) => html.includes('class="contents'));

test("there are lists of contents", () => {
  expect(listed.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["/everything/", "/faq/", "/this-site/"]),
  );
});

for (const { path } of listed) {
  test(`${path} has its contents open on a wide screen, with nothing to unfold`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    const list = page.locator(".contents");
    await expect(list.locator("summary")).toBeHidden();
    const links = list.getByRole("link");
    expect(await links.count()).toBeGreaterThan(1);
    for (const link of await links.all()) {
      await expect(link).toBeVisible();
      await expect(link, "a link looks like one").toHaveCSS("text-decoration-line", "underline");
    }
    await links.first().focus();
    await page.keyboard.press("Tab");
    await expect(links.nth(1)).toBeFocused();
  });

  test(`${path} folds its contents on a narrow screen, and says how many there are`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    const folded = page.locator(".contents details");
    const links = folded.getByRole("link");
    await expect(links).toHaveCount(0);
    const summary = folded.locator("summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(links.first()).toBeVisible();
    await expect(summary).toHaveText(contentsOf(counted(path)(await links.count())));
    await links.last().click();
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
  });
}

test("what holds everything is printed with its contents, open", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ media: "print" });
  await page.goto("/everything/");
  await expect(page.locator(".contents summary")).toBeHidden();
  for (const link of await page.locator(".contents a").all()) await expect(link).toBeVisible();
});

test("the section that one reads is marked by a rule beside its link", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const rules = () =>
    page
      .locator(".contents a")
      .evaluateAll((links) =>
        links
          .filter((link) => getComputedStyle(link, "::before").borderLeftWidth === "3px")
          .map((link) => link.getAttribute("href")),
      );
  for (const { id } of [questions[3], questions[9]].filter((question) => question !== undefined)) {
    await page.goto(`/faq/#${id}`);
    await expect.poll(rules).toEqual([`#${id}`]);
  }
});
