import { expect, test, type Page } from "@playwright/test";
import { facts, pathShowing, site, statements, words } from "../content/read.ts";

/** The drawing is named by what the site says before its regions. */
const mapOn = (page: Page) => page.getByRole("img", { name: words.map.label("") });

test.describe("the hosting map", () => {
  test.beforeEach(({ page }) => page.goto(pathShowing("HostingMap")));
  /* A region that says nowhere else where it is has the name of a country. */
  const regions = facts("regions").map(({ name = "", countries = [], places = [], area }) => ({
    name,
    area,
    places: [
      ...(countries.length + places.length === 0 && !area ? [name] : countries),
      ...places.map((place) => place.name),
    ],
  }));

  test("says in words what it shows, region by region", async ({ page }) => {
    const map = mapOn(page);
    await expect(map).toBeVisible();
    const label = (await map.getAttribute("aria-label")) ?? "";
    for (const { name, places } of regions) {
      expect(label).toContain(name);
      for (const place of places) expect(label).toContain(place);
    }
  });

  test("has the number of its region at every place, none of them over another", async ({
    page,
  }) => {
    const numbers = regions.flatMap(({ places, area }, at) =>
      [...places, ...(area ? [area] : [])].map(() => String(at + 1)),
    );
    const drawing = page.locator("figure", { has: mapOn(page) });
    const shown = drawing.locator("text");
    await expect(shown).toHaveText(numbers);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const map = await mapOn(page).boundingBox();
      const boxes = await Promise.all((await shown.all()).map((number) => number.boundingBox()));
      for (const [at, one] of boxes.entries()) {
        expect(one?.height).toBeGreaterThan(8);
        expect(one?.x).toBeGreaterThanOrEqual(map?.x ?? 0);
        for (const other of boxes.slice(at + 1)) {
          const apart = Math.hypot(
            (one?.x ?? 0) - (other?.x ?? 0),
            (one?.y ?? 0) - (other?.y ?? 0),
          );
          expect(apart).toBeGreaterThan(15);
        }
      }
    }
    await expect(mapOn(page).locator("path.stroke-accent")).toHaveCount(
      regions.filter(({ area }) => area).length,
    );
  });

  test("has its list beside it, numbered alike", async ({ page }) => {
    const items = page.locator("figure", { has: mapOn(page) }).locator("+ ol > li");
    await expect(items).toHaveCount(regions.length);
    for (const [at, { name, places }] of regions.entries()) {
      await expect(items.nth(at)).toContainText(name);
      for (const place of places) await expect(items.nth(at)).toContainText(place);
    }
  });
});

test("the table of retention draws every step of every record on one axis", async ({ page }) => {
  await page.goto(pathShowing("DataCategories"));
  const records = facts("retention");
  const longest = Math.max(
    ...records.flatMap(({ steps = [] }) => steps.map(({ afterDays }) => afterDays)),
  );
  const table = page.getByRole("table", { name: words.tables.retention.caption });
  for (const { account = "", rule = "", from = "", steps = [] } of records) {
    const row = table.getByRole("row").filter({ hasText: account });
    await expect(row.getByRole("cell")).toContainText(rule);
    const heard = row.getByRole("list", { name: words.timeline.from(from) }).getByRole("listitem");
    await expect(heard).toHaveText(
      steps.map(({ action, afterDays }) => words.timeline.step(action, afterDays)),
    );
    const days = steps.map(({ afterDays }) => String(afterDays));
    const written = await row.locator("text").allTextContents();
    expect([written[0], written.at(-1)]).toEqual([days[0], days.at(-1)]);
    expect(days).toEqual(expect.arrayContaining(written));
    const labels = await Promise.all(
      (await row.locator("text").all()).map((label) => label.boundingBox()),
    );
    for (const [at, one] of labels.entries())
      for (const other of labels.slice(at + 1)) {
        const isBeside =
          (one?.x ?? 0) + (one?.width ?? 0) <= (other?.x ?? 0) ||
          (other?.x ?? 0) + (other?.width ?? 0) <= (one?.x ?? 0);
        const apart = Math.abs((one?.y ?? 0) - (other?.y ?? 0));
        expect(isBeside || apart >= 10, `${account}: days over each other`).toBe(true);
      }
    const bar = await row.locator("svg").boundingBox();
    for (const [at, { afterDays }] of steps.entries()) {
      const dot = await row.locator("circle").nth(at).boundingBox();
      const middle = (dot?.x ?? 0) + (dot?.width ?? 0) / 2 - (bar?.x ?? 0);
      expect(middle / (bar?.width ?? 1)).toBeCloseTo(afterDays / longest, 2);
    }
  }
  /* The axis has the same places. */
  const [axis] = await table.locator("thead svg").all();
  const marks = (await axis?.locator("text").allTextContents()) ?? [];
  expect(marks.length).toBeGreaterThan(1);
  expect(marks.at(-1)).toBe(words.timeline.days(Number(marks.at(-1)?.replaceAll(/\D/g, ""))));
});

test("machines read whose centre it is", async ({ page }) => {
  await page.goto("/");
  const whose = page.locator('[itemscope][itemtype="https://schema.org/Organization"]');
  await expect(whose.locator("[itemprop=name]")).toHaveText(site.organization.name);
  await expect(whose.locator("[itemprop=legalName]")).toHaveText(site.organization.legalName);
  await expect(whose.locator("[itemprop=url]")).toHaveAttribute("href", site.organization.url);
});

for (const { id, title, replacedBy } of statements) {
  const href = `/statements/${id}/`;

  test(`${href} says that it is archived before its first sentence`, async ({ page }) => {
    await page.goto(href);
    const banner = page
      .getByRole("main")
      .getByRole("complementary", { name: words.statements.archived });
    await expect(banner.getByText(words.statements.archived, { exact: true })).toBeVisible();
    await expect(
      banner.getByRole("link").and(page.locator(`[href="/${replacedBy}/"]`)),
    ).toBeVisible();
    const first = await page.locator(".prose p").first().boundingBox();
    const above = await banner.boundingBox();
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0);
    const order = await page.evaluate(() => {
      const [notice, text] = ["main aside", "main .prose"].map((selector) =>
        document.querySelector(selector),
      );
      return notice && text && notice.compareDocumentPosition(text);
    });
    expect(order).toBe(4);
  });

  test(`${href} says so wherever it is named, before anything else`, async ({ page }) => {
    const named = words.statements.title(title);
    expect(named.startsWith(words.statements.archived)).toBe(true);
    await page.goto(href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(named);
    expect((await page.title()).startsWith(named)).toBe(true);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", named);
    await page.goto("/everything/");
    const part = page.locator(`[href="#statements_${id}"]`);
    await expect(part).toHaveText([named, named]);
    await page.goto(`/search/#q=${encodeURIComponent(title)}`);
    const found = page.getByRole("main").locator(`a[href^="${href}"]`);
    await expect(found.getByText(named).first()).toBeVisible();
  });

  test(`${href} is led to from the archive in the footer, not from the navigation`, async ({
    page,
  }) => {
    await page.goto("/");
    await expect(page.locator(`header a[href="${href}"]`)).toHaveCount(0);
    const archive = page
      .getByRole("contentinfo")
      .getByRole("navigation", { name: words.footer.more });
    await expect(archive.getByRole("link", { name: title })).toHaveAttribute("href", href);
    await expect(archive).toContainText(words.statements.title(title));
  });
}
