import {
  cpSync,
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect as expectSoon, test, type Page, type Route } from "@playwright/test";
import { at, startPreview, type RunningPreview } from "../preview.ts";
import { release } from "../releases.ts";
import { barriers } from "../site/barriers.ts";

/* A preview that is asked for the first time makes its pages anew, which takes a moment. */
const expect = expectSoon.configure({ timeout: 30_000 });

const sound = "tests/fixtures/sound";
const folder = ".astro/desk-editor";
const copy = `${folder}/content`;
const written = (file: string) => readFileSync(join(copy, file), "utf8");
const original = (file: string) => readFileSync(join(sound, file), "utf8");

const save = (file: string, change: (text: string) => string): void => {
  writeFileSync(join(copy, file), change(written(file)));
};

const status = (page: Page) => page.getByRole("status").first();
const saveBar = (page: Page) => page.locator(".save-bar");

/** Opens a file in the editor, or a record in it. */
const edit = async (page: Page, file: string, record?: string): Promise<void> => {
  const address = new URLSearchParams({ file, ...(record === undefined ? {} : { record }) });
  await page.goto(at(`/desk/edit/?${address.toString()}`));
  await expect(saveBar(page)).toContainText(/saved/i);
  await expect(page.locator(".editor > *").first()).toBeAttached();
};

/** Waits until what was typed is part of what the browser keeps. */
const isKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          Object.values(localStorage).filter((kept) => /"typed":\[\{/.test(String(kept))).length,
      ),
    )
    .toBe(0);

const review = async (page: Page): Promise<void> => {
  await isKept(page);
  await saveBar(page).getByRole("link", { name: "Review and save" }).click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
};

const saveAll = async (page: Page): Promise<void> => {
  await review(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(status(page)).toContainText("Saved: ");
};

test.describe("the editor of the desk", () => {
  test.describe.configure({ timeout: 120_000 });

  let preview: RunningPreview;

  test.beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(sound, copy, { recursive: true });
    preview = await startPreview({ CONTENT_DIR: copy, DIST_DIR: `${folder}/dist` });
  });

  test.afterAll(async () => {
    await preview.stop();
    rmSync(folder, { recursive: true });
  });

  test.afterEach(() => {
    const files = globSync("**/*.{mdx,yaml}", { cwd: sound });
    for (const file of files)
      if (!existsSync(join(copy, file)) || written(file) !== original(file))
        writeFileSync(join(copy, file), original(file));
    for (const file of globSync("**/*.mdx", { cwd: copy }))
      if (!files.includes(file)) rmSync(join(copy, file));
  });

  test("a fact is changed: said at once what is wrong, kept over a reload, shown, and only then written", async ({
    page,
  }) => {
    const file = "facts/retention.yaml";
    const reload = new Promise<void>((told) => {
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => {
          if (String(payload).includes('"full-reload"')) told();
        }),
      );
    });
    await edit(page, file, "trial-accounts");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trial Accounts");
    /* By the browser's own button somebody comes back to a page as they have left it. */
    const anew = page.waitForEvent("load");
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
    );
    await anew;
    const days = page.getByLabel("After days");
    await days.fill("twelve");
    await expect(page.getByText(/"afterDays" cannot be "twelve"/).first()).toBeVisible();
    await expect(days).toHaveAttribute("aria-invalid", "true");
    await expect(days).toBeFocused();
    await days.fill("30");
    await expect(days).not.toHaveAttribute("aria-invalid");
    await page.getByLabel("Rule").fill("Deleted 30 days after: “trial” #1.");
    await page.reload();
    await expect(page.getByLabel("After days")).toHaveValue("30");
    await expect(page.getByLabel("Rule")).toHaveValue("Deleted 30 days after: “trial” #1.");
    await expect(page.getByRole("link", { name: "What we collect, share and keep" })).toBeVisible();
    expect(written(file)).toBe(original(file));
    await review(page);
    await expect(page.locator("ins").first()).toHaveText(/^added: /);
    await expect(page.locator("del").first()).toHaveText(/^removed: /);
    expect(written(file)).toBe(original(file));
    await page.evaluate(() => {
      document.body.id = "as-it-was";
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(status(page)).toContainText("Saved: 1 file.");
    /* Pages are loaded anew once something is saved, but not the one that says so. */
    await reload;
    await expect(page.locator("#as-it-was")).toBeAttached();
    await expect(status(page)).toContainText("Saved: 1 file.");
    expect(written(file)).toBe(
      original(file)
        .replace("Deleted 12 days after trial expiration.", '"Deleted 30 days after: “trial” #1."')
        .replace("afterDays: 12", "afterDays: 30"),
    );
  });

  test("records are added, put in order and deleted, and what is needed elsewhere is not", async ({
    page,
  }) => {
    const file = "facts/providers.yaml";
    await edit(page, file);
    await page.getByRole("button", { name: "Add a record" }).click();
    await page.waitForURL(/record=3/);
    await page.getByLabel("Name").fill("Acme Cloud");
    await page.getByRole("button", { name: "Take acme-cloud" }).click();
    await expect(page.getByLabel("Id", { exact: true })).toHaveValue("acme-cloud");
    await expect(page.getByLabel("Id", { exact: true })).toBeEditable();
    await page.getByRole("link", { name: "The providers of the infrastructure" }).click();
    await page.getByRole("button", { name: "Move up: Acme Cloud" }).click();
    await expect(page.locator(".records li").nth(2)).toContainText("Acme Cloud");
    await page.getByRole("link", { name: "Oracle" }).click();
    const id = page.getByLabel("Id", { exact: true });
    await expect(id).toHaveValue("oracle");
    await expect(id).not.toBeEditable();
    await expect(page.getByRole("link", { name: "Give it another id" })).toHaveAttribute(
      "href",
      /\?kind=rename&file=facts%2Fproviders\.yaml&record=oracle$/,
    );
    await page.getByRole("button", { name: "Delete this record" }).click();
    await expect(page.locator(".records li")).toHaveCount(3);
    await saveAll(page);
    expect(written(file)).toMatch(
      /- id: aws\n[^]*\n\n- id: acme-cloud\n {2}name: Acme Cloud\n\n- id: microsoft\n/,
    );
    await edit(page, "facts/topics.yaml", "securing-data");
    await page.getByRole("button", { name: "Delete this record" }).click();
    await expect(page.locator(".refused")).toContainText('there is no "securing-data"');
    await expect(page.locator(".refused")).toBeFocused();
    await expect(saveBar(page)).toContainText("Everything is saved.");
  });

  test("a fact is confirmed: by whom, on which day and from what stands in its file", async ({
    page,
  }) => {
    save("facts/contacts.yaml", (text) =>
      text
        .replace(/^( *)email: (\S+)$/m, "$&\n$1confirmed: false\n$1question: Is it so?")
        .replace(/(question: Is it so\?\n)\s+confirmed: false\n.*\n/, "$1"),
    );
    const before = written("facts/contacts.yaml");
    await edit(page, "facts/contacts.yaml", "privacy");
    await expect(page.getByRole("group", { name: "Awaits confirmation" })).toContainText(
      "Is it so?",
    );
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByLabel("Confirmed by")).toBeFocused();
    await page.getByLabel("Confirmed by").fill("Jo Doe");
    await page.getByLabel("On", { exact: true }).fill("2026-01-31");
    await page.getByLabel("From what").fill("Contract: 12");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(
      page.getByText("Confirmed by Jo Doe on 2026-01-31, from: Contract: 12."),
    ).toBeVisible();
    await saveAll(page);
    expect(written("facts/contacts.yaml")).toBe(
      before.replace(
        "confirmed: false\n  question: Is it so?",
        'confirmedBy: Jo Doe\n  confirmedOn: "2026-01-31"\n  confirmedFrom: "Contract: 12"',
      ),
    );
  });

  test("a place is set on a map, by its keys, a click, or the numbers", async ({ page }) => {
    await edit(page, "facts/regions.yaml", "asia");
    const place = page.getByRole("group", { name: "Places, 2" });
    const [latitude, longitude] = [place.getByLabel("Latitude"), place.getByLabel("Longitude")];
    const map = place.getByRole("application", { name: "Map: Places, 2" });
    const pin = map.locator(".pin");
    const shares = () =>
      pin.evaluate(({ style }) =>
        [style.left, style.top].map((share) => Math.round(parseFloat(share))),
      );
    await expect.poll(() => map.locator("path").getAttribute("d")).toMatch(/^M/);
    expect(await shares()).toEqual([79, 49]);
    await map.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowRight");
    await expect(latitude).toHaveValue("2.35");
    await expect(longitude).toHaveValue("103.92");
    await expect(place.getByText("2.35° north, 103.92° east")).toBeVisible();
    const { width = 0, height = 0 } = (await map.locator("svg").boundingBox()) ?? {};
    await map.click({ position: { x: width / 4, y: height / 4 } });
    expect(Math.abs(Number(await latitude.inputValue()) - 45)).toBeLessThan(2);
    expect(Math.abs(Number(await longitude.inputValue()) + 90)).toBeLessThan(2);
    await latitude.fill("-45");
    await longitude.fill("90");
    expect(await shares()).toEqual([75, 75]);
    await latitude.fill("95");
    await expect(pin).toBeHidden();
    await expect(latitude).toHaveAttribute("aria-invalid", "true");
    await latitude.fill("-45");
    await saveAll(page);
    expect(written("facts/regions.yaml")).toBe(
      original("facts/regions.yaml")
        .replace("latitude: 1.35", "latitude: -45")
        .replace("longitude: 103.82", "longitude: 90"),
    );
  });

  test("a page is written with its tools, and keeps the ends of its lines", async ({ page }) => {
    const file = "pages/data.mdx";
    save(file, (text) => text.replaceAll("\n", "\r\n"));
    const before = written(file);
    await edit(page, file);
    const text = page.getByLabel("Text", { exact: true });
    await text.press("ControlOrMeta+End");
    await page.getByText("Table", { exact: true }).click();
    await page.getByRole("button", { name: "Insert: Table" }).click();
    await text.pressSequentially("See ");
    await page.getByText("Link", { exact: true }).click();
    await page.getByLabel(/^To /).selectOption({ label: "Your Privacy Rights" });
    await page.getByRole("button", { name: "Insert: Link" }).click();
    await text.pressSequentially(" or write to ");
    await page.getByText("Component", { exact: true }).click();
    await page.getByLabel("Which one").selectOption("security");
    await page.getByRole("button", { name: "Insert: Component" }).click();
    await text.pressSequentially(".");
    await page.getByRole("button", { name: "I read it through today" }).click();
    await expect(page.getByLabel("Last reviewed")).not.toHaveValue("2026-11-22");
    const today = await page.getByLabel("Last reviewed").inputValue();
    await saveAll(page);
    const added =
      '\n\n| Column 1 | Column 2 |\n|---|---|\n| … | … |\n| … | … |\n\nSee [Your Privacy Rights](/rights/) or write to <Contact id="security" />.';
    expect(written(file)).toBe(
      before.replace("2026-11-22", today).replace(/\r\n$/, `${added.replaceAll("\n", "\r\n")}\r\n`),
    );
  });

  test("the page beside shows what is not saved, and nobody else's page does", async ({
    page,
    context,
  }) => {
    const file = "pages/data.mdx";
    const beside = page.frameLocator(".page-beside iframe");
    await edit(page, file);
    const text = page.getByLabel("Text", { exact: true });
    await page.getByLabel("Title", { exact: true }).fill("Our data");
    await text.press("ControlOrMeta+End");
    await text.pressSequentially('\n\nNobody has saved this, <Contact id="privacy" />.');
    const sentence = beside.getByText(/^Nobody has saved this, \S+@\S+\.$/);
    await expect(sentence).toBeInViewport();
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText("Our data");
    const other = await context.newPage();
    await other.goto(at("/data/"));
    await expect(other.getByRole("heading", { level: 1 })).not.toContainText("Our data");
    await expect(other.locator("main")).not.toContainText("Nobody has saved this");
    await other.close();
    await text.press("ControlOrMeta+Home");
    await text.press("ArrowRight");
    await expect(beside.getByRole("heading", { level: 2 }).first()).toBeInViewport();
    await expect(sentence).not.toBeInViewport();
    await text.press("ControlOrMeta+End");
    await text.pressSequentially(" <a@b.c>");
    const problems = page.locator(".page-beside .problems");
    await expect(problems).toContainText("<a@b.c> is read as a component");
    await expect(sentence).toBeInViewport();
    await page.reload();
    await expect(text).toHaveValue(/Nobody has saved this, .* <a@b\.c>$/);
    await expect(problems).toContainText("<a@b.c> is read as a component");
    await text.fill((await text.inputValue()).replace(" <a@b.c>", ""));
    await expect(sentence).toBeInViewport();
    await expect(problems).toBeEmpty();
    await edit(page, "facts/retention.yaml", "failed-payments");
    await page.getByLabel("Account", { exact: true }).fill("Accounts nobody has saved");
    await expect(beside.getByText("Accounts nobody has saved").first()).toBeInViewport();
    await page.getByLabel("Page to show").selectOption({ label: "Our data" });
    await expect(beside.getByText("Accounts nobody has saved").first()).toBeInViewport();
    await expect(sentence).toBeAttached();
    for (const written of globSync("**/*", { cwd: sound }).filter((path) => /\.\w+$/.test(path)))
      expect(readFileSync(join(copy, written)), written).toEqual(
        readFileSync(join(sound, written)),
      );
  });

  test("what is pasted from Word is shown as Markdown, and taken only then", async ({ page }) => {
    const file = "pages/data.mdx";
    await edit(page, file);
    const text = page.getByLabel("Text", { exact: true });
    const before = await text.inputValue();
    const pasteTable = async () => {
      await text.press("ControlOrMeta+End");
      await text.evaluate((area) => {
        const clipboardData = new DataTransfer();
        const cell = (words: string) => `<td><p class=MsoNormal>${words}<o:p></o:p></p></td>`;
        clipboardData.setData("text/plain", "Data\tKept\r\nLogs\t30 days");
        clipboardData.setData(
          "text/html",
          `<table class=MsoTableGrid><tr>${cell("<b>Data</b>")}${cell("<b>Kept</b>")}</tr><tr>${cell("Logs")}${cell('30 days<img src="data:image/png;base64,AA==">')}</tr></table>`,
        );
        area.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      });
    };
    const dialog = page.getByRole("dialog", { name: "What you pasted" });
    await pasteTable();
    await expect(dialog).toContainText("1 picture was left out.");
    await expect(dialog.getByRole("button", { name: "Insert", exact: true })).toBeFocused();
    const table = "| Data | Kept |\n| - | - |\n| Logs | 30 days |";
    await expect(dialog.getByRole("textbox")).toHaveValue(table);
    await page.locator("iframe").evaluate((frame) => {
      frame.remove();
    });
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).not.toBeAttached();
    await expect(text).toHaveValue(before);
    await pasteTable();
    await dialog.getByRole("button", { name: "Insert as plain text" }).click();
    await expect(text).toHaveValue(`${before}Data\tKept\nLogs\t30 days`);
    await text.press("ControlOrMeta+z");
    await expect(text).toHaveValue(before);
    await pasteTable();
    await dialog.getByRole("button", { name: "Insert", exact: true }).click();
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(`${before}\n\n${table}\n\n`);
    await review(page);
    await expect(page.locator("ins").first()).toContainText("| Logs | 30 days |");
    await page.getByRole("button", { name: `Discard these changes: ${file}` }).click();
    expect(written(file)).toBe(original(file));
  });

  test("a file that cannot be read is mended as text", async ({ page }) => {
    const file = "facts/providers.yaml";
    save(file, (text) => `${text}- id: [\n`);
    await page.goto(at("/desk/"));
    await page.locator('a[href^="/desk/edit/?file=facts%2Fproviders.yaml"]').first().click();
    const whole = page.getByLabel("The whole file");
    await expect(whole).toHaveValue(written(file));
    await expect(page.locator(".of-whole")).toContainText("To fix: ");
    await whole.fill(original(file));
    await expect(page.getByRole("heading", { name: "Records" })).toBeVisible();
    await saveAll(page);
    expect(written(file)).toBe(original(file));
  });

  test("what somebody else has written meanwhile is shown, and chosen from", async ({
    page,
    context,
  }) => {
    const file = "facts/retention.yaml";
    await edit(page, file, "trial-accounts");
    await page.getByLabel("Rule").fill("Deleted 15 days after trial expiration.");
    const other = await context.newPage();
    await isKept(page);
    await edit(other, file, "trial-accounts");
    await expect(other.getByLabel("Rule")).toHaveValue(/^Deleted 15 /);
    await other.close();
    const theirs = original(file)
      .replace("Deleted 12 days", "Deleted 14 days")
      .replace("afterDays: 12", "afterDays: 14");
    writeFileSync(join(copy, file), theirs);
    await expect(page.getByText("Somebody has changed this file since")).toBeVisible();
    await review(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(status(page)).toContainText("Nothing of it was overwritten");
    expect(written(file)).toBe(theirs);
    await page.getByRole("link", { name: `Choose what holds: ${file}` }).click();
    await expect(page.getByText("Retention: Trial Accounts: afterDays 12 → 14")).toBeVisible();
    const place = page.getByRole("group", { name: "Retention: Trial Accounts: rule" });
    await expect(place.getByRole("region", { name: /^Before/ })).toContainText("12 days after");
    await expect(place.getByRole("insertion")).toHaveText(["added: 14", "added: 15"]);
    await page.getByRole("button", { name: "Go on to review" }).click();
    await expect(status(page)).toHaveText("Choose what holds: Retention: Trial Accounts: rule.");
    await expect(place.getByLabel("What is in the file now")).toBeFocused();
    for (let more = 0; more < 3; more++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Deleted: 14 days after.");
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.reload();
    await expect(page.getByLabel("What is to stand here")).toHaveValue("Deleted: 14 days after.");
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole("button", { name: "Go on to review" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(status(page)).toContainText("Saved: 1 file.");
    expect(written(file)).toBe(
      theirs.replace("Deleted 14 days after trial expiration.", '"Deleted: 14 days after."'),
    );
  });

  test("both versions that Git has left in a file are chosen from, one place after the other", async ({
    page,
  }) => {
    const file = "pages/data.mdx";
    const marked = (first: string, second: string) =>
      `<<<<<<< HEAD\n${first}\n=======\n${second}\n>>>>>>> legal/wording\n`;
    save(file, (text) =>
      `${text.replace(/^title: .*\n/m, marked("title: One", "title: Two"))}\n${marked("Ours.", "Theirs.")}`.replaceAll(
        "\n",
        "\r\n",
      ),
    );
    await page.goto(at(`/desk/edit/?file=${file}`));
    await page.getByRole("link", { name: "Choose what holds" }).click();
    const [first, second] = [1, 2].map((number) =>
      page.getByRole("group", { name: `Place ${String(number)}, from line` }),
    );
    await first?.getByLabel("The second version, which Git calls “legal/wording”").check();
    await second?.getByLabel("Something else: I write it").check();
    await second?.getByLabel("What is to stand here").fill("Ours.\n\nTheirs, too.");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Go on to review" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(status(page)).toContainText("Saved: 1 file.");
    expect(written(file)).toBe(
      `${original(file).replace(/^title: .*\n/m, "title: Two\n")}\nOurs.\n\nTheirs, too.\n`.replaceAll(
        "\n",
        "\r\n",
      ),
    );
  });

  test("what was typed into a file that is gone is shown, and keeps no other from being saved", async ({
    page,
  }) => {
    const [gone, file] = ["facts/providers.yaml", "facts/contacts.yaml"];
    await edit(page, gone, "oracle");
    await page.getByLabel("Name").fill("Mine");
    await isKept(page);
    await edit(page, file, "privacy");
    await page.getByLabel("Topic", { exact: true }).fill("Our privacy");
    await isKept(page);
    rmSync(join(copy, gone));
    await review(page);
    await expect(page.getByRole("insertion").getByText("Mine")).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(status(page)).toContainText(
      `${gone.charAt(0).toUpperCase()}${gone.slice(1)} cannot be opened (ENOENT). Saved: 1 file.`,
    );
    expect(written(file)).toContain("Our privacy");
    writeFileSync(join(copy, gone), original(gone));
  });

  const heading = (page: Page) => page.getByRole("heading", { level: 1 });
  const pressed = async (page: Page, name: string | RegExp) => {
    await page.getByRole("button", { name, exact: typeof name === "string" }).press("Enter");
  };
  /** Reviews a step, and says what the page shows of it. */
  const reviewed = async (page: Page): Promise<string> => {
    await pressed(page, "Review");
    await expect(page.getByRole("heading", { name: "What changes" })).toBeFocused();
    return (await page.locator(".changes").innerText()).replaceAll(/\s+/g, " ");
  };

  test("a page and a question are moved with what refers to them, and put back as a whole", async ({
    page,
  }) => {
    await edit(page, "pages/data.mdx");
    await page.getByRole("link", { name: "Move", exact: true }).press("Enter");
    await expect(heading(page)).toHaveText("Move: What we collect, share and keep");
    const id = page.getByLabel("Id", { exact: true });
    await id.fill("rights");
    await expect(page.getByText(/the id "rights" is taken/)).toBeVisible();
    await id.fill("collected");
    await expect(page.getByText(/the id "rights" is taken/)).not.toBeAttached();
    await page.reload();
    await expect(id).toHaveValue("collected");
    expect(await reviewed(page)).toContain('removed: data added: collected" title="What we');
    expect(written("pages/data.mdx")).toBe(original("pages/data.mdx"));
    await pressed(page, "Save");
    await expect(status(page)).toHaveText(/^Moved .* from \/data\/ to \/collected\/\.$/);
    expect(existsSync(join(copy, "pages/data.mdx"))).toBe(false);
    expect(written("pages/collected.mdx")).toContain("\nformerly: [data]\n");
    expect(written("pages/index.mdx")).toContain('<WayIn page="collected"');
    await page.goto(at("/desk/changes/"));
    /* The page may be loaded anew by what is written before it has its answer. */
    const late = async (route: Route) => {
      const response = await route.fetch();
      await new Promise((later) => setTimeout(later, 2_000));
      await route.fulfill({ response });
    };
    await page.route("**/desk/takeback.json", late, { times: 1 });
    await pressed(page, /^Undo: Moved/);
    await expect(status(page)).toContainText("Every file is as it was before.");
    expect(written("pages/data.mdx")).toBe(original("pages/data.mdx"));
    expect(written("pages/index.mdx")).toBe(original("pages/index.mdx"));

    await edit(page, "faq/retention-of-data.mdx");
    await page.getByRole("link", { name: "Move", exact: true }).click();
    await id.fill("how-long");
    await page.getByLabel("Topic").selectOption("securing-data");
    await reviewed(page);
    await pressed(page, "Save");
    await expect(status(page)).toHaveText(/^Moved/);
    expect(written("pages/data.mdx")).toContain('<Answer to="how-long" />');
    expect(written("faq/how-long.mdx")).toContain("topic: securing-data");
    await pressed(page, /^Undo: Moved/);
    await expect(status(page)).toContainText("Every file is as it was before.");
    expect(written("pages/data.mdx")).toBe(original("pages/data.mdx"));
    expect(existsSync(join(copy, "faq/how-long.mdx"))).toBe(false);
  });

  test("a question is started in a form, and a page archived", async ({ page }) => {
    await page.goto(at("/desk/"));
    await page.getByRole("link", { name: "a question", exact: true }).click();
    await pressed(page, "Review");
    await expect(page.getByLabel("Question", { exact: true })).toBeFocused();
    await page.getByLabel("Question", { exact: true }).fill("Which cookies do you set?");
    await page.getByLabel("Topic").selectOption("communications-and-cookies");
    await page.getByLabel("Answer").fill("Three: see [the list](/cookies/).");
    await expect(page.getByText("left empty, it is: which-cookies-set")).toBeVisible();
    await pressed(page, "Review");
    await expect(page.getByText(/there is no page at "\/cookies\/"/)).toBeVisible();
    await page.getByLabel("Answer").fill("Three.");
    await reviewed(page);
    await pressed(page, "Save");
    await expect(status(page)).toHaveText("Started “Which cookies do you set?”.");
    expect(written("faq/which-cookies-set.mdx")).toMatch(/owner: Legal\n---\n\nThree\.\n$/);
    await page.getByRole("link", { name: "Edit it" }).click();
    await expect(heading(page)).toHaveText("Which cookies do you set?");

    await edit(page, "pages/security.mdx");
    await page.getByRole("link", { name: "Archive", exact: true }).click();
    await page.getByLabel("Summary").fill("Others look after it now.");
    await page.getByLabel("Replaced by").selectOption("hosting");
    await expect(page.getByText("will lead to “Where data is hosted”")).toBeVisible();
    await reviewed(page);
    await pressed(page, "Save");
    await expect(status(page)).toContainText("it is now at /statements/security/.");
    await page.getByRole("link", { name: "Show it" }).click();
    await expect(page.getByText("Others look after it now.")).toBeVisible();
    expect(written("pages/hosting.mdx")).toContain("formerly: [security]");
  });

  test("nothing is written for anybody but a page of the desk", async ({ request }) => {
    const file = "facts/providers.yaml";
    const body = { files: [{ file, text: "x", hash: "" }] };
    const origin = at("");
    for (const headers of [
      { origin: "https://evil.example" },
      { origin },
      { origin, "x-desk-token": "guessed" },
    ] as Record<string, string>[]) {
      for (const name of ["save", "release"]) {
        const answer = await request.post(at(`/desk/${name}.json`), { data: body, headers });
        expect(answer.status()).toBe(403);
      }
    }
    expect((await request.get(at("/desk/token.json"))).status()).toBe(403);
    expect((await request.get(at("/desk/save.json"))).status()).toBe(403);
    expect(written(file)).toBe(original(file));
  });

  test("a version is published once it is seen what that would be, and nothing stands in its way", async ({
    page,
    context,
  }) => {
    const today = new Date().toISOString().slice(0, 10);
    save("site.yaml", (text) => `${text}\nreleases:\n  noticeDays: 30\n`);
    await release(copy, {
      date: "2026-01-10",
      isDraft: true,
      pages: { "/": "# Home\n\nWe keep 12 days.\n" },
    });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(at("/desk/release/"));
    await expect(page.getByText("The last one is of 2026-01-10: What changed.")).toBeVisible();
    const see = page.getByRole("button", { name: "See what would be released" });
    await see.click();
    await expect(status(page)).toHaveText(
      'A release says what changed; write it like this: --summary "We keep less."',
    );
    await page.getByLabel("What changed").fill("We say it better.");
    await expect(page.getByLabel("Draft")).toBeChecked();
    await page.reload();
    await see.click();
    await expect(status(page)).toContainText("The site is being built");
    await expect(page.getByRole("heading", { name: "What stands in the way" })).toBeFocused({
      timeout: 90_000,
    });
    await expect(page.getByText("holds, as site.yaml asks; write --effective=")).toBeVisible();
    await expect(page.getByText(/^Changed: .* \(\/\), \d+ places$/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Release", exact: true })).toHaveCount(0);
    await page.getByLabel("Kind").selectOption("editorial");
    await see.press("Enter");
    await expect(status(page)).toContainText("Nothing is written yet.");
    await expect(see).toBeFocused();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(readdirSync(join(copy, "releases"))).toEqual(["2026-01-10"]);
    const other = await context.newPage();
    await other.goto(at("/desk/release/"));
    await other.getByRole("button", { name: "See what would be released" }).click();
    const both = [page, other];
    const buttons = both.map((window) =>
      window.getByRole("button", { name: "Release", exact: true }),
    );
    for (const button of buttons) await expect(button).toBeEnabled();
    await Promise.all(buttons.map((button) => button.click()));
    for (const window of both) await expect(status(window)).toContainText(today);
    const said = await Promise.all(both.map((window) => status(window).innerText()));
    expect(said.toSorted()).toEqual([
      `A version of ${today} was just published, in another window or by somebody else; a day has one, so nothing else was published.`,
      `Wrote ${copy}/releases/${today}/; commit it. The next build publishes it.`,
    ]);
    const manifest = written(`releases/${today}/manifest.yaml`);
    expect(manifest).toContain(
      `summary: We say it better.\nkind: editorial\neffective: "${today}"\ndraft: true\n`,
    );
    expect(written(`releases/${today}/data/index.md`)).toMatch(/^# /);
    await both[said.findIndex((words) => words.startsWith("Wrote"))]
      ?.getByRole("link", { name: "Propose it" })
      .click();
    await other.close();
    await page.goto(at("/desk/release/"));
    await expect(page.getByText(`There is a release of ${today} already`)).toBeVisible();
    rmSync(join(copy, "releases"), { recursive: true });
  });

  test("every screen is without a barrier, and fits a narrow one", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await edit(page, "facts/retention.yaml", "failed-payments");
    await page.getByLabel("Account", { exact: true }).fill("Other");
    await isKept(page);
    for (const address of [
      "/desk/edit/?file=facts/contacts.yaml&record=privacy",
      "/desk/edit/?file=facts/regions.yaml&record=asia",
      "/desk/edit/?file=pages/data.mdx",
      "/desk/edit/?file=site.yaml",
      "/desk/review/",
      "/desk/step/?kind=archive&file=pages/data.mdx",
      "/desk/step/?kind=rename&file=facts/contacts.yaml&record=privacy",
      "/desk/",
    ])
      for (const [width, colorScheme] of [
        [360, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(at(address));
        await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Edit");
        await expect(page.locator(".editor > *, .changes > *, section").first()).toBeAttached();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(
          width,
        );
        /* The page of the site within a frame has tests of its own. */
        await page.locator("iframe").evaluateAll((frames) => {
          for (const frame of frames) (frame as HTMLIFrameElement).src = "about:blank";
        });
        await expect
          .poll(() => page.frames().every((frame) => /\/desk\/|^about:blank$/.test(frame.url())))
          .toBe(true);
        expect(await barriers(page), `${address} at ${String(width)}`).toEqual([]);
      }
  });

  test("a fact is changed and saved with the keyboard alone", async ({ page }) => {
    await edit(page, "facts/providers.yaml", "oracle");
    const reach = async (name: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const { activeElement: at } = document;
          const [label] = at instanceof HTMLInputElement ? (at.labels ?? []) : [];
          return (label ?? at)?.textContent ?? "";
        });
        if (focused === name) return;
      }
      throw new Error(`"${name}" is not reached by the keyboard`);
    };
    await reach("Name");
    await page.keyboard.type("!");
    await isKept(page);
    await reach("Past the page");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(saveBar(page).getByRole("link", { name: "Review and save" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
    await reach("Save");
    await page.keyboard.press("Enter");
    await expect(status(page)).toContainText("Saved: 1 file.");
    expect(written("facts/providers.yaml")).not.toBe(original("facts/providers.yaml"));
  });
});
