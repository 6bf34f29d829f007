import { execSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { preview } from "vite";
import { freePort, hosts, start } from "../hosting/servers.ts";

/*
 * A copy of a sound centre in which a page and a question have moved; within the project, where MDX
 * finds its packages.
 */
const folder = "test-results/moved/content";
const built = "test-results/moved/dist";

const sound = "tests/fixtures/sound";
const formerPage = "hosting";
/* The last, which is out of sight unless one is led to it. */
const asked = "who-to-contact";

const rewrite = (name: string, change: (text: string) => string) => {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
};
const listFormer = (name: string, id: string) => {
  rewrite(name, (text) =>
    text.replace(/^formerly:.*\n/m, "").replace(/^owner:/m, `formerly: [${id}]\nowner:`),
  );
};

test.describe("what has moved keeps its old address", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });

  test.beforeAll(() => {
    rmSync("test-results/moved", { recursive: true, force: true });
    cpSync(sound, folder, { recursive: true });
    renameSync(join(folder, `pages/${formerPage}.mdx`), join(folder, "pages/new-home.mdx"));
    listFormer("pages/new-home.mdx", formerPage);
    listFormer(`faq/${asked}.mdx`, "old-question");
    rewrite("pages/new-home.mdx", (text) => `${text}\n## Regions in use\n\nThese are in use.\n`);
    rewrite(
      "pages/security.mdx",
      (text) =>
        `${text}\nRead about [the regions](/${formerPage}/#regions-in-use), and [whom to ask](/faq/${asked}/).\n`,
    );
    for (const name of globSync("**/*.mdx", { cwd: folder }))
      rewrite(name, (text) =>
        text
          .replaceAll(`page="${formerPage}"`, 'page="new-home"')
          .replaceAll(`replacedBy: ${formerPage}\n`, "replacedBy: new-home\n"),
      );
    execSync("npm run build", {
      env: { ...process.env, CONTENT_DIR: folder, DIST_DIR: built },
      stdio: "pipe",
    });
  });

  const read = (path: string) => readFileSync(join(built, path, "index.html"), "utf8");

  test("a page that leads on says where to, and that it is not to be found", async ({ page }) => {
    const old = read(formerPage);
    expect(old).toContain('<meta http-equiv="refresh" content="0; url=/new-home/">');
    expect(old).toMatch(/<link rel="canonical" href="https:\/\/[^"]+\/new-home\/">/);
    expect(old).toContain('<meta name="robots" content="noindex">');
    await page.setContent(
      old.replace(/<meta http-equiv="refresh"[^>]*>/, "").replace(/<script>.*<\/script>/s, ""),
    );
    await expect(page.getByRole("link")).toHaveAttribute("href", "/new-home/");
  });

  test("what leads on is in no sitemap, no search and no figures, and small", () => {
    const led = globSync("**/*.html", { cwd: built })
      .map((name) => `/${name.replaceAll("\\", "/").replace(/index\.html$/, "")}`)
      .filter((path) => path.endsWith("/") && read(path).includes('http-equiv="refresh"'));
    expect(led).toEqual(expect.arrayContaining(["/hosting/", "/faq/old-question/"]));
    const sitemap = readFileSync(join(built, "sitemap-0.xml"), "utf8");
    const indexed = globSync("pagefind/fragment/*/*", { cwd: built })
      .map((name) => readFileSync(join(built, name)))
      .map((bytes) => gunzipSync(bytes).toString());
    const measured = read("this-site");
    expect(sitemap).toContain("/new-home/</loc>");
    expect(indexed.join()).toContain('"url":"/new-home/"');
    expect(measured).toContain("/new-home/");
    for (const path of led) {
      expect(sitemap).not.toContain(`${path}</loc>`);
      expect(indexed.join()).not.toContain(`"url":"${path}"`);
      expect(measured).not.toContain(`>${path}<`);
      expect(Buffer.byteLength(read(path)), path).toBeLessThan(2_000);
    }
  });

  test("links in the content lead to where something is now without a step between", () => {
    expect(read("security")).toContain('<a href="/new-home/#regions-in-use">the regions</a>');
    expect(read("security")).toContain(`<a href="/faq/#${asked}">whom to ask</a>`);
  });

  test("a centre that makes no statement on accessibility has no page for one, and no link", () => {
    expect(existsSync(join(folder, "facts/accessibility.yaml"))).toBe(false);
    expect(existsSync(join(built, "accessibility"))).toBe(false);
    for (const name of ["index.html", "everything/index.html", "sitemap-0.xml"])
      expect(readFileSync(join(built, name), "utf8")).not.toContain("/accessibility/");
  });

  /* Each is asked for as a browser asks, on a host that answers 301 and on one that cannot. */
  const ways = [
    ["a page's former address", "/hosting/", "/new-home/", "h1"],
    [
      "a part of a page by its former address",
      "/hosting/#regions-in-use",
      "/new-home/#regions-in-use",
      "#regions-in-use",
    ],
    [
      "what else was asked for",
      "/hosting/?from=mail#regions-in-use",
      "/new-home/?from=mail#regions-in-use",
      "#regions-in-use",
    ],
    ["a question's own address", `/faq/${asked}/`, `/faq/#${asked}`, `#${asked}`],
    [
      "a question's former address of its own",
      "/faq/old-question/?a=b",
      `/faq/?a=b#${asked}`,
      `#${asked}`,
    ],
    ["a question's former address", "/faq/#old-question", "/faq/#old-question", `#${asked}`],
    [
      "a question on its topic's page",
      `/faq/contact-channels/#${asked}`,
      `/faq/#${asked}`,
      `#${asked}`,
    ],
    [
      "a question on a further page of its topic",
      `/faq/contact-channels/4/#${asked}`,
      `/faq/#${asked}`,
      `#${asked}`,
    ],
  ] as const;

  const hostsThat = {
    "answers 301": async () => {
      const { url, stop } = await start(hosts["npm start"], built);
      return { url, stop };
    },
    "sends the page that leads on": async () => {
      const port = await freePort();
      const server = await preview({
        configFile: false,
        logLevel: "silent",
        appType: "mpa",
        build: { outDir: built },
        preview: { host: "127.0.0.1", port },
      });
      return { url: `http://localhost:${String(port)}`, stop: () => server.close() };
    },
  };

  for (const [name, host] of Object.entries(hostsThat))
    test.describe(`on a host that ${name}`, () => {
      let server: Awaited<ReturnType<typeof host>>;
      test.beforeAll(async () => {
        server = await host();
      });
      test.afterAll(() => server.stop());

      for (const [what, from, to, shown] of ways)
        test(`${what} arrives`, async ({ page }) => {
          const complaints: string[] = [];
          page.on("console", (message) => {
            if (message.type() === "error") complaints.push(message.text());
          });
          await page.goto(server.url + from);
          await expect(page).toHaveURL(server.url + to);
          await expect(page.locator(shown)).toBeInViewport();
          expect(complaints).toEqual([]);
        });

      test("going back does not lead on again", async ({ page }) => {
        await page.goto(`${server.url}/data/`);
        await page.evaluate((path) => {
          location.href = path;
        }, `/faq/${asked}/`);
        await expect(page).toHaveURL(`${server.url}/faq/#${asked}`);
        await page.goBack();
        await expect(page).toHaveURL(`${server.url}/data/`);
      });
    });

  test.describe("without scripts, on a host that cannot answer 301", () => {
    test.use({ javaScriptEnabled: false });

    test("pages, questions and topics are led to", async ({ page }) => {
      const server = await hostsThat["sends the page that leads on"]();
      try {
        for (const [from, to] of [
          ["/hosting/", "/new-home/"],
          [`/faq/${asked}/`, `/faq/#${asked}`],
          ["/faq/contact-channels/", "/faq/#topic-contact-channels"],
        ] as const) {
          await page.goto(server.url + from);
          await expect(page).toHaveURL(server.url + to);
        }
      } finally {
        await server.stop();
      }
    });
  });
});
