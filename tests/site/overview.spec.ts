import { expect, test } from "@playwright/test";
import { facts, words } from "../content/read.ts";

test.beforeEach(({ page }) => page.goto("/"));

test("on a wide screen the facts stand beside the promise, on the first screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const promise = await page.getByRole("heading", { level: 1 }).boundingBox();
  const list = page.locator("main dl");
  const box = await list.boundingBox();
  expect(box?.x).toBeGreaterThan((promise?.x ?? 0) + (promise?.width ?? 0));
  await expect(list.getByRole("link").last()).toBeInViewport({ ratio: 1 });
});

test("on a phone the masthead is one line, and every way in is on the first screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const masthead = page.getByRole("banner");
  expect((await masthead.boundingBox())?.height).toBeLessThanOrEqual(72);
  const draft = page.getByRole("complementary", { name: words.draft.label });
  if ((await draft.count()) > 0) expect((await draft.boundingBox())?.height).toBeLessThan(40);
  const ways = page.getByRole("navigation", { name: words.overview.waysIn });
  expect(await ways.getByRole("link").count()).toBeGreaterThan(1);
  for (const way of await ways.getByRole("link").all())
    await expect(way).toBeInViewport({ ratio: 1 });
  await masthead.getByText(words.header.menu).click();
  const sections = masthead.getByRole("navigation", { name: words.header.sections });
  for (const section of await sections.getByRole("link").all())
    await expect(section).toBeInViewport({ ratio: 1 });
});

test("every fact is a link, and says what the records say", async ({ page }) => {
  const stated = page.locator("main dl > div");
  expect(await stated.count()).toBeGreaterThan(1);
  for (const fact of await stated.all()) {
    await expect(fact.locator("dt").getByRole("link")).toBeVisible();
    await expect(fact.locator("dd")).not.toBeEmpty();
  }
  const regions = facts("regions").map(({ name = "" }) => name);
  await expect(stated.filter({ hasText: words.list(regions) })).toHaveCount(1);
});
