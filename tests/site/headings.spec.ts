import { expect, test, type Locator, type Page } from "@playwright/test";
import { pages } from "./pages.ts";

/* What a request is made in is no text to cite, and the topics of the questions lead to their questions. */
const sections = "main :is(h2, h3, h4)[id]:not(form *, [id^=topic-], [id*=_topic-])";

/** What a heading shows behind its words: the mark, or nothing. */
const mark = (link: Locator): Promise<string> =>
  link.evaluate((one) => {
    const { content, opacity } = getComputedStyle(one, "::after");
    return opacity === "0" ? "" : content.replace(/^none$/, "");
  });

const shown = /^"\u00a0#" \/ ""$/;

/** A page with sections, and the heading of the first. */
const open = async (page: Page) => {
  await page.goto(withSections);
  const heading = page.locator(sections).first();
  return { heading, link: heading.getByRole("link") };
};

const withSections =
  pages.find(({ path, html }) => path !== "/faq/" && /<h2 id="[^"]+"><a /.test(html))?.path ?? "/";

for (const { path } of pages)
  test(`every section of ${path} can be cited by its heading, a link to itself`, async ({
    page,
  }) => {
    await page.goto(path);
    const wrong = await page.locator(sections).evaluateAll((headings) =>
      headings
        .map(({ id, children: [link], outerHTML }) => ({ href: `#${id}`, link, outerHTML }))
        .filter(
          ({ href, link }) =>
            !link?.matches("a") || link.getAttribute("href")?.endsWith(href) !== true,
        )
        .map(({ outerHTML }) => outerHTML),
    );
    expect(wrong).toEqual([]);
  });

test("a heading is a heading and a link by its words alone, and is copied without a mark", async ({
  page,
}) => {
  const { heading, link } = await open(page);
  const words = (await heading.textContent()) ?? "";
  expect(words).toMatch(/^\S.*\w$/);
  await link.focus();
  expect(await mark(link)).toMatch(shown);
  await expect(heading).toHaveAccessibleName(words);
  await expect(link).toHaveAccessibleName(words);
  await heading.evaluate((one) => getSelection()?.selectAllChildren(one));
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(words);
  await link.press("Enter");
  await expect(page).toHaveURL(`${withSections}#${(await heading.getAttribute("id")) ?? ""}`);
  await expect(heading).toBeInViewport();
});

test("the mark of a heading is there for a pointer or the focus, and not on paper", async ({
  page,
}) => {
  const { link } = await open(page);
  expect(await mark(link)).toBe("");
  await link.hover();
  expect(await mark(link)).toMatch(shown);
  await page.mouse.move(0, 0);
  expect(await mark(link)).toBe("");
  await page.keyboard.press("Tab");
  await link.focus();
  expect(await mark(link)).toMatch(shown);
  await page.emulateMedia({ media: "print" });
  expect(await mark(link)).toBe("");
});

test.describe("on a screen that is touched", () => {
  test.use({ hasTouch: true, isMobile: true });

  test("the mark of a heading is there once it is tapped", async ({ page }) => {
    const { link } = await open(page);
    expect(await mark(link)).toBe("");
    await link.tap();
    expect(await mark(link)).toMatch(shown);
  });
});
