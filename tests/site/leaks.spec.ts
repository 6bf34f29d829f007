import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { asVisitorsHave, findChromium } from "../../src/pack/chromium.ts";
import { site, words } from "../content/read.ts";
import { Detector, test } from "./leaks.ts";
import { dist } from "./pages.ts";

/* That the detector finds what leaks is what planted-leaks.spec.ts shows. */

const builder = (page: Page) => page.locator("request-builder");

/** Opens the builder and waits until it is one, and until nothing is under way any more. */
const open = async (page: Page): Promise<void> => {
  await page.goto("/request/");
  await started(page);
  await page.waitForLoadState("networkidle");
};

const started = (page: Page) => expect(builder(page).locator("option")).not.toHaveCount(1);

/** Makes every choice there is, and types the canary into every field, whatever brings it up. */
const fillEverything = async (page: Page, { canary }: Detector): Promise<void> => {
  const type = async (field: Locator, words: string) => {
    await field.press("ControlOrMeta+End");
    await field.pressSequentially(words);
    await field.press("Tab");
  };
  await type(builder(page).locator("textarea"), `\n${canary} by hand`);
  const fields = builder(page).locator("input:not([type=radio], [type=checkbox])");
  for (const choice of await builder(page).locator("[type=radio], [type=checkbox]").all()) {
    await choice.check();
    for (const field of await fields.filter({ visible: true }).all())
      if (!(await field.inputValue()).includes(canary)) await type(field, canary);
  }
};

/** Chooses a right and a country for which there is a day to put into a calendar. */
const expectAnswer = async (page: Page): Promise<void> => {
  const calendar = page.getByRole("button", { name: words.requestForm.calendar });
  const country = builder(page).locator("select");
  const names = await country
    .locator("option")
    .evaluateAll((all) => all.map((element) => element.textContent));
  for (const right of await builder(page).locator("[data-right]").all()) {
    await right.check();
    for (const name of names) {
      await country.selectOption(name);
      if (await calendar.isVisible()) return;
    }
  }
  await expect(calendar).toBeVisible();
};

/**
 * Presses every button, and the link to the mail program: those last that empty the fields, and
 * that twice which clears, since it then takes that back.
 * @returns how many there were
 */
const pressEverything = async (page: Page): Promise<number> => {
  const folded = builder(page).locator("details:not([open]) summary");
  if (await folded.isVisible()) await folded.click();
  const shown = builder(page).locator("button, a[href^='mailto:']").filter({ visible: true });
  let count = 0;
  for (const these of [
    ":not([data-way=again], [data-way=clear])",
    "[data-way=again]",
    "[data-way=clear]",
    "[data-way=clear]",
  ])
    for (const control of await shown.and(page.locator(these)).all()) {
      await control.click();
      count += 1;
    }
  return count;
};

/** What has passed that the site itself did not ask for or that says where somebody came from. */
const strange = ({ passed }: Detector, baseURL = ""): string[] =>
  passed
    .filter(({ url, headers }) => !url.startsWith(`${baseURL}/`) || headers.referer !== undefined)
    .map(({ method, url, headers }) => `${method} ${url} from ${headers.referer ?? "nowhere"}`);

test.describe("a request", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("leaks nothing, whatever is typed, chosen and pressed, and however the page is left", async ({
    page,
    leaks,
    seen,
    baseURL,
  }) => {
    test.slow();
    const saved: string[] = [];
    page.on("download", (download) => saved.push(download.suggestedFilename()));
    await page.clock.install();
    await open(page);
    const length = await page.evaluate(() => history.length);
    leaks.begin();
    await fillEverything(page, leaks);
    await expectAnswer(page);
    const text = await builder(page).locator("textarea").inputValue();
    expect(text.split(leaks.canary).length).toBeGreaterThan(3);
    const pressed = await pressEverything(page);
    expect(pressed).toBeGreaterThan(8);
    await expect.poll(() => saved.length).toBe(2);
    expect(saved.filter((name) => leaks.gives(name))).toEqual([]);
    await fillEverything(page, leaks);
    await leaks.waitFor(page);
    expect(await leaks.found(page)).toEqual([]);
    expect(seen.foreign).toEqual([]);
    await expect(page).toHaveURL("/request/");
    expect(await page.evaluate(() => history.length)).toBe(length);

    const steps = {
      leave: () => page.getByRole("banner").getByRole("link").first().click(),
      return: () => page.goBack(),
      "leave again": () => page.goForward(),
      "return again": () => page.goBack(),
      reload: () => page.reload(),
      "open it anew": () => open(page),
    };
    for (const [how, step] of Object.entries(steps)) {
      await step();
      await page.waitForLoadState("networkidle");
      expect(await leaks.given(page), how).toEqual([]);
    }
    expect(strange(leaks, baseURL)).toEqual([]);
    expect(seen.errors).toEqual([]);
  });
});

test("a request that is left and come back to as it stood leaks nothing", async ({
  playwright,
  launchOptions,
  contextOptions,
  proxy,
  recorder,
  baseURL,
}) => {
  /* Playwright turns off what browsers do: they keep the whole page for the way back. */
  const asVisitors = findChromium(asVisitorsHave);
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ...(asVisitors && { executablePath: asVisitors }),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const context = await browser.newContext({
    ...contextOptions,
    ...(proxy && { proxy }),
    baseURL: String(baseURL),
  });
  const leaks = new Detector(recorder);
  await leaks.watch(context);
  const page = await context.newPage();
  await page.clock.install();
  await open(page);
  leaks.begin();
  await fillEverything(page, leaks);
  const written = await builder(page).locator("textarea").inputValue();
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      document.documentElement.dataset["kept"] = String(persisted);
    });
  });
  await page.getByRole("banner").getByRole("link").first().click();
  await page.waitForLoadState("networkidle");
  expect(leaks.passed.length).toBeGreaterThan(0);
  expect(await leaks.given(page)).toEqual([]);
  /* Its own goBack waits for a page to load, and none does. */
  await page.evaluate(() => {
    history.back();
  });
  await expect(page.locator("html")).toHaveAttribute("data-kept", "true");
  await expect(builder(page).locator("textarea")).toHaveValue(written);
  await leaks.waitFor(page);
  expect(await leaks.given(page)).toEqual([]);
  expect(strange(leaks, baseURL)).toEqual([]);
  await browser.close();
});

test.describe("a search", () => {
  /* What is fetched are pieces of the index, by the names that the build has given them. */
  const unknown = ({ passed }: Detector): string[] =>
    passed
      .map(({ url }) => new URL(url))
      .filter(
        ({ pathname, search }) =>
          search !== "" ||
          !existsSync(join(dist, pathname.endsWith("/") ? `${pathname}index.html` : pathname)),
      )
      .map(String);

  test("in the dialog leaves no trace, but for the pieces of the index that it fetches", async ({
    page,
    leaks,
    seen,
    baseURL,
  }) => {
    await page.goto("/");
    leaks.begin();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(`${leaks.canary} `);
    const said = page.getByRole("dialog").getByRole("status");
    await expect(said).toContainText(leaks.canary);
    await page.getByRole("searchbox").fill(site.organization.name);
    const result = page.getByRole("dialog").getByRole("listitem").getByRole("link").first();
    await expect(result).toBeVisible();
    await page.getByRole("searchbox").fill(`${leaks.canary} ${site.organization.name}`);
    await expect(said).toContainText(leaks.canary);
    const fetched = /^(?:Window.fetch|request for (?:fetch|script))$/;
    expect((await leaks.found(page)).filter(({ channel }) => !fetched.test(channel))).toEqual([]);
    await page.getByRole("searchbox").fill(site.organization.name);
    await result.click();
    await page.waitForLoadState("networkidle");
    expect(leaks.passed.length).toBeGreaterThan(3);
    expect(await leaks.given(page)).toEqual([]);
    expect(unknown(leaks)).toEqual([]);
    expect(strange(leaks, baseURL)).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test("on its page stands in the fragment of the address, and goes nowhere, with a reload neither", async ({
    page,
    leaks,
    baseURL,
  }) => {
    await page.goto("/search/");
    leaks.begin();
    await page.getByRole("searchbox").pressSequentially(leaks.canary);
    await expect(page.getByRole("main").getByRole("status")).toContainText(leaks.canary);
    const channels = (await leaks.given(page)).map(({ channel }) => channel);
    expect(new Set(channels)).toEqual(new Set(["History.replaceState", "address in the history"]));
    expect(unknown(leaks)).toEqual([]);
    await page.getByRole("banner").getByRole("link").first().click();
    await page.waitForLoadState("networkidle");
    expect(unknown(leaks)).toEqual([]);
    await page.goBack();
    await page.reload();
    await page.waitForLoadState("networkidle");
    await expect(page.getByRole("searchbox")).toHaveValue(leaks.canary);
    expect(unknown(leaks)).toEqual([]);
    expect(strange(leaks, baseURL)).toEqual([]);
  });
});
