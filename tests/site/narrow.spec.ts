import { expect, test, type Page } from "@playwright/test";
import { pathShowing } from "../content/read.ts";
import { differing } from "./pages.ts";

/** What makes a page wider than the window: the words and elements that stick out. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const found = [`${String(scrollWidth)} pixels wide`];
    const range = document.createRange();
    const nodes = document.createNodeIterator(document.body);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      range.selectNode(node);
      if (range.getBoundingClientRect().right > clientWidth + 0.5)
        found.push(node instanceof Element ? node.outerHTML.slice(0, 120) : (node.nodeValue ?? ""));
    }
    return found;
  });

/* A window of 1280 by 1024 at 400 % has 320 by 256 CSS pixels (WCAG 1.4.10). */
const viewports = [
  { width: 360, height: 740 },
  { width: 320, height: 640 },
  { width: 320, height: 256 },
];

/* Where what stands beside each other has least room, too. */
const widths = [480, 600, 639, 640, 720, 800, 900, 991, 992, 1060, 1130, 1199, 1200, 1279, 1440];

for (const { path } of differing)
  test(`${path} never scrolls sideways, however wide the window is`, async ({ page }) => {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await outside(page), `in a window of ${String(width)} pixels`).toEqual([]);
    }
  });

for (const { path } of differing)
  test(`${path} never scrolls sideways on a narrow screen or at 400 % zoom`, async ({ page }) => {
    await page.goto(path);
    for (const viewport of viewports) {
      await page.setViewportSize(viewport);
      expect.soft(await outside(page)).toEqual([]);
    }
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await outside(page), "with everything unfolded").toEqual([]);
  });

test("the sheet for reviewers is a table as soon as its columns have room", async ({ page }) => {
  await page.goto(pathShowing("ReviewSheet"));
  for (const [width, display] of [
    [991, "grid"],
    [992, "table-row"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator(".review tbody tr").first()).toHaveCSS("display", display);
  }
});

test("no address on the sheet for reviewers breaks within a word that has room", async ({
  page,
}) => {
  await page.setViewportSize({ width: 992, height: 800 });
  await page.goto(pathShowing("ReviewSheet"));
  const broken = await page.locator(".review a").evaluateAll((links) =>
    links.flatMap((link) => {
      /* A word alone in a line of its own, and the line that there is. */
      const cell = link.closest("td");
      const room = cell ? cell.clientWidth - parseFloat(getComputedStyle(cell).paddingRight) : 0;
      const widthOf = (word: string): number => {
        const alone = link.cloneNode() as HTMLElement;
        alone.textContent = word;
        alone.style.cssText = "position: absolute; white-space: nowrap; max-width: none";
        link.after(alone);
        const { width } = alone.getBoundingClientRect();
        alone.remove();
        return width;
      };
      const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        for (const { 0: word, index } of text.data.matchAll(/[^-/\s]+[-/]?/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const tops = [...range.getClientRects()].map(({ top }) => top);
          if (new Set(tops).size > 1 && widthOf(word) <= room) found.push(word);
        }
      }
      return found;
    }),
  );
  expect(broken).toEqual([]);
});

test("a page that is too wide is found", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).evaluate((heading) => {
    heading.textContent = "W".repeat(60);
    heading.style.whiteSpace = "nowrap";
  });
  expect((await outside(page)).join("\n")).toContain("WWW");
});

/** How many table parts assistive technology is told of, by role. */
const tableRoles = async (page: Page): Promise<Record<string, number>> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const roles = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role }) => String(role?.value))
    .filter((role) => ["table", "row", "rowheader", "columnheader", "cell"].includes(role));
  return Object.fromEntries(
    Object.entries(Object.groupBy(roles, (role) => role)).map(([role, all]) => [
      role,
      all?.length ?? 0,
    ]),
  );
};

for (const { path, html } of differing.filter(({ html }) => html.includes("<table")))
  test(`${path} keeps its tables tables where they look like cards`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    const wide = await tableRoles(page);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await tableRoles(page)).toEqual(wide);
    expect(wide["table"]).toBe(html.split("<table").length - 1);
    expect(wide["rowheader"]).toBeGreaterThan(0);
    expect(wide["columnheader"]).toBeGreaterThan(0);
    expect(await page.getByRole("cell").count()).toBe(wide["cell"]);
    /* The caption of a table that is typed in prose only repeats the heading. */
    const records = page.locator("table:not(:has(> caption.sr-only)) > tbody > tr");
    for (const row of await records.all())
      await expect(row, "a record has an address of its own").toHaveAttribute("id", /./);
  });
