import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect as expectSoon, test, type Locator, type Page } from "@playwright/test";
import { confirmed } from "../bench/contents.ts";
import { at, startPreview, type RunningPreview } from "../preview.ts";
import { git, publish } from "../repository.ts";

/*
 * What Legal has to do in a year, done as they do it: from the desk, by what is to be read on it, with
 * nothing but a browser. Each goes on from where the one before has left the content.
 */

/* A preview that is asked for the first time makes its pages anew, which takes a moment. */
const expect = expectSoon.configure({ timeout: 30_000 });

const folder = ".astro/editing-tasks";
const copy = `${folder}/content`;
const written = (file: string) => readFileSync(join(copy, file), "utf8");

const saveBar = (page: Page) => page.locator(".save-bar");

/** Goes to a page of the preview, which may load the one before anew at that very moment. */
const goTo = (page: Page, path: string): Promise<void> =>
  expect(async () => {
    await page.goto(at(path));
  }).toPass();

const goToDesk = async (page: Page) => {
  await goTo(page, "/desk/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The desk");
};

/** Follows a link of the desk, which may be loaded anew at that moment, since something was just saved. */
const follow = (link: Locator, to: RegExp): Promise<void> =>
  expect(async () => {
    const page = link.page();
    if (!to.test(page.url())) await link.click({ timeout: 5000 });
    await page.waitForURL(to, { timeout: 5000 });
  }).toPass();

/** Opens what the desk lists by its title: a page, a question, a list. */
const open = async (page: Page, title: string) => {
  await goToDesk(page);
  const link = page.getByRole("link", { name: title, exact: true });
  const listed = page.getByRole("listitem").filter({ has: link });
  await follow(listed.locator('a[href^="/desk/edit/"]'), /\/desk\/edit\//);
  await expect(saveBar(page)).toContainText(/saved/i);
  await expect(page.locator(".editor > *").first()).toBeAttached();
};

/** Opens a record of the list that is open. */
const record = async (page: Page, name: string) => {
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
};

const saveAll = async (page: Page): Promise<void> => {
  await saveBar(page).getByRole("link", { name: "Review and save" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved: ");
};

/** Does what a form of the desk asks for: sees what it changes, and saves that. */
const step = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").first()).toHaveText(/^(?:Started|Moved|Archived)/);
};

/** The text of a page or answer. */
const text = (page: Page): Locator => page.getByLabel("Text", { exact: true });

/** Selects a passage in the text as somebody does who drags over it. */
const select = (area: Locator, passage: string) =>
  area.evaluate((element, words) => {
    const field = element as HTMLTextAreaElement;
    const start = field.value.indexOf(words);
    if (start === -1) throw new Error(`there is no "${words}"`);
    field.focus();
    field.setSelectionRange(start, start + words.length);
  }, passage);

test.describe.serial("the tasks of a year", () => {
  test.describe.configure({ timeout: 180_000 });

  let preview: RunningPreview;

  test.beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync("tests/fixtures/sound", copy, { recursive: true });
    /* Some that are open are enough. */
    for (const file of globSync("{site,facts/*}.yaml", { cwd: copy }))
      if (!/contacts|frameworks|representatives/.test(file))
        writeFileSync(join(copy, file), confirmed(written(file)));
    publish(folder);
    preview = await startPreview({ CONTENT_DIR: copy, DIST_DIR: `${folder}/dist` });
  });

  test.afterAll(async () => {
    await preview.stop();
    rmSync(folder, { recursive: true });
  });

  test("1: a slip of the pen is corrected", async ({ page }) => {
    const file = "faq/who-owns-data.mdx";
    const before = written(file);
    await open(page, "Who owns the data stored in Vtiger?");
    await select(text(page), "Controllers");
    await page.keyboard.type("Controller");
    await saveAll(page);
    expect(written(file)).toBe(before.replace("Controllers", "Controller"));
  });

  test("2: a period is shortened, in words and in days", async ({ page }) => {
    const file = "facts/retention.yaml";
    const before = written(file);
    await open(page, "How long data is kept, in words and in days");
    await record(page, "Trial Accounts");
    await page.getByLabel("After days").fill("10");
    await expect(page.locator(".remarks")).toContainText(["12"]);
    await page.getByLabel("Rule").fill("Deleted 10 days after trial expiration.");
    await saveAll(page);
    expect(written(file)).toBe(
      before
        .replace("Deleted 12 days after trial", "Deleted 10 days after trial")
        .replace("afterDays: 12\n", "afterDays: 10\n"),
    );
  });

  test("3: a question is added, with a table from Word", async ({ page }) => {
    await goToDesk(page);
    await follow(page.getByRole("link", { name: "a question", exact: true }), /\/desk\/step\//);
    await page.getByLabel("Question", { exact: true }).fill("Which cookies do you set?");
    await page.getByLabel("Topic").selectOption("communications-and-cookies");
    await page.getByLabel("Answer").fill("These:");
    await step(page);
    await page.getByRole("link", { name: "Edit it" }).click();
    await text(page).press("ControlOrMeta+End");
    await text(page).evaluate((area) => {
      const clipboardData = new DataTransfer();
      const row = (...cells: string[]) =>
        `<tr>${cells.map((words) => `<td><p class=MsoNormal>${words}</p></td>`).join("")}</tr>`;
      const table = row("<b>Cookie</b>", "<b>Kept</b>") + row("basket", "30 days");
      clipboardData.setData("text/html", `<table class=MsoTableGrid>${table}</table>`);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    await page.getByRole("button", { name: "Insert", exact: true }).click();
    await saveAll(page);
    await goTo(page, "/faq/");
    await expect(page.getByRole("cell", { name: "30 days" })).toBeVisible();
  });

  test("4: a recipient and a region are added", async ({ page }) => {
    await open(page, "Who receives personal data, and why");
    await page.getByRole("button", { name: "Add a record" }).click();
    await page.getByLabel("Name").fill("Auditors");
    await page.getByRole("button", { name: "Take auditors" }).click();
    await page.getByLabel("Purpose").fill("They examine how data is kept.");
    await open(page, "The regions in which data can be hosted");
    await page.getByRole("button", { name: "Add a record" }).click();
    await page.getByLabel("Name").fill("Canada");
    await page.getByRole("button", { name: "Take canada" }).click();
    await saveAll(page);
    expect(written("facts/recipients.yaml")).toMatch(
      /\n\n- id: auditors\n {2}name: Auditors\n {2}purpose: They examine how data is kept\.\n$/,
    );
    expect(written("facts/regions.yaml")).toMatch(/\n\n- id: canada\n {2}name: Canada\n$/);
    await goTo(page, "/hosting/");
    await expect(page.locator("main")).toContainText("Canada");
  });

  test("5: an address is changed", async ({ page }) => {
    await open(page, "The addresses people can write to");
    await record(page, "Security Inquiries");
    await page.getByLabel("Email").fill("not an address");
    await expect(page.getByText(/"email" .*not an address/).first()).toBeVisible();
    await page.getByLabel("Email").fill("alerts@vtiger.com");
    await saveAll(page);
    await goTo(page, "/contacts/");
    await expect(page.getByRole("link", { name: "alerts@vtiger.com" }).first()).toBeVisible();
  });

  test("6: all that is open is confirmed, and released", async ({ page }) => {
    await goToDesk(page);
    const open = page.getByRole("link", { name: /^Confirm: / });
    const addresses = await open.evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")),
    );
    expect(addresses.length).toBeGreaterThan(6);
    for (const address of new Set(addresses)) {
      await goTo(page, String(address));
      const point = page.getByRole("group", { name: "Awaits confirmation" }).first();
      await expect(point).toBeVisible();
      while ((await point.count()) > 0) {
        const question = await point.locator("p").first().innerText();
        await point.getByLabel("Confirmed by").fill("Jo Doe");
        await point.getByLabel("From what").fill("Counsel's memorandum");
        await point.getByRole("button", { name: "Confirm" }).click();
        await expect(page.getByText(question)).toHaveCount(0);
      }
    }
    await saveAll(page);
    await goToDesk(page);
    await expect(page.getByText("None: the site is not a draft.")).toBeVisible();
    await goTo(page, "/desk/release/");
    await page.getByLabel("What changed").fill("Counsel has confirmed every fact.");
    await expect(page.getByLabel("Draft")).not.toBeChecked();
    await page.getByRole("button", { name: "See what would be released" }).click();
    await page.getByRole("button", { name: "Release", exact: true }).click({ timeout: 90_000 });
    await expect(page.getByRole("status").first()).toContainText("Wrote ");
    const [manifest = ""] = globSync("releases/*/manifest.yaml", { cwd: copy });
    expect(written(manifest)).toContain("Counsel has confirmed every fact.");
    expect(written(manifest)).not.toContain("draft: true");
  });

  test("7: a page and a question are moved", async ({ page }) => {
    await open(page, "What we collect, share and keep");
    await page.getByRole("link", { name: "Move", exact: true }).click();
    await page.getByLabel("Id", { exact: true }).fill("collected");
    await step(page);
    expect(written("pages/collected.mdx")).toContain("\nformerly: [data]\n");
    expect(written("pages/index.mdx")).toContain('<WayIn page="collected"');
    await open(page, "Which cookies do you set?");
    await page.getByRole("link", { name: "Move", exact: true }).click();
    await page.getByLabel("Topic").selectOption("securing-data");
    await step(page);
    await goToDesk(page);
    await expect(page.getByText("Nothing: the content has no errors.")).toBeVisible();
  });

  test("8: a statement that no longer holds is archived", async ({ page }) => {
    await open(page, "How We Secure Your Personal Information");
    await page.getByRole("link", { name: "Archive", exact: true }).click();
    await page.getByLabel("Summary").fill("Others look after it now.");
    await page.getByLabel("Replaced by").selectOption("hosting");
    await step(page);
    await page.getByRole("link", { name: "Show it" }).click();
    await expect(page.getByText("Others look after it now.")).toBeVisible();
    await goToDesk(page);
    await expect(page.getByText("Nothing: the content has no errors.")).toBeVisible();
  });

  test("9: ten mistakes are mended", async ({ page }) => {
    const first = (name: string | RegExp) => page.getByLabel(name).first();
    const retyped = async (wrong: string, right: string) => {
      await select(text(page), wrong);
      await page.keyboard.type(right);
    };
    /** What is wrong in a file, in place of what, and how it is mended once it is open. */
    const mistakes: readonly [
      file: string,
      right: string,
      wrong: string,
      mend: (before: string) => Promise<unknown>,
    ][] = [
      [
        "facts/retention.yaml",
        "afterDays: 60",
        "afterDays: sixty",
        () => first("After days").fill("60"),
      ],
      [
        "facts/contacts.yaml",
        "email: abuse@vtiger.com",
        "email: abuse",
        () => first("Email").fill("abuse@vtiger.com"),
      ],
      [
        "facts/topics.yaml",
        "title: Security\n",
        'title: ""\n',
        () => first("Title").fill("Security"),
      ],
      [
        "facts/regions.yaml",
        "longitude: 103.82",
        "longitude: 203.82",
        () => page.getByLabel("Longitude").nth(1).fill("103.82"),
      ],
      [
        "facts/providers.yaml",
        "- id: oracle",
        "- id oracle",
        (before) => first("The whole file").fill(before),
      ],
      [
        "pages/collected.mdx",
        "navigation: Data",
        "navigation: [Data",
        (before) => first("The whole file").fill(before),
      ],
      [
        "pages/rights.mdx",
        '"2026-11-22"',
        "yesterday",
        () => first("Last reviewed").fill("2026-11-22"),
      ],
      [
        "faq/who-to-contact.mdx",
        "topic: contact-channels",
        "topic: nowhere",
        () => first("Topic").selectOption("contact-channels"),
      ],
      [
        "faq/anti-spam-policy.mdx",
        "Yes, we do.",
        "Yes, we do. <a@b.c>",
        () => retyped("do. <a@b.c>", "do."),
      ],
      [
        "faq/law-enforcement.mdx",
        "may notify",
        "may [notify](/notify/)",
        () => retyped("[notify](/notify/)", "notify"),
      ],
    ];
    const before = new Map(mistakes.map(([file]) => [file, written(file)]));
    for (const [file, right, wrong] of mistakes) {
      expect(written(file)).toContain(right);
      writeFileSync(join(copy, file), written(file).replace(right, wrong));
    }
    for (const [file, , , mend] of mistakes) {
      await goToDesk(page);
      const wrong = page
        .locator("section")
        .filter({ hasText: "To fix before the site can be built" });
      await follow(
        wrong.locator(`a[href^="/desk/edit/?file=${encodeURIComponent(file)}"]`).first(),
        /\/desk\/edit\//,
      );
      await expect(page.locator(".editor > *").first()).toBeAttached();
      await mend(String(before.get(file)));
      await saveAll(page);
    }
    await goToDesk(page);
    await expect(page.getByText("Nothing: the content has no errors.")).toBeVisible();
    for (const [file, text] of before) expect(written(file)).toBe(text);
  });

  test("10: a change is seen and undone", async ({ page }) => {
    await goTo(page, "/desk/changes/");
    const sentence = "Retention: Trial Accounts: afterDays 12 → 10";
    const change = page.getByRole("listitem").filter({ hasText: sentence });
    await expect(change.getByRole("insertion")).toHaveText("added: 10");
    await change.getByRole("button", { name: `Undo: ${sentence}` }).click();
    await expect(page.getByRole("status").filter({ hasText: "Undone:" })).toBeVisible();
    await expect(change).toHaveCount(0);
    expect(written("facts/retention.yaml")).toContain("afterDays: 12\n");
    await page.getByRole("button", { name: /^Undo: Retention: Trial Accounts: rule/ }).click();
    await expect(page.getByRole("button", { name: /^Undo: Retention/ })).toHaveCount(0);
  });

  test("11: what has changed is proposed, and the release by itself", async ({ page }) => {
    const state = () => ["status", "diff"].map((what) => git(folder, what, "--", "content"));
    git(folder, "add", "content/facts/regions.yaml");
    const before = state();
    /** Proposes what is chosen, and says which files are in the commit. */
    const proposed = async (what: string) => {
      await page.getByLabel("What changes, and why?").fill(what);
      for (const box of await page.getByRole("textbox").all())
        if ((await box.inputValue()) === "") await box.fill("From the next release on.");
      await page.getByRole("button", { name: "Propose" }).click();
      await expect(page.getByText("It was pushed to origin")).toBeVisible();
      const pushed = git(
        folder,
        "for-each-ref",
        "--format=%(subject)%09%(refname)",
        "refs/remotes",
      );
      const [, branch = ""] = pushed
        .split("\n")
        .flatMap((line) => (line.startsWith(`${what}\t`) ? line.split("\t") : []));
      expect(git(folder, "rev-parse", `${branch}^`)).toBe(git(folder, "rev-parse", "origin/main"));
      return git(folder, "show", "--format=", "--name-only", branch).split("\n");
    };
    await goTo(page, "/desk/propose/");
    const boxes = page.getByRole("group", { name: "Files" }).getByRole("checkbox");
    const release = boxes.and(page.getByRole("checkbox", { name: /The release of .* was added/ }));
    await expect(release).toHaveCount(1);
    for (const box of await boxes.all()) await box.uncheck();
    await release.check();
    const released = globSync("releases/**/*.*", { cwd: copy }).map((file) => `content/${file}`);
    expect(await proposed("A version was published")).toEqual(released.toSorted());
    await goTo(page, "/desk/propose/");
    await release.uncheck();
    const files = await proposed("Counsel has confirmed what was open");
    expect(files).toContain("content/facts/regions.yaml");
    expect(files).not.toContain("content/facts/retention.yaml");
    expect(files).not.toContain(released[0]);
    expect(state()).toEqual(before);
    expect(git(folder, "rev-parse", "main")).toBe(git(folder, "rev-parse", "origin/main"));
  });
});

test("12: a new center is brought from nothing to a draft that passes the check", async ({
  page,
}) => {
  test.setTimeout(240_000);
  rmSync(folder, { recursive: true, force: true });
  cpSync("starter", copy, { recursive: true });
  const preview = await startPreview({ CONTENT_DIR: copy });
  try {
    await goToDesk(page);
    const wrong = page
      .locator("section")
      .filter({ hasText: "To fix before the site can be built" });
    const hrefs = await wrong
      .getByRole("link", { name: /^Edit: / })
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
    expect(hrefs.length).toBeGreaterThan(9);
    for (const href of hrefs) {
      await goTo(page, href);
      await expect(page.locator(".editor > *").first()).toBeAttached();
      const filled: Record<string, string> = {
        Name: "Finch & Ostrea",
        "Legal name": "Finch & Ostrea Ltd",
        Url: "https://www.acme.org/",
        Prepared: "2026-01-31",
      };
      for (const [label, value] of Object.entries(filled)) {
        const field = page.getByLabel(label, { exact: true }).first();
        if ((await field.count()) > 0 && (await field.inputValue()) === "") await field.fill(value);
      }
      const read = page.getByRole("button", { name: "I read it through today" });
      if ((await read.count()) > 0) {
        await read.click();
        await expect(page.getByLabel("Last reviewed")).not.toHaveValue("");
      }
    }
    await saveAll(page);
    await goToDesk(page);
    await expect(page.getByText("Nothing: the content has no errors.")).toBeVisible();
  } finally {
    await preview.stop();
    rmSync(folder, { recursive: true });
  }
});
