import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { contentFolder } from "../../src/environment.ts";
import type { Accessibility } from "../../src/schemas/accessibility.ts";
import { lastRun, variants } from "../../src/transparency/accessibility-run.ts";
import { pagesDigest } from "../../src/transparency/digest.ts";
import { facts, site, words } from "../content/read.ts";
import { dist, pages } from "./pages.ts";

const path = "/accessibility/";
const file = join(contentFolder, "facts/accessibility.yaml");
const statement = parse(readFileSync(file, "utf8")) as Accessibility;
const says = words.accessibility;
const { assessment, compatibility, approval, complaints } = statement;
/** Lists that the file may leave out. */
const limitations = (statement as Partial<Accessibility>).limitations ?? [];

test.describe("the statement on accessibility", () => {
  test("says what a person has typed, in the form of such statements", async ({ page }) => {
    await page.goto(path);
    const main = page.getByRole("main");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(says.title);
    const { status, standard, level, commitment, measures, technologies } = statement;
    const sentences = [
      commitment,
      ...measures,
      says.status[status](`${standard}, ${says.level(level)}`),
      says.technologies(words.list(technologies)),
      says.dates(words.date(statement.prepared), words.date(statement.lastReviewed)),
      assessment
        ? says.assessment[assessment.method](assessment.by, words.date(assessment.date))
        : says.assessment.none,
      ...(compatibility?.works ?? []),
      ...(compatibility?.fails ?? []),
      ...(approval ? [says.approved(approval.by, words.date(approval.date))] : []),
      ...(complaints ? [complaints.procedure] : []),
    ];
    for (const sentence of sentences) await expect(main).toContainText(sentence);
    const shown = await main.getByRole("heading", { level: 2 }).allInnerTexts();
    const optional = { compatibility, approval, complaints };
    const expected = Object.entries(says.headings)
      .filter(([name]) => !(name in optional) || optional[name as keyof typeof optional])
      .map(([, heading]) => heading);
    expect(shown.map((heading) => heading.replace(/\s*#$/, ""))).toEqual(expected);
  });

  test("lists each limitation with whom it affects, what helps, and until when", async ({
    page,
  }) => {
    await page.goto(path);
    expect(limitations.length).toBeGreaterThan(0);
    for (const { id, what, affects, alternative, until } of limitations) {
      const row = page.locator(`#limitation-${id}`);
      await expect(row.getByRole("rowheader")).toHaveText(what);
      await expect(row.getByRole("cell")).toHaveText([
        affects,
        alternative,
        until ? words.date(until) : says.limitations.open,
      ]);
    }
  });

  test("says to whom to tell of barriers, and is led to from every page", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: says.link }).click();
    await expect(page).toHaveURL(path);
    const { email } = facts("contacts").find(({ id }) => id === statement.feedback.contact) ?? {};
    await expect(page.getByRole("main").getByRole("link", { name: String(email) })).toHaveAttribute(
      "href",
      `mailto:${String(email)}`,
    );
    for (const { html } of pages) expect(html).toContain(`href="${path}"`);
  });

  test("marks what nobody has confirmed yet", async ({ page }) => {
    const open = [statement, statement.feedback, assessment, compatibility, ...limitations].filter(
      (part) => part?.confirmed === false,
    );
    await page.goto(path);
    const marks = page.getByRole("main").getByText(words.draft.unconfirmed);
    await expect(marks).toHaveCount(open.length);
    for (const part of open)
      await expect(page.getByRole("main")).toContainText(String(part?.question));
  });

  test("tells what the tests have measured, and that no status follows from it", async ({
    page,
  }) => {
    await page.goto(path);
    const { tests } = says;
    const main = page.getByRole("main");
    await expect(main).toContainText(tests.limits);
    await expect(main).toContainText(
      tests.run(words.date(lastRun.date), words.list(lastRun.tools)),
    );
    const rows = page.getByRole("table", { name: tests.caption }).locator("tbody tr");
    await expect(rows).toHaveCount(variants.length);
    for (const variant of variants)
      await expect(page.locator(`#Measured-${variant}`).getByRole("cell")).toHaveText([
        words.number(lastRun.pages),
        words.number(lastRun.findings[variant]),
      ]);
  });

  test("says whether it is this build that was measured", async ({ page }) => {
    await page.goto(path);
    const { measuredHere, measuredElsewhere } = says.tests;
    const digest = pagesDigest(dist);
    const isSame = digest === lastRun.digest;
    const main = page.getByRole("main");
    await expect(main).toContainText(isSame ? measuredHere : measuredElsewhere);
    await expect(main).not.toContainText(isSame ? measuredElsewhere : measuredHere);
    await expect(main.locator("code")).toHaveText([lastRun.digest, digest]);
  });

  test("is found by the search, but gives it no figure", () => {
    const own = globSync("pagefind/fragment/*/*", { cwd: dist })
      .map((name) => readFileSync(join(dist, name)))
      .map((bytes) => gunzipSync(bytes).toString())
      .filter((text) => text.includes(`"url":"${path}`));
    expect(own.join("\n")).toContain(says.headings.feedback);
    for (const text of own) expect(text).not.toMatch(/[0-9a-f]{64}|\{\{|axe-core/);
  });

  test("has its figures in the compressed files too, and is in the sitemap", async ({
    request,
  }) => {
    const html = readFileSync(join(dist, "accessibility/index.html"), "utf8");
    expect(html).not.toMatch(/\{\{|undefined|NaN/);
    const answer = await request.get(path, { headers: { "Accept-Encoding": "br" } });
    expect(answer.headers()["content-encoding"]).toBe("br");
    expect(await answer.text()).toBe(html);
    expect(readFileSync(join(dist, "sitemap-0.xml"), "utf8")).toContain(
      new URL(path, site.center.url).href,
    );
  });

  test("can be read without JavaScript", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(String(baseURL) + path);
    await expect(page.getByRole("main")).toContainText(says.tests.covers);
    await context.close();
  });
});
