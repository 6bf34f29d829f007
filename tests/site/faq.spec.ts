import { expect, test } from "@playwright/test";
import { facts, questions as expected, words } from "../content/read.ts";

test.beforeEach(({ page }) => page.goto("/faq/"));

test("every question stands under its topic, in order, at an address of its own", async ({
  page,
}) => {
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 2 })).toHaveText(
    facts("topics").map(({ title }) => String(title)),
  );
  const headings = main.getByRole("heading", { level: 3 });
  await expect(headings).toHaveText(expected.map(({ question }) => question));
  const ids = await headings.evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual(expected.map(({ id }) => id));
  for (const { id, question } of expected)
    await expect(headings.getByRole("link", { name: question, exact: true })).toHaveAttribute(
      "href",
      `#${id}`,
    );
});

test("every answer stands open below its question", async ({ page }) => {
  await expect(page.locator("details:has(article), article details")).toHaveCount(0);
  for (const { id } of expected) {
    const answer = page.locator(`article:has(#${id}) [itemprop=text]`);
    await expect(answer).toBeVisible();
    expect((await answer.innerText()).length).toBeGreaterThan(20);
  }
});

test("the index names every question and leads to it", async ({ page }) => {
  const links = page.getByRole("navigation", { name: words.questions.index }).getByRole("link");
  await expect(links).toHaveText(expected.map(({ question }) => question));
  for (const [position, { id }] of expected.entries()) {
    await links.nth(position).click();
    await expect(page).toHaveURL(`/faq/#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  }
});

test("the address of a question opens the page at the question", async ({ page }) => {
  for (const { id } of [expected[0], expected[9], expected.at(-1)].filter(
    (question) => question !== undefined,
  )) {
    await page.goto("about:blank");
    await page.goto(`/faq/#${id}`);
    const heading = page.locator(`[id="${id}"]`);
    await expect(heading).toBeInViewport({ ratio: 1 });
  }
});

test("on a wide screen the index stays in view however far one reads", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const index = page.getByRole("navigation", { name: words.questions.index });
  for (const { id } of [expected[9], expected.at(-1)].filter(
    (question) => question !== undefined,
  )) {
    const heading = page.locator(`[id="${id}"]`);
    /* Reads the answer to its end. */
    await page.locator("article", { has: heading }).evaluate((answer) => {
      answer.scrollIntoView({ block: "end" });
    });
    await expect(index).toBeInViewport({ ratio: 0.95 });
    const [left, right] = [await index.boundingBox(), await heading.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  }
});

test("on a phone the topics come first, and the first answer soon", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const topics = page.getByRole("navigation", { name: words.questions.index }).getByRole("link");
  await expect(topics).toHaveText(facts("topics").map(({ title }) => String(title)));
  await expect(topics.last()).toBeInViewport();
  const answer = await page.locator("article [itemprop=text]").first().boundingBox();
  expect(answer?.y, "pixels").toBeLessThanOrEqual(900);
  await topics.last().click();
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).last()).toBeInViewport();
});

test("machines read every question with its answer", async ({ page }) => {
  const read = await page
    .locator('[itemscope][itemtype="https://schema.org/FAQPage"]')
    .locator('[itemprop=mainEntity][itemtype="https://schema.org/Question"]')
    .evaluateAll((all) =>
      all.map((question) => {
        const answer = question.querySelector(
          '[itemprop=acceptedAnswer][itemtype="https://schema.org/Answer"] [itemprop=text]',
        );
        return {
          name: question.querySelector("[itemprop=name]")?.textContent.trim(),
          answered: (answer?.textContent.trim().length ?? 0) > 20,
        };
      }),
    );
  expect(read).toEqual(expected.map(({ question }) => ({ name: question, answered: true })));
});

test("an address of a question arrives with what a mail program left behind it", async ({
  page,
}) => {
  const [{ id } = { id: "" }] = expected.slice(-1);
  for (const left of [
    ".",
    ",",
    ")",
    ").",
    ";",
    ":",
    "!",
    "?",
    "'",
    '"',
    ">",
    "]",
    "…",
    "%22",
    "%3E",
    "\u200b",
    "’",
  ]) {
    await page.goto("/");
    await page.goto(`/faq/#${id}${left}`);
    await expect(page).toHaveURL(`/faq/#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  }
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `${expected[0]?.id ?? ""}).`,
  );
  await expect(page).toHaveURL(`/faq/#${expected[0]?.id ?? ""}`);
  /* A query is no such address. The search writes it anew, so the field is what tells. */
  await page.goto("/search/#q=who?");
  await expect(page).toHaveURL("/search/#q=who%3F");
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue("who?");
});
