import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { expect as expectSoon, test, type Page } from "@playwright/test";
import { isMarkdownOnly } from "../../src/parse/markdown-only.ts";
import { splitProse } from "../../src/parse/front-matter.ts";
import { at, startPreview, type RunningPreview } from "../preview.ts";
import { git, publish } from "../repository.ts";
import { barriers } from "../site/barriers.ts";
import { dist } from "../site/pages.ts";

/* A preview that is asked for the first time makes its pages anew, which takes a moment, and many on
   a machine that is busy with other tests. */
const expect = expectSoon.configure({ timeout: 30_000 });

/* A copy of a sound centre that can be spoilt, below a folder that the preview watches. */
const sound = "tests/fixtures/sound";
const folder = ".astro/desk";
const copy = `${folder}/content`;
/* Stands in for an editor, and writes down what it is asked to open. */
const editor = resolve(folder, "editor");
const opened = resolve(folder, "opened");

const whatWasOpened = () => (existsSync(opened) ? readFileSync(opened, "utf8") : "");

/** Puts back what a test has changed. Nothing else is written, since the preview follows it all. */
const restore = (): void => {
  for (const file of globSync("**/*.{mdx,yaml}", { cwd: sound })) {
    const [is, was] = [copy, sound].map((root) => readFileSync(join(root, file), "utf8"));
    if (is !== was) writeFileSync(join(copy, file), String(was));
  }
};

const save = (file: string, change: (text: string) => string): void => {
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
};

/** What Vite's client logs once a page follows what is saved. */
const connected = "[vite] connected.";

/** Goes to a page of the preview, which may load the one before anew at that very moment. */
const goTo = (page: Page, path: string): Promise<void> =>
  expect(async () => {
    await page.goto(at(path));
  }).toPass({ timeout: 30_000 });

/** Visits a page of the preview, and waits until it follows what is saved. */
const visit = async (page: Page, path: string): Promise<void> => {
  const following = page.waitForEvent("console", (line) => line.text() === connected);
  await goTo(page, path);
  await following;
};

const bar = (page: Page) => page.getByRole("complementary", { name: "Desk" });

test.describe("the desk of the live preview", () => {
  test.describe.configure({ timeout: 120_000 });

  let preview: RunningPreview;

  test.beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(sound, copy, { recursive: true });
    publish(folder);
    writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${opened}'\n`);
    chmodSync(editor, 0o755);
    preview = await startPreview({ CONTENT_DIR: copy, LAUNCH_EDITOR: editor });
  });

  test.afterAll(async () => {
    await preview.stop();
    rmSync(folder, { recursive: true });
  });

  test.afterEach(() => {
    restore();
    rmSync(opened, { force: true });
  });

  test("says in the search that it works once the site is built", async ({ page }) => {
    await visit(page, "/faq/");
    const alert = page.getByRole("dialog", { name: "Search" }).getByRole("alert");
    /* The preview may load the page anew, which closes the dialog. */
    await expect(async () => {
      await page.keyboard.press("ControlOrMeta+k");
      await expectSoon(alert).toHaveText("Search works in the built site: npm start");
    }).toPass({ timeout: 30_000 });
  });

  test("lists what is to be done, and every page", async ({ page }) => {
    await goTo(page, "/desk/");
    await expect(page.getByText("Nothing: the content has no errors.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Reviews" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText("No version");
    const pages = globSync("pages/*.mdx", { cwd: copy }).length;
    const links = page.locator("section").filter({ hasText: "Every page" }).getByRole("link");
    let addresses: (string | null)[] = [];
    /* The first page that is asked for may be loaded anew, once the preview knows what it needs. */
    await expect(async () => {
      addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      expect(addresses.length).toBeGreaterThan(pages);
    }).toPass({ timeout: 30_000 });
    for (const address of addresses)
      expect((await page.request.get(at(String(address)))).status(), String(address)).toBe(200);
  });

  test("names what is wrong as it is saved, and opens the file at its line", async ({ page }) => {
    await visit(page, "/desk/");
    save("pages/data.mdx", (text) => `${text}\nWrite to <a@b.c>.\n`);
    const line = readFileSync(join(copy, "pages/data.mdx"), "utf8").split("\n").length - 1;
    const problem = page
      .getByRole("listitem")
      .filter({ hasText: "<a@b.c> is read as a component" });
    await expect(problem.getByRole("link", { name: /^Edit: / })).toHaveAttribute(
      "href",
      "/desk/edit/?file=pages%2Fdata.mdx",
    );
    const link = problem.getByRole("link", { name: /^Open the file: / });
    await expect(link).toHaveAttribute("href", new RegExp(`&line=${String(line)}&`));
    await link.click();
    await expect.poll(whatWasOpened).toContain(resolve(copy, "pages/data.mdx"));
    await expect(page).toHaveURL(at("/desk/"));
  });

  test("shows a table that is to be written line by line", async ({ page }) => {
    save("pages/data.mdx", (text) => `${text}\n| Cookie | Purpose |\n| basket | Keeps |\n`);
    for (const path of ["/desk/", "/data/"]) {
      await goTo(page, path);
      const problem = page.getByRole("listitem").filter({ hasText: "not read as a table" });
      await expect(problem).toContainText(
        /\n\| Cookie \| Purpose \|\n\|---\|---\|\n\| basket \| Keeps \|/,
        { useInnerText: true },
      );
    }
  });

  test("opens a file before its scripts run too, and stays where it is", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await goTo(page, "/desk/");
    await page.getByText(/^\d+ later$/).click();
    await page
      .getByRole("row")
      .nth(1)
      .getByRole("link", { name: /^Open the file/ })
      .click();
    await expect.poll(whatWasOpened).toContain(resolve(copy));
    await expect(page).toHaveURL(at("/desk/"));
    await context.close();
  });

  test("lists what awaits confirmation, and a review that is overdue", async ({ page }) => {
    save("faq/who-owns-data.mdx", (text) =>
      text.replace(/^lastReviewed:.*$/m, 'lastReviewed: "2001-02-03"'),
    );
    save("facts/topics.yaml", (text) =>
      text.replace(/^( *)- id:.*$/m, "$&\n$1  confirmed: false\n$1  question: Is it so?"),
    );
    await goTo(page, "/desk/");
    const confirm = page
      .getByRole("listitem")
      .filter({ hasText: "Is it so?" })
      .getByRole("link", { name: /^Confirm: .+ \(The groups of questions\)$/ });
    await expect(confirm.first()).toHaveAttribute(
      "href",
      /^\/desk\/edit\/\?file=facts%2Ftopics\.yaml&record=[a-z-]+$/,
    );
    await expect(page.getByRole("row").nth(1)).toContainText("overdue");
    await expect(
      page
        .getByRole("row")
        .nth(1)
        .getByRole("link", { name: /^Edit: / }),
    ).toHaveAttribute("href", "/desk/edit/?file=faq%2Fwho-owns-data.mdx");
  });

  test("shows the reviews of the next 60 days at once, and how many come later", async ({
    page,
  }) => {
    save("site.yaml", (text) => text.replace(/everyMonths:.*/, "everyMonths: 1"));
    const dayIn = (days: number) =>
      new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const files = globSync("{pages,faq,statements}/*.mdx", { cwd: copy });
    for (const file of files)
      save(file, (text) => text.replace(/^lastReviewed:.*$/m, `lastReviewed: "${dayIn(60)}"`));
    save("faq/who-owns-data.mdx", (text) =>
      text.replace(/^lastReviewed:.*$/m, `lastReviewed: "${dayIn(0)}"`),
    );
    await goTo(page, "/desk/");
    const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
    await expect(rows).toHaveCount(1);
    await expect(rows.locator("a[href*='who-owns-data']").first()).toBeVisible();
    await expect(rows).not.toContainText("overdue");
    /* The page may be loaded anew at that moment, since all of this was just saved. */
    await expect(async () => {
      await page.getByText(`${String(files.length - 1)} later`, { exact: true }).click();
      await expect(rows).toHaveCount(files.length, { timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    save("faq/who-owns-data.mdx", (text) =>
      text.replace(/^lastReviewed:.*$/m, `lastReviewed: "${dayIn(60)}"`),
    );
    await expect(page.getByText("None is due within 60 days.")).toBeVisible();
  });

  test("beside each section there is a way to where it is written", async ({ page }) => {
    for (const path of ["/", "/data/", "/rights/", "/hosting/", "/contacts/", "/faq/"]) {
      await goTo(page, path);
      const headings = page.locator("main :is(h1, h2, h3)");
      const linked = headings.filter({
        has: page.getByRole("link", { name: "Edit this section" }),
      });
      await expect(async () => {
        const count = await headings.count();
        expect(count).toBeGreaterThan(0);
        expect(await linked.count()).toBe(count);
      }, path).toPass({ timeout: 30_000 });
    }
    await goTo(page, "/faq/");
    const heading = page.locator("main h3").first();
    const id = await heading.getAttribute("id");
    await heading.getByRole("link", { name: "Open the file" }).click();
    await expect.poll(whatWasOpened).toContain(resolve(copy, `faq/${String(id)}.mdx`));
    await expect(heading.getByRole("link", { name: "Edit this section" })).toHaveAttribute(
      "href",
      `/desk/edit/?file=faq%2F${String(id)}.mdx&line=2`,
    );
    await goTo(page, "/data/");
    const row = page.locator("tr[id]").first();
    /* The page may be loaded anew at that moment, since the content was put back before. */
    await expect(async () => {
      await row.getByRole("link", { name: "Open the file" }).click();
      await expect(page.getByRole("status")).toContainText("facts/data-categories.yaml, line 3", {
        timeout: 2000,
      });
    }).toPass({ timeout: 30_000 });
    const [, name = ""] = /^category-(.+)$/.exec((await row.getAttribute("id")) ?? "") ?? [];
    await expect(row.getByRole("link", { name: "Edit", exact: true })).toHaveAttribute(
      "href",
      `/desk/edit/?file=facts%2Fdata-categories.yaml&record=${name}`,
    );
    const last = page.locator("main h2").last();
    const words = await last.locator("a").first().innerText();
    /* It is the passage itself that stands there then, and the page beside it. */
    await expect(async () => {
      if (!page.url().includes("/desk/edit/"))
        await last.getByRole("link", { name: "Edit this section" }).click({ timeout: 5000 });
      await page.waitForURL(/\/desk\/edit\//, { timeout: 5000 });
    }).toPass({ timeout: 30_000 });
    const text = page.getByLabel("Text", { exact: true });
    await expect(text).toBeFocused();
    const after = await text.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart),
    );
    expect(after.slice(0, words.length + 3)).toBe(`## ${words}`);
    await expect(
      page.frameLocator(".page-beside iframe").getByRole("heading", { name: words }),
    ).toBeInViewport();
  });

  test("an answer that a page shows has a way to its words, and its faults are told there", async ({
    page,
  }) => {
    await goTo(page, "/security/");
    const answer = page.locator("[data-answer='how-data-is-secured']");
    /* The page may be loaded anew at that moment, since the content was put back before. */
    await expect(async () => {
      await answer.getByRole("link", { name: "Open the file" }).last().click();
      await expect(page.getByRole("status")).toContainText("faq/how-data-is-secured.mdx, line 9", {
        timeout: 2000,
      });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByRole("link", { name: "Edit this answer" })).toHaveCount(
      await page.locator("[data-answer]").count(),
    );
    save("faq/how-data-is-secured.mdx", (text) => `${text}\nThese are ** bold**.\n`);
    await expect(bar(page)).toContainText("these asterisks are shown as typed");
  });

  test("a page follows what is saved within a second", async ({ page }) => {
    await visit(page, "/data/");
    await bar(page).waitFor();
    const times: number[] = [];
    /* Several times, since the machine may be busy with other tests at most of them. */
    for (let turn = 1; turn <= 8 && !times.some((time) => time < 1000); turn += 1) {
      const sentence = `Nobody had said this ${String(turn)} times.`;
      save("pages/data.mdx", (text) => `${text}\n${sentence}\n`);
      const start = Date.now();
      const following = page.waitForEvent("console", (line) => line.text() === connected);
      await page.getByText(sentence).waitFor({ timeout: 30_000 });
      times.push(Date.now() - start);
      await following;
    }
    expect(Math.min(...times), "milliseconds").toBeLessThan(1000);
  });

  test("a page follows what is saved while it is loading", async ({ page }) => {
    /* Vite keeps what it has to tell for the next page only while no other is open. */
    const other = await page.context().newPage();
    await visit(other, "/");
    const told = other.waitForEvent("console", (line) => line.text() === connected);
    const sentence = "This came at an awkward moment.";
    let isSaved = false;
    await page.route("**/@vite/client", async (route) => {
      if (!isSaved) {
        isSaved = true;
        save("pages/data.mdx", (text) => `${text}\n${sentence}\n`);
        await told;
      }
      await route.continue();
    });
    await visit(page, "/data/");
    expect(isSaved).toBe(true);
    await expect(page.getByText(sentence)).toBeVisible();
    /* On a busy machine it may take a while until what was saved is seen. */
    const ask = () => page.request.get(at("/data/"), { headers: { accept: "text/html" } });
    const before = await ask();
    save("pages/data.mdx", (text) => `${text}\nAnd this was late.\n`);
    await expect.poll(async () => (await ask()).text()).toContain("And this was late.");
    await page.waitForTimeout(2_000);
    await page.route(at("/data/"), (route) => route.fulfill({ response: before }), { times: 1 });
    await goTo(page, "/data/");
    await expect(page.getByText("And this was late.")).toBeVisible();
  });

  test("an answer follows what is saved, with a component in it and without", async ({ page }) => {
    const file = "faq/who-owns-data.mdx";
    const written = readFileSync(join(copy, file), "utf8");
    expect(isMarkdownOnly(splitProse(written).body)).toBe(true);
    await visit(page, "/faq/");
    const answer = page.getByRole("article").filter({ has: page.locator("#who-owns-data") });
    save(file, (text) => `${text}\nNobody had said this.\n`);
    await expect(answer).toContainText("Nobody had said this.");
    save(file, (text) => `${text}\nWrite to <Contact id="privacy" />, please.\n`);
    await expect(answer).toContainText(/Write to \S+@\S+, please\./);
    save(file, () => written);
    await expect(answer).not.toContainText("please");
    await expect(answer).not.toContainText("Nobody had said this.");
  });

  for (const [fault, spoil] of Object.entries({
    "an address in angle brackets": ["pages/data.mdx", (text: string) => `${text}\n<a@b.c>\n`],
    "an unknown component": ["pages/data.mdx", (text: string) => `${text}\n<Retentoin />\n`],
    "a topic that is not there": [
      "faq/who-owns-data.mdx",
      (text: string) => text.replace(/^topic:.*/m, "topic: nowhere"),
    ],
  } satisfies Record<string, [string, (text: string) => string]>))
    test(`in place of a page that ${fault} breaks stands what is wrong, until it is mended`, async ({
      page,
    }) => {
      await visit(page, "/data/");
      await bar(page).waitFor();
      const [file, change] = spoil;
      save(file, change);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page cannot be shown");
      await expect(
        page.locator(`a[href^="/desk/edit/?file=${encodeURIComponent(file)}"]`),
      ).toBeVisible();
      await expect(page.locator("body")).not.toContainText(/ at \S+:\d+|node_modules|stack/i);
      restore();
      await expect(page.getByRole("table").first()).toBeVisible();
      await expect(bar(page)).not.toContainText("problem");
    });

  for (const [fault, file, change] of [
    ["a misspelt field", "pages/data.mdx", (text: string) => text.replace("title:", "titel:")],
    ["a broken list", "facts/retention.yaml", (text: string) => `${text}\n- [\n`],
    ["broken settings", "site.yaml", (text: string) => `${text}\nx: [\n`],
  ] as const)
    test(`a page on which ${fault} may have left old words says what is wrong`, async ({
      page,
    }) => {
      await visit(page, "/data/");
      await bar(page).waitFor();
      save(file, change);
      await expect(
        page.getByRole("link", { name: new RegExp(`${file}:\\d+`) }).first(),
      ).toBeVisible();
      await expect(page.locator("body")).not.toContainText(/node_modules|stack/i);
    });

  test("a page shows its own content while another is built", async ({ request }) => {
    test.setTimeout(180_000);
    const rows = async () =>
      (await (await request.get(at("/data/"), { headers: { accept: "text/html" } })).text()).split(
        "<tr",
      ).length;
    const before = await rows();
    expect(before).toBeGreaterThan(5);
    execFileSync("npm", ["run", "build"], {
      env: {
        ...process.env,
        CONTENT_DIR: "tests/fixtures/another-organization",
        DIST_DIR: "test-results/built-beside",
      },
      shell: process.platform === "win32",
    });
    expect(await rows()).toBe(before);
  });

  const shorter = (text: string) => text.replace("afterDays: 12\n", "afterDays: 10\n");

  for (const [name, scheme, width] of [
    ["changes", "light", 1280],
    ["propose", "dark", 360],
  ] as const)
    test(`the page of the desk for what ${name === "changes" ? "has changed" : "is proposed"} has no barrier`, async ({
      page,
    }) => {
      save("facts/contacts.yaml", (text) => text.replace("topic: ", "topic: Our "));
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      await goTo(page, `/desk/${name}/`);
      await expect(page.getByText(/contacts\.yaml/).first()).toBeVisible();
      /* The page may be loaded anew at that moment, since the content was just saved. */
      await expect(async () => {
        expect(await barriers(page)).toEqual([]);
      }).toPass();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(overflow).toBeLessThanOrEqual(width);
    });

  test("says what has changed since what is published, and undoes it", async ({ page }) => {
    const file = join(copy, "facts/retention.yaml");
    const before = readFileSync(file, "utf8");
    save("facts/retention.yaml", shorter);
    save("facts/contacts.yaml", (text) => text.replace("topic: ", "topic: Our "));
    await goTo(page, "/desk/changes/");
    await expect(page.getByText("Compared with what is published: origin/main")).toBeVisible();
    const sentence = "Retention: Trial Accounts: afterDays 12 → 10";
    const change = page.getByRole("listitem").filter({ hasText: sentence });
    await expect(change.getByRole("deletion")).toHaveText("removed: 12");
    await expect(change.getByRole("insertion")).toHaveText("added: 10");
    /* The page may be loaded anew by what is saved before it has its answer. */
    await page.route("**/desk/undo.json", async (route) => {
      const response = await route.fetch();
      await new Promise((late) => setTimeout(late, 2_000));
      await route.fulfill({ response });
    });
    await change.getByRole("button", { name: `Undo: ${sentence}` }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Undone:" })).toHaveText(
      `Undone: ${sentence}`,
    );
    await expect(change).toHaveCount(0);
    await expect(page.getByRole("heading", { name: /^Contacts:/ })).toBeVisible();
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("tells of a file that has moved as one, and puts it back with what refers to it", async ({
    page,
  }) => {
    const [from, to] = ["retention-of-data", "how-long"];
    save(`faq/${from}.mdx`, (text) => text.replace(/^question: /m, `formerly: [${from}]\n$&Just `));
    renameSync(join(copy, `faq/${from}.mdx`), join(copy, `faq/${to}.mdx`));
    save("pages/data.mdx", (text) => text.replace(`<Answer to="${from}"`, `<Answer to="${to}"`));
    await goTo(page, "/desk/changes/");
    const moved = page.locator("section").filter({ hasText: `faq/${from}.mdx → faq/${to}.mdx` });
    const sentences = moved.getByRole("listitem").getByRole("heading");
    await expect(sentences).toHaveText([
      new RegExp(`^The question .* moved from faq/${from}.mdx to faq/${to}.mdx$`),
      /: formerly added: \[retention-of-data\]$/,
      /: question changed$/,
    ]);
    await goTo(page, "/desk/propose/");
    await expect(page.getByRole("checkbox", { name: `faq/${to}.mdx` })).toHaveCount(1);
    await goTo(page, "/desk/changes/");
    await moved.getByRole("button").first().click();
    await expect(page.getByRole("status").filter({ hasText: "Undone:" })).toBeVisible();
    await expect(page.getByText("Nothing has changed.")).toBeVisible();
    expect(existsSync(join(copy, `faq/${to}.mdx`))).toBe(false);
  });

  test("undoes nothing in a file that somebody has changed meanwhile", async ({ page }) => {
    save("facts/retention.yaml", shorter);
    await goTo(page, "/desk/changes/");
    const button = page.getByRole("button", { name: /^Undo: Retention/ });
    const change = await button.getAttribute("data-undo");
    save("facts/retention.yaml", (text) => `${text}# More.\n`);
    const now = readFileSync(join(copy, "facts/retention.yaml"), "utf8");
    let answer: unknown;
    /* The page may be loaded anew at that moment, since the content was just saved. */
    await expect(async () => {
      answer = await page.evaluate(async (body) => {
        const { token } = (await (await fetch("/desk/token.json")).json()) as { token: string };
        const headers = { "content-type": "application/json", "x-desk-token": token };
        const response = await fetch("/desk/undo.json", { method: "POST", headers, body });
        return response.json() as Promise<unknown>;
      }, change);
    }).toPass({ timeout: 30_000 });
    expect((answer as { refused: string }).refused).toContain("has changed since");
    expect(readFileSync(join(copy, "facts/retention.yaml"), "utf8")).toBe(now);
  });

  test("proposes what is chosen, with a message made of the answers", async ({ page }) => {
    save("facts/contacts.yaml", (text) => text.replace("topic: ", "topic: Our "));
    save("pages/data.mdx", (text) => text.replace("title: ", "title: Our "));
    const status = git(folder, "status", "--porcelain", "content");
    await visit(page, "/desk/propose/");
    /* The page may be loaded anew before its script listens, since the content was put back before. */
    await expect(async () => {
      for (const box of await page.getByRole("checkbox", { name: /\.(?:yaml|mdx)/ }).all())
        await box.uncheck();
      await page.getByRole("checkbox", { name: /contacts\.yaml/ }).check();
      await page.reload();
      await expect(page.getByRole("checkbox", { name: /data\.mdx/ })).not.toBeChecked({
        timeout: 2000,
      });
    }).toPass({ timeout: 60_000 });
    const propose = page.getByRole("button", { name: "Propose" });
    await propose.click();
    await expect(page.getByRole("status").filter({ hasText: "Fill in" })).toBeVisible();
    await expect(page.getByLabel("What changes, and why?")).toBeFocused();
    await page.keyboard.type("We name our contacts. Nothing else changes.");
    await page.getByLabel("From which day does it hold?").fill("1 May 2026");
    await page.reload();
    await expect(page.getByRole("checkbox", { name: /contacts\.yaml/ })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: /data\.mdx/ })).not.toBeChecked();
    await propose.click();
    await expect(page.getByText("It was pushed to origin")).toBeVisible();
    const [branch = ""] = git(
      folder,
      "branch",
      "--list",
      "content/*",
      "--format=%(refname:short)",
    ).split("\n");
    expect(git(folder, "log", "-1", "--format=%B", branch)).toContain("1 May 2026");
    expect(git(folder, "log", "-1", "--format=%s", branch)).toBe("We name our contacts");
    expect(git(folder, "show", "--format=", "--name-only", branch)).toBe(
      "content/facts/contacts.yaml",
    );
    expect(git(folder, "ls-remote", "origin", branch)).not.toBe("");
    expect(git(folder, "status", "--porcelain", "content")).toBe(status);
    save("facts/contacts.yaml", (text) => text.replace("topic: ", "topic: All "));
    await page.waitForTimeout(1_000);
    await expect(page.getByText("It was pushed to origin")).toBeVisible();
  });

  test("proposes nothing with errors", async ({ page }) => {
    save("pages/data.mdx", (text) => `${text}\nWrite to <a@b.c>.\n`);
    await goTo(page, "/desk/propose/");
    await expect(page.getByText("The check finds one error")).toBeVisible();
    await expect(page.getByRole("button", { name: "Propose" })).toHaveCount(0);
  });

  test("nothing but the content can be opened", async ({ request }) => {
    for (const file of ["package.json", `${copy}/../editor`, "/etc/passwd", ""]) {
      const answer = await request.get(at(`/desk/open/?file=${encodeURIComponent(file)}&line=1`));
      expect(answer.status(), file).toBe(404);
    }
    expect(whatWasOpened()).toBe("");
  });
});

test("nothing of the desk is in the built site", () => {
  const files = globSync("**/*.{html,js,css,json,xml,txt}", { cwd: dist });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => /(^|\/)desk\b/.test(name))).toEqual([]);
  expect(
    files.filter((name) =>
      /desk[-:/]|data-answer|Edit this (?:section|answer)/.test(
        readFileSync(join(dist, name), "utf8"),
      ),
    ),
  ).toEqual([]);
});
