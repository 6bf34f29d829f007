import { execSync } from "node:child_process";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { preview, type PreviewServer } from "vite";
import { sound } from "../faulty-content.ts";
import { freePort } from "../hosting/servers.ts";
import { release } from "../releases.ts";

/* Within the project, where MDX finds its packages. */
const root = "test-results/versions";
const folder = join(root, "content");
const built = join(root, "dist");

const [first, second, third] = ["2026-01-10", "2026-02-10", "2026-03-10"] as const;

const data = (days: string, more: string) => `# What we collect

We keep as little as we can.

## [How long data is kept](/data/#how-long-data-is-kept)

*How long data is kept*

| Account | How long it is kept |
| - | - |
| Canceled paid accounts | ${days} days after cancellation |
| Trial accounts | 30 days |

${more}`;

const terms = (line: string) => `# Terms\n\n\`\`\`\none\n${line}\n\`\`\`\n`;

const sharing =
  "We share data with [nobody](/rights/) but those who need it.\n\nWe sell nothing.\n";
const moved = "We sell nothing.\n\nWe share data with **nobody** but those who need it.\n";

const read = (path: string) => readFileSync(join(built, path, "index.html"), "utf8");

/** What a part of a page says, without its markup. */
const textOf = (html: string) =>
  html
    .replaceAll(/<\/?bdi>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();

test.describe("versions", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });
  let server: PreviewServer | undefined;
  let origin: string;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    rmSync(root, { recursive: true, force: true });
    cpSync(sound, folder, { recursive: true });
    const contacts = join(folder, "pages/contacts.mdx");
    writeFileSync(
      contacts,
      readFileSync(contacts, "utf8").replace(/^owner:/m, "formerly: [terms]\nowner:"),
    );
    const same = { "/": "# Home\n\nWelcome.\n", "/statements/privacy-shield/": "# Shield\n" };
    await release(folder, {
      date: first,
      summary: "It begins.",
      isDraft: true,
      pages: {
        ...{ ...same, "/data/": data("90", sharing), "/rights/": "# Rights\n\nYours.\n" },
        "/terms/": terms("two"),
      },
    });
    await release(folder, {
      date: second,
      summary: "We keep it shorter.",
      kind: "substantive",
      pages: {
        ...{ ...same, "/data/": data("60", sharing), "/hosting/": "# Hosting\n\nHere.\n" },
        "/contacts/": terms("three"),
      },
      formerly: { "/contacts/": ["/terms/"] },
    });
    await release(folder, {
      date: third,
      summary: "We say it better.",
      effective: "2026-12-01",
      pages: {
        ...{ ...same, "/data/": data("60", moved), "/hosting/": "# Hosting\n\nHere.\n" },
        "/contacts/": terms("three"),
      },
    });
    execSync("npm run build", {
      env: {
        ...process.env,
        ...{ CONTENT_DIR: folder, DIST_DIR: built, SOURCE_DATE_EPOCH: "1774000000" },
      },
      stdio: "pipe",
    });
    const port = await freePort();
    server = await preview({
      root,
      logLevel: "error",
      build: { outDir: "dist" },
      preview: { port },
    });
    origin = `http://localhost:${String(port)}`;
  });

  test.afterAll(() => server?.close());

  test("the list of changes has the latest first, with its figures and pages", () => {
    const list = textOf(/<main.*<\/main>/s.exec(read("changes"))?.[0] ?? "");
    expect(list).toMatch(
      /March 10, 2026 We say it better\. Editorial change · Holds from December 1, 2026 · what changed Pages What we collect February 10, 2026 We keep it shorter\. Substantive change · Holds from February 10, 2026 · what changed In numbers Canceled paid accounts: 90 → 60 days Pages Terms \(moved\) What we collect Hosting \(new\) Rights \(removed\) January 10, 2026 It begins\. Editorial change · .* · Draft · what changed Pages Home \(new\)/,
    );
    expect(read("changes"), "whatever script they are in").toContain(
      "<li><bdi>Canceled paid accounts</bdi>: <bdi>90</bdi> → <bdi>60 days</bdi></li>",
    );
  });

  test("a redline tells what changed, to those who see and to those who hear it", () => {
    const html = read(`changes/${second}`);
    expect(html).toMatch(
      /<del><span class="sr-only"> \[removed:\] <\/span>90<span class="sr-only"> \[end of change\] <\/span><\/del> <ins><span class="sr-only"> \[added:\] <\/span>60</,
    );
    expect(textOf(html)).toContain("Canceled paid accounts How long it is kept");
    expect(html).not.toContain("Trial accounts");
    expect(html, "a page that moved is not removed and new").toMatch(
      /<h2 id="contacts">.*This page moved here from \/terms\/\.<\/p>.*<pre class="code changed"><code>one\n<\/code><del>/s,
    );
    expect(html).not.toContain('id="terms"');
    expect(html).toContain(`href="/versions/terms/${first}/"`);
    expect(textOf(read(`versions/terms/${first}`))).toContain(
      `until it moved to /contacts/ on February 10, 2026. What holds now: Terms What came later: February 10, 2026`,
    );
    const later = read(`changes/${third}`);
    expect(later, "moved is not removed and added").toContain("Moved here");
    expect(later).not.toContain("<del>We sell");
    expect(later, "the same words are not removed and added").toMatch(
      /We share data with <strong>nobody<\/strong> but those who need it\.\s*<em>\(Its words are the same;/,
    );
  });

  test("a page as it stood says that it is past, and leads to what holds and what came later", () => {
    const html = read(`versions/data/${first}`);
    const text = textOf(html);
    expect(text).toContain("Version of January 10, 2026");
    expect(text).toContain(
      "This is how the page stood from January 10, 2026 until February 10, 2026.",
    );
    expect(html).toContain(
      '<li>What holds from December 1, 2026: <a href="/data/">What we collect</a></li>',
    );
    expect(read(`versions/index/${first}`)).toContain('<li>What holds now: <a href="/">');
    expect(html).toContain(`What came later: <a href="/versions/data/${second}/">`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<h2 id="how-long-data-is-kept"><a href="#how-long-data-is-kept">');
    expect(html).toContain('<th role="rowheader" scope="row">Canceled paid accounts</th>');
    expect(text).toContain("90 days after cancellation");
    expect(text).toMatch(
      /Citation .*, “What we collect”, version of January 10, 2026, https:\/\/\S+\/versions\/data\/2026-01-10\/ SHA-256 of its text: [0-9a-f]{64}/,
    );
    expect(textOf(read(`versions/rights/${first}`))).toContain(
      "This is how the page stood from January 10, 2026 until it was removed on February 10, 2026.",
    );
  });

  test("there is one for each text that differs, and one for each day with what was in force", () => {
    expect(
      globSync("versions/**/index.html", { cwd: built })
        .map((file) => file.replaceAll("\\", "/"))
        .sort(),
    ).toEqual([
      ...[first, second, third].map((date) => `versions/${date}/index.html`),
      `versions/contacts/${second}/index.html`,
      "versions/contacts/index.html",
      ...[first, second, third].map((date) => `versions/data/${date}/index.html`),
      "versions/data/index.html",
      `versions/hosting/${second}/index.html`,
      "versions/hosting/index.html",
      `versions/index/${first}/index.html`,
      "versions/index/index.html",
      `versions/rights/${first}/index.html`,
      "versions/rights/index.html",
      `versions/statements/privacy-shield/${first}/index.html`,
      "versions/statements/privacy-shield/index.html",
      `versions/terms/${first}/index.html`,
      "versions/terms/index.html",
    ]);
    expect(textOf(read(`versions/${third}`)), "the third does not hold yet").toContain(
      "What we collect February 10, 2026 February 10, 2026",
    );
    const ofFirst = textOf(/<main.*<\/main>/s.exec(read(`versions/${first}`))?.[0] ?? "");
    expect(ofFirst, "what was another then").toContain("What we collect January 10, 2026");
    expect(ofFirst, "what was there then").toContain("Rights January 10, 2026");
    expect(ofFirst, "what was the same").not.toContain("Home");
    expect(ofFirst).toContain("The other pages were in the same versions as on March 10, 2026 .");
    expect(read(`versions/${first}`)).toContain('href="/changes/">All versions</a>');
    expect(textOf(read(`versions/${second}`))).toContain(
      "All pages were in the same versions as on March 10, 2026 .",
    );
  });

  test("the foot of a page names its version, and leads to what changed and to its text", () => {
    expect(/(?:V|Changed since the v)ersion of.*?cite<\/a>/.exec(read("data"))?.[0]).toBe(
      /* What the test released is not what the page says, as is known where that is kept, too. */
      `${existsSync(join(built, "data/index.md")) ? "Changed since the v" : "V"}ersion of March 10, 2026 · <a href="/changes/${third}/">what changed</a> · <a href="/versions/data/${third}/">cite</a>`,
    );
    expect(/<footer.*<\/footer>/s.exec(read("security"))?.[0]).not.toContain("/changes/");
  });

  test("a text that does not hold yet says so, with what applies until then", () => {
    expect(textOf(read("data"))).toContain(
      "This text takes effect on December 1, 2026. Until then, the version of February 10, 2026 applies.",
    );
    expect(textOf(read("hosting"))).not.toContain("takes effect");
    /* Wherever it stands. */
    const notice = `**This text takes effect on December 1, 2026.** Until then, the [version of February 10, 2026](/versions/data/${second}/) applies.`;
    const file = (name: string) => readFileSync(join(built, name), "utf8");
    expect(read("everything").split("takes effect")).toHaveLength(2);
    expect(read("everything")).toMatch(
      /<h2 id="data"[^>]*>.*?<\/h2>\s*<p[^>]*><strong>This text takes effect on December 1, 2026\.<\/strong> Until then, the <a href="\/versions\/data\/2026-02-10\/">/,
    );
    expect(file("data/index.md")).toMatch(new RegExp(`^> ${RegExp.escape(notice)}\n\n# `));
    expect(file("llms-full.txt")).toContain(`/data/>\n\n> ${notice}\n\n# `);
    const { pages } = JSON.parse(file("centre.json")) as {
      pages: { id: string; notice?: string }[];
    };
    expect(pages.filter((page) => page.notice !== undefined)).toEqual([
      expect.objectContaining({ id: "data", holdsFrom: "2026-12-01", notice }),
    ]);
    const applies = textOf(read(`versions/data/${second}`));
    expect(applies).toContain("In force from February 10, 2026 until December 1, 2026.");
    expect(applies).toContain("What holds from December 1, 2026: What we collect");
    expect(applies, "it holds itself").not.toContain("What holds now");
    expect(read(`versions/data/${first}`)).toContain(
      `<li>What holds until December 1, 2026: <a href="/versions/data/${second}/">February 10, 2026</a></li>`,
    );
    expect(textOf(read(`versions/${third}`))).toContain(
      "Published by then, in force later Page Version In force from What we collect March 10, 2026 December 1, 2026",
    );
  });

  test("feeds have each release with its redline, and addresses that are whole", () => {
    const atom = readFileSync(join(built, "changes/feed.xml"), "utf8");
    expect(atom.match(/<updated>.*?<\/updated>/g)).toEqual(
      [third, third, second, first].map((date) => `<updated>${date}T00:00:00.000Z</updated>`),
    );
    expect(textOf(atom)).toContain("Canceled paid accounts: 90 → 60 days");
    const { version, items } = JSON.parse(
      readFileSync(join(built, "changes/feed.json"), "utf8"),
    ) as { version: string; items: { url: string; content_html: string }[] };
    expect(version).toContain("jsonfeed.org/version/1");
    expect(items.map(({ url }) => new URL(url).pathname)).toEqual(
      [third, second, first].map((date) => `/changes/${date}/`),
    );
    expect(items[1]?.content_html).toMatch(/<del>.*90.*<\/del> <ins>.*60.*<\/ins> days after/);
    expect(items.map(({ content_html }) => content_html).join("")).not.toContain('href="/');
  });

  test("a page has a list of its versions, which every version and redline of it leads to", () => {
    const html = read("versions/data");
    const list = textOf(/<main.*<\/main>/s.exec(html)?.[0] ?? "");
    expect(list).toMatch(
      /Versions of “What we collect” .* feed reader .* March 10, 2026 We say it better\. Editorial .* February 10, 2026 We keep it shorter\. .* Canceled paid accounts: 90 → 60 days .* January 10, 2026 It begins\. .* Draft · what changed This page is new\. Read this version/,
    );
    expect(html).toContain(`<a href="/changes/${second}/#data">what changed</a>`);
    for (const path of ["versions/data", `versions/data/${first}`])
      expect(read(path)).toMatch(
        /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\/versions\/data\/feed\.xml">/,
      );
    for (const path of [`versions/data/${first}`, `changes/${second}`, `versions/${first}`])
      expect(read(path)).toContain('href="/versions/data/"');
    expect(read("changes")).toContain('href="/changes/feed.json">');
    const { items } = JSON.parse(
      readFileSync(join(built, "versions/hosting/feed.json"), "utf8"),
    ) as { items: { url: string }[] };
    expect(items.map(({ url }) => new URL(url).pathname + new URL(url).hash)).toEqual([
      `/changes/${second}/#hosting`,
    ]);
  });

  test("calendars are given the days from which releases hold", () => {
    expect(read("changes")).toContain('href="/changes/calendar.ics"');
    const calendar = readFileSync(join(built, "changes/calendar.ics"), "utf8");
    expect(calendar.match(/DTSTART[^\n]*/g)).toEqual(
      [first, second, "2026-12-01"].map((day) => `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}\r`),
    );
  });

  test("no version is in the sitemap or in the search", () => {
    const sitemap = readFileSync(join(built, "sitemap-0.xml"), "utf8");
    expect(sitemap).toContain("/changes/</loc>");
    expect(sitemap).not.toContain("/versions/");
  });

  test("every page of them is valid HTML, and links only to what is there", async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const files = globSync("{changes,versions}/**/*.html", { cwd: built });
    expect(files).toHaveLength(23);
    for (const file of files) {
      const { results } = await validator.validateFile(join(built, file));
      expect(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        file,
      ).toEqual([]);
      const html = readFileSync(join(built, file), "utf8");
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, file).toBe(ids.length);
      for (const [, target = ""] of html.matchAll(/ href="(\/[^"#]*)[^"]*"/g))
        expect(
          existsSync(join(built, target.endsWith("/") ? `${target}index.html` : target)) || target,
          file,
        ).toBe(true);
    }
  });

  test("without a script, there is a way from each version to what it changed", async ({
    browser,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/changes/`);
    await page.getByText("Compare two versions").click();
    expect(await page.getByRole("group").first().getByRole("link").allInnerTexts()).toEqual([
      "February 10, 2026 → March 10, 2026",
      "January 10, 2026 → February 10, 2026",
      "January 10, 2026 (the first)",
    ]);
    await page.getByText("Check a text or a citation").click();
    await expect(page.getByText("if its own SHA-256 is the same")).toBeVisible();
    /* Where a link has two lines, the bullet stands by the first: as does what is written before it. */
    await page.setViewportSize({ width: 320, height: 640 });
    const [written, linked] = await page
      .locator("#Content .prose li:has(> .alone)")
      .last()
      .evaluate((entry) => {
        const link = entry.querySelector("a");
        if (link) {
          link.textContent = "What it is called ".repeat(9);
          link.style.maxWidth = "60%";
        }
        entry.prepend("I");
        return [entry.firstChild, link].map((node) => {
          const range = document.createRange();
          if (node) range.selectNodeContents(node);
          return range.getClientRects()[0]?.top ?? 0;
        });
      });
    expect(Math.abs((written ?? 0) - (linked ?? 99))).toBeLessThan(3);
    await page.goto(`${origin}/versions/data/${first}/`);
    await expect(page.getByText("SHA-256 of its text")).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy" })).toBeHidden();
    const width = await page.evaluate(() => {
      const column = document.querySelector("thead th");
      if (column) column.textContent = "Abcdefghijklmnopqrstuvwxyz".repeat(3);
      return document.documentElement.scrollWidth;
    });
    expect(width, "with a word in a table that is wider").toBe(320);
    await page.close();
  });

  test("any two days are compared in the page, by an address to share", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/changes/`);
    await page.getByText("Compare two versions").focus();
    expect(asked.filter((path) => /\.(?:js|json|md)$/.test(path))).toEqual([]);
    await page.keyboard.press("Enter");
    const form = page.locator("compare-versions");
    await form.getByLabel("One day").selectOption("March 10, 2026");
    await form.getByLabel("Another day").selectOption("January 10, 2026");
    await form.getByRole("button").press("Enter");
    await expect(form.getByRole("status")).toHaveText("4 pages differ.");
    await expect(form.getByRole("heading")).toHaveText([
      "January 10, 2026 → March 10, 2026",
      ...["Terms", "What we collect", "Hosting", "Rights"],
    ]);
    await expect(form).toContainText("This page moved here from /terms/.");
    await expect(form).toContainText("Canceled paid accounts");
    await expect(form.locator("dl del").first()).toHaveText(" [removed:] 90 [end of change] ");
    await expect(form.locator("dl del").first()).toHaveCSS("text-decoration-line", "line-through");
    await expect(form).toContainText("This page was removed.");
    expect(asked.filter((path) => path.endsWith(".md")).sort()).toEqual([
      `/versions/contacts/${second}/index.md`,
      `/versions/data/${first}/index.md`,
      `/versions/data/${third}/index.md`,
      `/versions/terms/${first}/index.md`,
    ]);
    /* By the path and the title that it had, too. */
    for (const title of ["Contacts", "Terms"]) {
      await form.getByLabel("Page").selectOption(title);
      await form.getByRole("button").press("Enter");
      await expect(form.getByRole("status")).toHaveText("1 page differs.");
      await expect(form).toContainText("This page moved here from /terms/.");
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);

    /* What the address leads to, where somebody else opens it. */
    await page.goto("about:blank");
    await page.goto(`${origin}/changes/#page=/data/&from=${first}&to=${second}.`);
    await expect(form.getByRole("status")).toHaveText("1 page differs.");
    const shown = await form.locator(".redline").evaluate(({ innerHTML }) => innerHTML);
    expect(read(`changes/${second}`), "marked as where a release tells it").toContain(shown);
    await expect(form.getByLabel("Page")).toHaveValue("/data/");
    await page.goto(`${origin}/changes/#from=${second}&to=now`);
    await expect(form).toContainText("February 10, 2026 → Now");
    for (const unknown of ["from=2026-01-11&to=now", `page=/x/&from=${first}&to=${third}`]) {
      await page.goto(`${origin}/changes/#${unknown}`);
      await expect(form.getByRole("status")).toContainText("no two days");
      await expect(form.getByRole("heading")).toHaveCount(0);
    }
    await page.goto(`${origin}/changes/#from=${first}&to=${first}`);
    await expect(form.getByRole("status")).toHaveText("Nothing differs.");
    await page.route("**/versions/data/**", (route) => route.fulfill({ body: "# Forged\n" }));
    await page.goto(`${origin}/changes/#from=${second}&to=${third}`);
    await expect(form.getByRole("status")).toContainText("could not be fetched");
  });

  test("a text, a file or a citation is checked in the page, in the words of the command", async ({
    page,
  }) => {
    await page.goto(`${origin}/changes/`);
    await page.getByText("Check a text or a citation").press("Enter");
    const form = page.locator("verify-text");
    const [given, said] = [form.getByRole("textbox"), form.getByRole("status")];
    const check = async (text: string) => {
      await given.fill(text);
      await expect(said).toBeEmpty();
      await form.getByRole("button", { name: "Check" }).click();
    };
    const asked: string[] = [];
    await check("");
    await expect(said).toHaveText("Enter a text or a citation, or choose a file.");
    page.on("request", (request) => asked.push(request.url()));
    const cited = textOf(read(`versions/data/${first}`)).replace(
      /^.* Citation (.*?[0-9a-f]{64}).*$/,
      "$1",
    );
    const found =
      "This is the text of /data/ (“What we collect”) that was published on January 10, 2026 and stood there until February 10, 2026.";
    expect(
      execSync(`node src/cli/verify.ts ${built}/versions/data/${first}/index.md`, {
        env: { ...process.env, CONTENT_DIR: folder },
        encoding: "utf8",
      }),
    ).toBe(`${found}\n`);
    const text = readFileSync(join(built, `versions/data/${first}/index.md`), "utf8");
    for (const copy of [cited, text, text.trimEnd(), text.replaceAll("\n", "\r\n")]) {
      await check(copy);
      await expect(said).toHaveText(found);
    }
    for (const [other, told] of [
      [
        text.replace("90 days", "90\u00a0days"),
        /^No release has published a text with the SHA-256/,
      ],
      [
        cited.replace("2026-01-10/", "2026-01-11/"),
        /^No release has published what \/versions\/data\/2026-01-11\//,
      ],
      [cited.replace(/[0-9a-f]{64}/, "0".repeat(64)), /^The text of \/data\/ .* and not 0+\.$/],
    ] as const) {
      await check(other);
      await expect(said).toHaveText(told);
    }
    const choose = (content: string) =>
      form
        .getByLabel("Or a file")
        .setInputFiles({ name: "a.md", mimeType: "text/markdown", buffer: Buffer.from(content) });
    await choose(`\ufeff${text.replaceAll("\n", "\r\n")}`);
    await expect(said).toHaveText(found);
    await choose(`${text}\n${"More words.\n".repeat(450_000)}`);
    await expect(said).toHaveText(/^No release has published a text/);
    await expect(given).toHaveValue("");
    expect(asked, "nothing leaves the page").toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });

  test("a citation is copied by a button, which says so", async ({ page }) => {
    await page.goto(`${origin}/versions/data/${first}/`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const citation = page.locator("copy-citation");
    await citation.getByRole("button", { name: "Copy the citation" }).press("Enter");
    await expect(citation.getByRole("status")).toHaveText("The citation is copied.");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^.*, “What we collect”, version of January 10, 2026, https:\/\/\S+\/versions\/data\/2026-01-10\/\nSHA-256 of its text: [0-9a-f]{64}$/,
    );
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      Object.assign(document, { execCommand: () => false });
    });
    await page.reload();
    await citation.getByRole("button").click();
    await expect(citation.getByRole("status")).toContainText("The citation is selected");
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(copied);
    await page.getByRole("link", { name: "as a file" }).click();
    await expect(page.getByText("## [How long data is kept]")).toBeVisible();
  });

  test("they have no barrier that axe finds", async ({ page }) => {
    for (const path of [
      "changes/",
      `changes/${second}/`,
      `changes/${third}/`,
      "versions/data/",
      `versions/data/${first}/`,
      `versions/${third}/`,
    ]) {
      await page.goto(`${origin}/${path}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
        path,
      ).toEqual([]);
    }
  });
});
