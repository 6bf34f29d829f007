import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { gunzipSync } from "node:zlib";
import { openIndex } from "../../src/search/pagefind.ts";
import { folded, piecesOf, spellings } from "../../src/search/letters.ts";
import { tellingWords } from "../../src/search/query.ts";
import {
  engineFile,
  indexFile,
  passageFile,
  passagesFile,
  searchFolder,
  unpacked,
  type Passage,
  type Passages,
} from "../../src/search/search-folder.ts";
import { formsOf, titleFinder } from "../../src/search/titles.ts";
import { pageNamed, questions, site, statements, words } from "../content/read.ts";
import { notHeld } from "../content/source.ts";
import { dist } from "./pages.ts";
import { roundTrip } from "./round-trip.ts";

const { search: says, searchPanel: panel } = words;

const dialog = (page: Page) => page.getByRole("dialog", { name: panel.title });
const field = (page: Page) => page.getByRole("searchbox");
const results = (page: Page) => dialog(page).getByRole("list").getByRole("listitem");

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a phrase says of a query, whatever the numbers in these findings. */
const phrases = (
  query: string,
  phrase: typeof says.found,
  findings: readonly Parameters<typeof says.found>[1][],
): RegExp => {
  const said = findings.map((found) => escaped(phrase("…", found)).replaceAll(/\d/g, "\\d+"));
  return new RegExp(`^(?:${said.join("|").replaceAll("…", escaped(query))})$`);
};

/** What is said where all that was found is shown. */
const whole = [
  { shown: 1, total: 1, atLeast: false },
  { shown: 2, total: 2, atLeast: false },
];

/** What is said of a query of which something is found, whatever the numbers. */
const counted = (query: string, phrase = says.found): RegExp =>
  phrases(query, phrase, [
    ...whole,
    { shown: 1, total: 2, atLeast: false },
    { shown: 1, total: 2, atLeast: true },
  ]);

/* The last, which are out of sight unless one is led to them. */
const [other, asked] = questions.slice(-2);
if (!other || !asked) throw new Error("the content has too few questions to search for");

/** A word to search for: the longest that no other question has. */
const word = asked.question
  .split(/\P{L}+/u)
  .filter((word) => questions.filter(({ question }) => question.includes(word)).length === 1)
  .reduce((longest, word) => (word.length > longest.length ? word : longest));

/** Waits until the search shows all that it finds, or offers the rest: it then fetches no more. */
const answered = (page: Page, query: string): Promise<void> =>
  expect
    .poll(async () => {
      const said = await dialog(page).getByRole("status").innerText();
      const isWhole = [says.found, says.partlyFound].some((phrase) =>
        phrases(query, phrase, whole).test(said),
      );
      const more = dialog(page).getByRole("button", { name: says.more });
      return said.includes(query) && (isWhole || (await more.isVisible()));
    })
    .toBe(true);

/** Words that are found on many pages. */
const common = site.organization.name;

/** The longest word that stands once in all questions: little is loaded that it is not found in. */
const spoken = questions.flatMap(({ question }) => [...new Set(question.split(/\P{L}+/u))]);
const rare = spoken
  .filter((word) => spoken.indexOf(word) === spoken.lastIndexOf(word))
  .reduce((longest, word) => (word.length > longest.length ? word : longest));

/** Where a statement differs from what holds now: words to find the statement by. */
const archived = statements.flatMap(({ id, contradictions = [] }) =>
  contradictions
    .slice(0, 1)
    .map(({ archived }) => ({ path: `/statements/${id}/`, query: archived })),
);

test.describe("the search dialog", () => {
  /** The keys that open the search, and those that do not: a single letter is nobody's to take (WCAG 2.1.4). */
  const keys = {
    Linux: { opening: ["Control+k", "Control+K"], others: ["/", "k", "Meta+k", "Control+Alt+k"] },
    MacIntel: { opening: ["Meta+k"], others: ["/", "k", "Control+k", "Meta+Shift+k"] },
  };
  for (const [platform, { opening, others }] of Object.entries(keys))
    test(`opens with ${opening.join(", ")} on ${platform}, and closes with Escape`, async ({
      page,
    }) => {
      await page.addInitScript((name) => {
        Object.defineProperty(navigator, "platform", { get: () => name });
      }, platform);
      await page.goto("/faq/");
      const hint = page.getByRole("banner").locator("kbd");
      await expect(hint).toHaveText(platform === "MacIntel" ? "⌘K" : words.header.keys);
      for (const key of others) {
        await page.keyboard.press(key);
        await roundTrip(page);
        await expect(dialog(page)).toBeHidden();
      }
      for (const key of opening) {
        await page.keyboard.press(key);
        await expect(dialog(page)).toBeVisible();
        await expect(field(page)).toBeFocused();
        await page.keyboard.press("Escape");
        await expect(dialog(page)).toBeHidden();
      }
    });

  test("opens from its control, which is a button to those who hear it", async ({ page }) => {
    await page.goto("/");
    for (const [place, name] of [
      [page.getByRole("banner"), words.header.search],
      [page.getByRole("main"), words.overview.search(site.center.name)],
    ] as const) {
      const control = place.getByRole("button", { name, exact: true });
      for (const key of ["Space", "Enter"]) {
        await control.press(key);
        await expect(dialog(page)).toBeVisible();
        await expect(field(page)).toHaveValue("");
        await page.keyboard.press("Escape");
        await expect(control).toBeFocused();
      }
    }
  });

  test("takes what is typed before its script is there, and stays where it is then", async ({
    page,
  }) => {
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/_astro\/.*\.js$/, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto("/faq/");
    await page.keyboard.press("ControlOrMeta+k");
    const before = await field(page).boundingBox();
    await expect(field(page)).toHaveAccessibleName(
      panel.inSite(`${site.organization.name} ${site.center.name}`),
    );
    await page.keyboard.type(word.slice(0, -1));
    arrive();
    await expect(dialog(page).getByRole("button", { name: panel.close })).toBeVisible();
    await page.keyboard.type(word.slice(-1));
    await expect(field(page)).toHaveValue(word);
    await expect(field(page)).toHaveAccessibleName(
      panel.inSite(`${site.organization.name} ${site.center.name}`),
    );
    const after = await field(page).boundingBox();
    expect(after?.y).toBeCloseTo(before?.y ?? 0, 0);
    expect(after?.height).toBe(before?.height);
    await expect(results(page).first()).toContainText(asked.question);
  });

  test("opens from the control in the header and gives the focus back", async ({ page }) => {
    await page.goto("/faq/");
    const control = page.getByRole("banner").getByRole("button", { name: words.header.search });
    await control.click();
    await expect(dialog(page)).toBeVisible();
    await dialog(page).getByRole("button", { name: panel.close }).click();
    await expect(control).toBeFocused();
  });

  test("waits with Enter until its script is there", async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/_astro\/.*\.js$/, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto("/faq/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(asked.question);
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeVisible();
    arrive();
    await expect(results(page).first()).toContainText(asked.question);
    await page.keyboard.press("Enter");
    await expect(results(page).first().getByRole("link")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/faq/#${asked.id}`);
    expect(complaints).toEqual([]);
  });

  test("leads to results with Enter, though it comes before what is found by", async ({ page }) => {
    const script = await heldBack(page, /_astro\/.*\.js$/);
    const rest = await heldBack(page, /\/pagefind\//);
    await page.goto("/faq/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(asked.question);
    script.letGo();
    await expect(dialog(page).getByRole("button", { name: panel.close })).toBeVisible();
    await page.keyboard.press("Enter");
    await roundTrip(page);
    rest.letGo();
    await expect(results(page).first().getByRole("link")).toBeFocused();
    await expect(results(page).first()).toContainText(asked.question);
  });

  test("is hinted at with its keys only where there is one, and a keyboard", async ({ page }) => {
    const hint = page.locator("kbd:visible");
    await page.goto("/");
    await expect(hint).toHaveCount(2);
    await page.goto("/request/");
    await expect(hint).toHaveCount(0);
    await page.setViewportSize({ width: 360, height: 720 });
    await page.goto("/");
    await expect(hint).toHaveCount(0);
  });

  test("finds a question, names its section, and leads to its own address", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(asked.question);
    await expect(results(page).first()).toContainText(pageNamed("faq").navigation);
    const link = results(page).first().getByRole("link", { name: asked.question, exact: true });
    await expect(link).toHaveAttribute("href", `/faq/#${asked.id}`);
    const said = dialog(page).getByRole("status");
    await expect(said).toHaveText(counted(asked.question));
    await link.click();
    await expect(page).toHaveURL(`/faq/#${asked.id}`);
    await expect(page.getByRole("heading", { name: asked.question })).toBeInViewport();
  });

  test("is worked with the arrow keys and Enter", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    const links = results(page).getByRole("link");
    await expect(links.first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(links.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(field(page)).toBeFocused();
    /* Enter leads to the results; it carries nobody off. */
    await page.keyboard.press("Enter");
    await expect(links.first()).toBeFocused();
    await expect(page).toHaveURL("/");
    const href = await links.first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname + url.hash === href);
  });

  test("leads to what was asked for last, not to what is still shown", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    await answered(page, common);
    await field(page).fill(asked.question);
    await page.keyboard.press("Enter");
    const link = results(page).getByRole("link", { name: asked.question, exact: true });
    await expect(link).toBeFocused();
  });

  test("leads to what was meant by a slip, not to what has the other words only", async ({
    page,
  }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    const first = results(page).first().getByRole("link");
    await page.keyboard.type(`${word} ${common}`);
    await answered(page, `${word} ${common}`);
    const href = (await first.getAttribute("href")) ?? "";
    await field(page).fill(common);
    await answered(page, common);
    await expect(first).not.toHaveAttribute("href", href);
    const slip = `${word.slice(0, 2)}${word.slice(3)}`;
    await field(page).fill(`${slip} ${common}`);
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("status")).toContainText(says.mistyped(slip));
    await expect(first).toHaveAttribute("href", href);
    await expect(first).toBeFocused();
  });

  test("stays open where a result is opened elsewhere", async ({ page, context }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(asked.question);
    const link = results(page).first().getByRole("link");
    await answered(page, asked.question);
    for (const key of ["ControlOrMeta", "Shift"] as const) {
      const opened = context.waitForEvent("page");
      await link.click({ modifiers: [key] });
      await (await opened).close();
      await expect(dialog(page)).toBeVisible();
    }
  });

  test("leaves keys to an input method that is writing a word", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    await answered(page, common);
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", {
      text: "か",
      selectionStart: 1,
      selectionEnd: 1,
    });
    for (const key of ["ArrowDown", "ArrowUp", "Enter", "Escape"]) {
      /* As Chromium and Firefox report it, and as Safari does, whose composition is over by then. */
      for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
        const isTaken = await field(page).evaluate(
          (element, how) => {
            const event = new KeyboardEvent("keydown", { ...how, bubbles: true, cancelable: true });
            element.dispatchEvent(event);
            return event.defaultPrevented;
          },
          { key, ...composing },
        );
        /* These two would close the dialog, or ask for the results. */
        expect(isTaken, key).toBe(key === "Enter" || key === "Escape");
        await expect(field(page)).toBeFocused();
        await expect(dialog(page)).toBeVisible();
      }
    }
  });

  test("shows in forced colors what it found", async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      await page.goto("/");
      await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.type(common);
      const mark = dialog(page).locator("mark").first();
      await expect(mark).toBeVisible();
      const [ink, paper] = await mark.evaluate((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return [color, backgroundColor];
      });
      expect(paper).toMatch(/^rgb\(/);
      expect(paper).not.toBe(ink);
    }
  });

  for (const { path, query } of archived)
    test(`says that a finding in ${path} is archived`, async ({ page }) => {
      await page.goto("/");
      await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.type(query);
      await expect(results(page).first()).toContainText(says.archived);
      await expect(results(page).first().getByRole("link")).toHaveAttribute(
        "href",
        new RegExp(`^${path}#`),
      );
    });

  test("is limited to a section, and back", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    await expect(results(page).first()).toBeVisible();
    const choices = dialog(page).getByRole("radio");
    await expect(choices.first()).toBeVisible();
    /* They stand in one line, which scrolls by itself. */
    expect(await dialog(page).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    const [all, ...sections] = await choices.evaluateAll((radios) =>
      radios.map(({ parentElement }) => parentElement?.textContent ?? ""),
    );
    expect(all).toBe(says.allSections);
    expect(sections.length).toBeGreaterThan(2);
    if (statements.length > 0) expect(sections).toContain(words.statements.section);
    /** The sections of what is found, each once. */
    const found = async () => [
      ...new Set(
        await results(page)
          .locator("p:first-child")
          .evaluateAll((all) => all.map((label) => label.firstChild?.textContent)),
      ),
    ];
    await answered(page, common);
    const said = dialog(page).getByRole("status");
    const everywhere = await said.innerText();
    for (const section of sections) {
      await dialog(page).getByRole("radio", { name: section, exact: true }).check();
      const label = section === words.statements.section ? says.archived : section;
      await expect.poll(found).toEqual([label]);
    }
    await dialog(page).getByRole("radio", { name: says.allSections }).check();
    await expect(said).toHaveText(everywhere);
  });

  test("says how many there are, and shows more until all are there", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    const said = dialog(page).getByRole("status");
    await expect(said).toHaveText(counted(common));
    const more = dialog(page).getByRole("button", { name: says.more });
    const listed = () =>
      results(page)
        .locator("> a")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    await answered(page, common);
    /* A small centre has no more than fit in. */
    if (notHeld === "") await expect(more).toBeVisible();
    for (let presses = 0; presses < 50 && (await more.isVisible()); presses += 1) {
      const before = await listed();
      await more.press("Enter");
      await expect(results(page).nth(before.length).getByRole("link")).toBeFocused();
      expect((await listed()).slice(0, before.length)).toEqual(before);
    }
    const all = await listed();
    if (notHeld === "") expect(all.length).toBeGreaterThan(10);
    expect(new Set(all).size).toBe(all.length);
    await expect(said).toHaveText(
      says.found(common, { shown: all.length, total: all.length, atLeast: false }),
    );
  });

  test("shows more of what was looked for last, though something was just typed", async ({
    page,
  }) => {
    test.skip(notHeld !== "", notHeld);
    await page.clock.install();
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    await expect(results(page).first()).toBeVisible();
    await page
      .locator("search-panel fieldset")
      .evaluate((sections) => sections.dispatchEvent(new Event("change")));
    const more = dialog(page).getByRole("button", { name: says.more });
    await expect(more).toBeVisible();
    /* By then the search before would have gone on, had it still been wanted. */
    await page.clock.runFor(60_000);
    await roundTrip(page);
    const before = await results(page).count();
    await more.press("Enter");
    await expect(results(page).nth(before).getByRole("link")).toBeFocused();
  });

  test("finds what has some of the words where no page has all, and says so", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    const query = `${word} qqzzxx`;
    await page.keyboard.type(query);
    await expect(dialog(page).getByRole("status")).toHaveText(counted(query, says.partlyFound));
    await expect(results(page).first()).toContainText(asked.question);
  });

  test("says so where only other sections have it, and leads there", async ({ page }) => {
    /* Hidden too: where there is but one section, there is no choice. */
    const sections = () =>
      dialog(page)
        .locator("input[name=section]")
        .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(word);
    await answered(page, word);
    const found = await sections();
    await field(page).fill(common);
    await expect
      .poll(async () => (await sections()).length)
      .toBeGreaterThan(Math.max(found.length, 2));
    const [without = ""] = (await sections()).filter(
      (section) => section !== "" && !found.includes(section),
    );
    await dialog(page).getByRole("radio", { name: without, exact: true }).check();
    await field(page).fill(word);
    const said = dialog(page).getByRole("status");
    await expect(said).toHaveText(says.nothingFoundIn(without, word));
    await dialog(page).getByRole("button", { name: says.inAllSections }).click();
    await expect(said).toHaveText(counted(word));
    await expect(results(page).first()).toBeVisible();
    await expect(dialog(page).locator("input:checked")).toHaveValue("");
  });

  test.describe("of the shipped centre", () => {
    test.skip(notHeld !== "", notHeld);

    for (const query of ["pricing", "pci", "SOC2", "uptime", "indemnity"])
      test(`finds nothing for “${query}”, which only begins like other words`, async ({ page }) => {
        await page.goto("/");
        await page.keyboard.press("ControlOrMeta+k");
        await page.keyboard.type(query);
        await expect(dialog(page).getByRole("status")).toHaveText(says.nothingFound(query));
      });

    for (const [query, found] of [
      ["retenton", "retention"],
      ["subprocesor", "sub-processors,"],
      ["deleting", "delete"],
      ["companies", "company"],
      ["using", "use"],
      ["ret", "retain"],
    ] as const)
      test(`finds “${found}” for “${query}”`, async ({ page }) => {
        await page.goto("/");
        await page.keyboard.press("ControlOrMeta+k");
        await page.keyboard.type(query);
        await expect(results(page).locator("mark", { hasText: found }).first()).toBeVisible();
      });

    for (const [query, answer] of [
      ["how long do you keep data", "How long data is kept"],
      ["how long do you keep backups", "full database backup"],
      ["where are your servers", "Where is customer data stored"],
      ["breach notification 72 hours", "security incidents or data breaches"],
    ] as const)
      test(`answers “${query}”`, async ({ page }) => {
        await page.goto("/");
        await page.keyboard.press("ControlOrMeta+k");
        await page.keyboard.type(query);
        await expect(results(page).filter({ hasText: answer }).first()).toBeVisible();
      });
  });

  test("says that nothing was found, and where to go on", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("qqzzxx");
    await expect(dialog(page).getByRole("status")).toHaveText(says.nothingFound("qqzzxx"));
    await expect(results(page)).toHaveCount(3);
    await dialog(page)
      .getByRole("link", { name: pageNamed("faq").title })
      .click();
    await expect(page).toHaveURL(/\/faq\/$/);
  });

  for (const [what, address] of Object.entries({
    "what is known of the passages": "**/passages.json",
    "the search engine": "**/wasm.*",
    "the words": "**/index.pagefind",
    "the passages": "**/*.pf_fragment",
  }))
    test(`says so where ${what} cannot be loaded, and leads to everything`, async ({ page }) => {
      await page.route(address, (route) => route.abort());
      await page.goto("/");
      await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.type(word);
      await expect(dialog(page).getByRole("alert")).toHaveText(panel.notLoaded((words) => words));
      await dialog(page).getByRole("alert").getByRole("link").click();
      await expect(page).toHaveURL(/\/everything\/$/);
    });

  test("leads to everything where the search's own script cannot be loaded", async ({ page }) => {
    await page.route("**/_astro/*.js", (route) => route.abort());
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page).toHaveURL(/\/everything\/$/);
    await page.goto("/faq/");
    const control = page.getByRole("banner").getByRole("button", { name: words.header.search });
    const lost = page.waitForEvent("requestfailed");
    await control.hover();
    await lost;
    await expect(page).toHaveURL(/\/faq\/$/);
    await control.click();
    await expect(page).toHaveURL(/\/everything\/$/);
  });

  /** Every word that is written for somebody to hear, from now on. */
  const spokenOn = (page: Page) =>
    page.evaluateHandle(() => {
      const spoken: string[] = [];
      const observer = new MutationObserver((changes) => {
        spoken.push(...changes.map(({ target }) => target.textContent ?? ""));
      });
      const how = { subtree: true, childList: true, characterData: true };
      for (const place of document.querySelectorAll("[role=status]")) observer.observe(place, how);
      for (const place of document.querySelectorAll("[role=alert]"))
        observer.observe(place, { ...how, attributeFilter: ["hidden"], attributeOldValue: true });
      return spoken;
    });

  test("says how much was found once nothing more is typed, and once only", async ({ page }) => {
    await page.clock.install();
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(word);
    await answered(page, word);
    const spoken = await spokenOn(page);
    /* Every pause is shorter than a rest, however long a busy machine takes for a key. */
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
    await page.keyboard.press("Backspace");
    for (const key of `${word.slice(-1)} ${rare}`) {
      await page.clock.runFor(30);
      await page.keyboard.type(key);
    }
    await page.clock.resume();
    const query = `${word} ${rare}`;
    await answered(page, query);
    await page.keyboard.type("  ");
    await roundTrip(page);
    await answered(page, query);
    const said = (await spoken.jsonValue()).filter((words) => words !== "");
    expect(said).toEqual([await dialog(page).getByRole("status").textContent()]);
  });

  test("says once that it cannot be loaded, whatever more is typed", async ({ page }) => {
    await page.route("**/pagefind/wasm.*", (route) => route.abort());
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(dialog(page).getByRole("alert")).toBeVisible();
    const spoken = await spokenOn(page);
    await page.keyboard.type(word);
    await roundTrip(page);
    await expect(dialog(page).getByRole("alert")).toBeVisible();
    expect(await spoken.jsonValue()).toEqual([]);
  });

  test("finds again once what was missing can be loaded", async ({ page }) => {
    await page.route("**/index.pagefind", (route) => route.abort());
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(word.slice(0, -1));
    await expect(dialog(page).getByRole("alert")).toBeVisible();
    await page.unroute("**/index.pagefind");
    await page.keyboard.type(word.slice(-1));
    await expect(results(page).first()).toBeVisible();
    await expect(dialog(page).getByRole("alert")).toBeHidden();
  });

  for (const file of ["passages.json", "index.pagefind", "wasm.*", "*.pf_fragment"])
    test(`is whole again, by Enter or by its button, once ${file} can be loaded`, async ({
      page,
    }) => {
      await page.route(`**/${file}`, (route) => route.abort());
      await page.goto("/");
      await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.type(asked.question);
      const alert = dialog(page).getByRole("alert");
      await expect(alert).toBeVisible();
      const first = results(page).first().getByRole("link");
      /* What still fails is still said, and does not hold up what works by then. */
      await field(page).press("Enter");
      await roundTrip(page);
      await expect(alert).toBeVisible();
      await page.unroute(`**/${file}`);
      await field(page).focus();
      await dialog(page).getByRole("button", { name: panel.submit, exact: true }).click();
      await expect(first).toHaveText(asked.question);
      await expect(first).toBeFocused();
      await answered(page, asked.question);
      await expect(alert).toBeHidden();
      /* Titles answer, and there are ways on. */
      await page.route("**/*.pf_fragment", () => new Promise(() => {}));
      await field(page).fill(other.question);
      await expect(first).toHaveText(other.question);
      await field(page).fill("qqzzxx");
      const waysOn = dialog(page).getByRole("link", { name: pageNamed("faq").title });
      await expect(waysOn).toBeVisible();
      await expect(waysOn).toHaveCount(1);
    });

  /* Where a key comes late, one fragment more is fetched for a beginning of the word. */
  const bound = 90_000;
  /* The index grows with what Legal adds to what was taken over. */
  const typical = notHeld === "" ? ["delete", "retention", "cookies"] : [];
  for (const query of [word, rare, ...typical])
    test(`loads nothing before somebody reaches for it, and at most 90 kB then for “${query}”`, async ({
      page,
    }) => {
      const transferred = new Map<string, Promise<number>>();
      page.on("requestfinished", (request) => {
        transferred.set(
          request.url(),
          request.sizes().then(({ responseBodySize }) => responseBodySize),
        );
      });
      const searched = () =>
        [...transferred].filter(([url]) => /\/(?:pagefind|_astro)\//.test(url));
      await page.goto("/");
      await page.waitForLoadState("networkidle");
      expect(searched()).toEqual([]);
      await page.keyboard.press("ControlOrMeta+k");
      /* As a person types: the search has the time to answer each beginning of the word. */
      await page.keyboard.type(query, { delay: 150 });
      await answered(page, query);
      await roundTrip(page);
      const sizes = await Promise.all(
        searched().map(async ([url, size]) => `${String(await size).padStart(6)} ${url}`),
      );
      const total = sizes.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
      expect(sizes.length).toBeGreaterThan(5);
      expect(total, sizes.join("\n")).toBeLessThanOrEqual(bound);
    });
});

test.describe("the search page", () => {
  const address = (query: string) => `/search/#${String(new URLSearchParams({ q: query }))}`;

  test("works by address, and puts what is typed there", async ({ page }) => {
    await page.goto(address(asked.question));
    await expect(field(page)).toHaveValue(asked.question);
    const found = page.getByRole("main").getByRole("listitem");
    await expect(found.first()).toContainText(asked.question);
    await field(page).fill(other.question);
    await expect(page).toHaveURL(address(other.question));
    await expect(found.first()).toContainText(other.question);
    await page.goto(address(asked.question));
    await expect(field(page)).toHaveValue(asked.question);
    await expect(found.first()).toContainText(asked.question);
  });

  test("keeps what was typed before its script came, and what is typed when one skips to the content", async ({
    page,
  }) => {
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/_astro\/.*\.js$/, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto("/search/", { waitUntil: "commit" });
    await field(page).fill(asked.question);
    arrive();
    const found = page.getByRole("main").getByRole("listitem");
    await expect(found.first()).toContainText(asked.question);
    await expect(field(page)).toHaveValue(asked.question);
    await page.evaluate(() => {
      location.hash = "#Content";
    });
    await expect(field(page)).toHaveValue(asked.question);
  });

  test("goes to its field with the keys that open the dialog elsewhere", async ({ page }) => {
    await page.goto("/search/");
    await expect(field(page)).toBeEnabled();
    await page.waitForFunction(() => customElements.get("search-panel"));
    await page.keyboard.press("/");
    await expect(field(page)).not.toBeFocused();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(field(page)).toBeFocused();
  });

  test("leads to the results with Enter and with the button, as the dialog does", async ({
    page,
  }) => {
    await page.goto(address(asked.question));
    const first = page.getByRole("main").getByRole("listitem").first().getByRole("link");
    await expect(first).toBeVisible();
    await field(page).press("Enter");
    await expect(first).toBeFocused();
    await field(page).focus();
    await page.getByRole("button", { name: panel.submit, exact: true }).last().click();
    await expect(first).toBeFocused();
    await expect(page).toHaveURL(address(asked.question));
  });

  test("takes a query before the fragment too, and moves it behind", async ({ page }) => {
    await page.goto(address(asked.question).replace("#", "?"));
    await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(
      asked.question,
    );
    await expect(page).toHaveURL(address(asked.question));
  });

  test("finds every question that is asked as it stands", async ({ page }) => {
    test.slow();
    await page.goto("/search/");
    const found = page.getByRole("main").getByRole("listitem");
    for (const { id, question } of questions) {
      await field(page).fill(question);
      const item = found.filter({ has: page.locator(`a[href="/faq/#${id}"]`) });
      await expect(item.getByRole("link")).toHaveText(question);
      await expect(item).toContainText(pageNamed("faq").navigation);
    }
  });

  for (const { path, query } of archived)
    test(`says that a finding in ${path} is archived`, async ({ page }) => {
      await page.goto(address(query));
      await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(
        says.archived,
      );
    });

  test("shows markup in a query as it was typed", async ({ page }) => {
    const query = "<img src=x onerror=alert(1)>";
    await page.goto(address(query));
    await expect(field(page)).toHaveValue(query);
    await expect(page.getByRole("status")).toContainText(query);
    expect(await page.locator("main img").count()).toBe(0);
  });
});

/** What a first search needs: its script, what answers at once, the index and the engine. */
const needed = [
  "/_astro/",
  "/pagefind/passages.json",
  "/pagefind/index.pagefind",
  "/pagefind/wasm.",
];

/** The files of the search that a page asks for, from now on, held back until they are let go. */
const heldBack = async (page: Page, files: RegExp = /\/(?:_astro|pagefind)\//) => {
  const asked: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(files, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await held;
    await route.continue();
  });
  return { asked, letGo };
};

test.describe("what the search needs", () => {
  const ways: Record<string, (page: Page) => Promise<void>> = {
    "points at the control": (page) => page.getByRole("banner").locator("[data-search]").hover(),
    "gives the focus to the control": (page) =>
      page.getByRole("banner").locator("[data-search]").focus(),
    "touches the control": async (page) => {
      const box = await page.getByRole("banner").locator("[data-search]").boundingBox();
      const client = await page.context().newCDPSession(page);
      const touchPoints = [{ x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 }];
      await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    },
    "presses the keys": (page) => page.keyboard.press("ControlOrMeta+k"),
  };
  for (const [what, reach] of Object.entries(ways))
    test(`is asked for side by side once somebody ${what}, and nothing of it before`, async ({
      page,
    }) => {
      const { asked, letGo } = await heldBack(page);
      await page.goto("/faq/");
      await page.mouse.move(300, 500);
      await page.keyboard.press("Tab");
      await page.keyboard.press("k");
      await roundTrip(page);
      expect(asked).toEqual([]);
      await reach(page);
      /* None has been answered yet. */
      await expect.poll(() => asked.length).toBe(needed.length);
      for (const file of needed) expect(asked.join("\n")).toContain(file);
      letGo();
      if (what !== "presses the keys") await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.type(word);
      await answered(page, word);
      expect(new Set(asked).size, asked.join("\n")).toBe(asked.length);
    });

  test("is asked for side by side on the page of the search too", async ({ page }) => {
    const { asked, letGo } = await heldBack(page);
    await page.goto("/search/", { waitUntil: "commit" });
    await expect.poll(() => asked.length).toBe(needed.length);
    letGo();
  });
});

test.describe("titles", () => {
  const first = (page: Page) => results(page).first().getByRole("link");
  const hrefs = (page: Page) =>
    results(page)
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));

  for (const [screen, viewport] of [
    ["wide", { width: 1280, height: 800 }],
    ["narrow", { width: 360, height: 740 }],
  ] as const)
    for (const query of [word, asked.question])
      test(`answer “${query}” before the index is there, on a ${screen} screen, and what follows moves nothing`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        const { letGo } = await heldBack(page, /index\.pagefind$/);
        await page.goto("/");
        await page.keyboard.press("ControlOrMeta+k");
        await page.keyboard.type(query);
        await expect(first(page)).toHaveText(asked.question);
        await expect(dialog(page).getByRole("status")).toBeEmpty();
        await page.keyboard.press("ArrowDown");
        await expect(first(page)).toBeFocused();
        const before = await hrefs(page);
        const boxes = () =>
          results(page).evaluateAll(
            (all, count) =>
              all.slice(0, count).map((one) => {
                const { x, y, width, height } = one.getBoundingClientRect();
                return [x, y, width, height];
              }),
            before.length,
          );
        const places = await boxes();
        letGo();
        await answered(page, query);
        expect(await boxes()).toEqual(places);
        await expect(first(page)).toBeFocused();
        const after = await hrefs(page);
        expect(after.slice(0, before.length)).toEqual(before);
        expect(new Set(after).size).toBe(after.length);
        await expect(results(page).first().locator("p").last()).not.toBeEmpty();
      });

  test("are completed as soon as the index is there, where that was long in coming", async ({
    page,
  }) => {
    const { letGo } = await heldBack(page, /index\.pagefind$/);
    await page.clock.install({ time: 0 });
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(word);
    await expect(first(page)).toHaveText(asked.question);
    /* The pause in typing is over, and no other can end. */
    await page.clock.pauseAt(60_000);
    letGo();
    await answered(page, word);
  });

  test("are led to with Enter before the index is there", async ({ page }) => {
    const { letGo } = await heldBack(page, /index\.pagefind$/);
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(asked.question);
    await page.keyboard.press("Enter");
    await expect(first(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/faq/#${asked.id}`);
    letGo();
  });

  test("stay where the index cannot be loaded, and it is said that it cannot", async ({ page }) => {
    await page.route("**/index.pagefind", (route) => route.abort());
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(asked.question);
    await expect(dialog(page).getByRole("alert")).toBeVisible();
    await expect(first(page)).toHaveText(asked.question);
  });

  test("are searched in the chosen section alone", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(common);
    await answered(page, common);
    const [, other = ""] = await dialog(page)
      .locator("input[name=section]")
      .evaluateAll(
        (all, own) =>
          all.map((one) => (one as HTMLInputElement).value).filter((value) => value !== own),
        pageNamed("faq").navigation,
      );
    await dialog(page).getByRole("radio", { name: other, exact: true }).check();
    await field(page).fill(word);
    await expect(dialog(page).getByRole("status")).toHaveText(says.nothingFoundIn(other, word));
    await expect(results(page)).toHaveCount(0);
  });
});

const file = (name: string) => readFileSync(join(dist, searchFolder, name));
const json = (content: Buffer) => JSON.parse(content.toString()) as unknown;

/** What the search finds: each passage with its title, and with what people also ask. */
const allTexts = (): string[] => {
  const { version, sectionOf } = json(file(passagesFile)) as Passages;
  return sectionOf.map((_, number) => {
    const fragment = file(passageFile(version, number));
    const { text, title, alsoAsked } = json(gunzipSync(fragment)) as Passage;
    return `${title} ${alsoAsked} ${text}`;
  });
};

test("two letters are looked for in texts once no more are typed", async ({ page }) => {
  const pair = tellingWords(allTexts().join(" "), says.idle)
    .map(({ word }) => word)
    .find((word) => /^\p{Lu}{2}$/u.test(word));
  if (!pair) throw new Error("the content has no abbreviation of two letters to search for");
  /* As on a site with more titles than are sent with what the search loads first. */
  await page.route("**/passages.json", async (route) => {
    const response = await route.fetch();
    const passages = (await response.json()) as Passages;
    await route.fulfill({ response, json: { ...passages, titles: undefined } });
  });
  const read: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".pf_fragment")) read.push(request.url());
  });
  await page.clock.install();
  await page.goto("/");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(word);
  await answered(page, word);
  await field(page).fill("");
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  const before = read.length;
  await page.keyboard.type(pair);
  await page.clock.runFor(100);
  expect(read.length).toBe(before);
  await page.clock.resume();
  await answered(page, pair);
  expect(read.length).toBeGreaterThan(before);
});

test("no title is found by a word of the site, in any form, by which the index does not find it", async () => {
  const known = json(file(passagesFile)) as Passages;
  const byTitle = titleFinder(known, says);
  const [meta, whole] = unpacked(file(indexFile));
  const index = await openIndex(file(engineFile(site.center.language)), meta);
  const pieces = globSync("index/*", { cwd: join(dist, searchFolder) }).map(file);
  for (const piece of whole.length > 0 ? [whole] : pieces) index.add(piece);
  const written = tellingWords(allTexts().join(" "), says.idle).flatMap(({ word }) => [
    word,
    ...formsOf(folded(word), says.inflections),
  ]);
  const claimed = [...new Set(written)].flatMap((word) => {
    const ways = [...spellings(word), piecesOf(word).map(folded).join(" ")];
    const found = ways.flatMap((way) => index.search(way, true));
    /* What is nowhere as it stands is a beginning. */
    const all = found.length > 0 ? found : index.search(folded(word), false);
    const numbers = new Set(all.map(({ p }) => Number(p.split("_").at(-1))));
    return byTitle(word)
      .filter(({ number }) => !numbers.has(number))
      .map(({ title }) => `${word}: ${title}`);
  });
  expect(written.length).toBeGreaterThan(1000);
  expect(claimed).toEqual([]);
});

test("the built search says nothing of the preview", () => {
  const scripts = globSync("_astro/*.js", { cwd: dist }).map((path) =>
    readFileSync(join(dist, path), "utf8"),
  );
  expect(scripts.some((script) => script.includes("search-panel"))).toBe(true);
  for (const script of scripts) expect(script).not.toContain("npm start");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search control and the search page lead to everything", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("banner").getByRole("link", { name: words.header.search }).click();
    await expect(page).toHaveURL(/\/everything\/$/);
    await page.goto("/search/");
    await page
      .getByRole("main")
      .getByRole("link", { name: words.everything.title })
      .first()
      .click();
    await expect(page).toHaveURL(/\/everything\/$/);
  });
});
