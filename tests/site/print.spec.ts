import { expect, test, type Page } from "@playwright/test";
import { pathShowing, site, words } from "../content/read.ts";
import { differing, isDraft, notFound } from "./pages.ts";

/** The pages of a PDF. */
const leaves = /\/Type\s*\/Page\b/g;

/** How many sheets a page is printed on. */
const sheetsOf = async (page: Page, paper: Parameters<Page["pdf"]>[0]): Promise<number> =>
  (await page.pdf(paper)).toString("latin1").match(leaves)?.length ?? 0;

/** What may not stand alone at the foot of a sheet: it belongs to what follows. */
const leading = ["main :is(h2, h3, h4)", "main caption", "main thead", "main p:has(+ table)"];

/**
 * Lays the content out on sheets of a height, side by side, as the browser breaks pages, and names
 * what stands on another sheet than what follows it.
 */
const parted = (page: Page, height: number): Promise<string[]> =>
  page.evaluate(
    ([selectors, tall]) => {
      const main = document.querySelector("main");
      if (!main) return ["no content"];
      main.style.cssText = `width: 640px; max-width: none; height: ${String(tall)}px; columns: 1; column-gap: 0; column-fill: auto; padding: 0`;
      const start = main.getBoundingClientRect().left;
      const sheet = ({ left }: DOMRect) => Math.floor((left - start + 1) / 640);
      return selectors.flatMap((selector) =>
        [...document.querySelectorAll(selector)].flatMap((element) => {
          const mine = [...element.getClientRects()].at(-1);
          const range = document.createRange();
          range.setStartAfter(element);
          range.setEndAfter(main.lastElementChild ?? main);
          const next = [...range.getClientRects()].find(
            ({ width: wide, height: high }) => wide > 0 && high > 0,
          );
          return mine && mine.height > 0 && next && sheet(mine) !== sheet(next)
            ? [`${element.outerHTML.slice(0, 80)} at ${String(tall)}`]
            : [];
        }),
      );
    },
    [leading, height] as const,
  );

for (const { path } of differing)
  test(`${path} prints its content in black on white, without furniture`, async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const furniture = `body > header, footer nav, dialog, .contents:not([aria-label="${words.everything.parts}"])`;
    await expect(page.locator(furniture).filter({ visible: true })).toHaveCount(0);
    await expect(page.locator("footer")).toBeVisible();

    const colors = await page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      const words = document.querySelector("main h1, main p");
      return { ground: backgroundColor, words: words && getComputedStyle(words).color };
    });
    expect(colors).toEqual({ ground: "rgb(255, 255, 255)", words: "rgb(0, 0, 0)" });

    const outside = await page
      .getByRole("main")
      .locator('a[href^="https:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const notes = page.getByRole("list", { name: words.page.links }).getByRole("listitem");
    await expect(notes).toHaveText(outside.map(String));
    expect(await sheetsOf(page, { format: "A4" })).toBeGreaterThan(0);
  });

for (const [path, sheets] of [
  ["/", 1],
  [pathShowing("ReviewSheet"), 2],
] as const)
  for (const format of ["A4", "Letter"])
    test(`${path} is printed on ${String(sheets)} at most, in ${format}`, async ({ page }) => {
      await page.goto(path);
      expect(await sheetsOf(page, { format })).toBeLessThanOrEqual(sheets);
    });

for (const { path } of differing.filter(({ html }) => html.includes('class="beside"')))
  test(`${path} uses the width of its sheets, when they are wide too`, async ({ page }) => {
    await page.goto(path);
    const upright = await sheetsOf(page, { format: "A4" });
    expect(await sheetsOf(page, { format: "A4", landscape: true })).toBeLessThanOrEqual(
      2 * upright,
    );
    expect(await sheetsOf(page, { format: "A3" })).toBeLessThanOrEqual(upright);
  });

for (const { path } of differing)
  test(`on paper, no heading of ${path} and no head of a table is left alone at the foot of a sheet`, async ({
    page,
  }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(path);
    /* Sheets of many heights, so that something ends at the foot of one of them. */
    const heights = Array.from(
      { length: path === "/everything/" ? 12 : 24 },
      (_, at) => 900 + at * 17,
    );
    const found: string[] = [];
    for (const height of heights) found.push(...(await parted(page, height)));
    expect(found).toEqual([]);
  });

for (const { path } of differing)
  test(`${path} says at its end, on few lines, whose it is, as of when, and where it was printed from`, async ({
    page,
  }) => {
    await page.goto(path);
    const footer = page.locator("footer");
    const address = footer.getByText(new URL(path, site.center.url).href, { exact: true });
    await expect(address).toBeHidden();
    await page.setViewportSize({ width: 673, height: 900 });
    await page.emulateMedia({ media: "print" });
    if (path !== notFound) await expect(address).toBeVisible();
    await expect(footer).toContainText(site.organization.legalName);
    /* Of what was released, the day of its version; of all else, that of its content. */
    const version = footer.locator('a[href^="/changes/"]');
    const date =
      (await version.count()) > 0
        ? (await version.getAttribute("href"))?.split("/").at(-2)
        : await footer.locator("time").getAttribute("datetime");
    await expect(footer).toContainText(words.date(date ?? ""));
    const lines = await footer.evaluate((element) => {
      const { height } = element.getBoundingClientRect();
      return height / Number.parseFloat(getComputedStyle(element).lineHeight);
    });
    expect(lines).toBeLessThan(6);
  });

test("a fact that awaits confirmation is named by its file and its id, as one types them", async ({
  page,
}) => {
  test.skip(!isDraft, "nothing awaits confirmation");
  await page.goto("/draft/");
  const places = await page.getByRole("main").locator("li > span").allInnerTexts();
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) expect(place).toMatch(/^\S+\.(?:yaml|mdx)(?:, \S+)?$/);
});
