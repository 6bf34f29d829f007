import { firstView } from "../../src/centre/first-view.ts";
import { contentFolder } from "../../src/environment.ts";
import { execFile, spawn, type ChildProcess } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { writeQuestions } from "../bench/questions.ts";
import { facts, pathShowing, questions } from "../content/read.ts";
import { ask } from "../hosting/ask.ts";
import { hosts, start } from "../hosting/servers.ts";
import { unavailable } from "../machine.ts";

/* Contents of so many questions that one page cannot hold them; within the project, where MDX finds
   its packages. */
const root = ".bench/tests";
const topics = facts("topics").map(({ id }) => String(id));
/** A page that links to one of them. */
const linking = basename(pathShowing("HostingMap"));
const [moved = "", first] = [questions[0]?.id, questions[1]];

const build = async (name: string, count: number): Promise<string> => {
  const content = join(root, name, "content");
  const site = join(root, name, "dist");
  rmSync(join(root, name), { recursive: true, force: true });
  cpSync(contentFolder, content, { recursive: true });
  writeQuestions(join(content, "faq"), count, topics);
  const file = join(content, "faq", `${moved}.mdx`);
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/^owner:/m, "formerly: [old-name]\nowner:"),
  );
  const page = join(content, `pages/${linking}.mdx`);
  writeFileSync(page, `${readFileSync(page, "utf8")}\nRead [more](/faq/#${moved}).\n`);
  /* A topic with a single question. */
  appendFileSync(join(content, "facts/topics.yaml"), "\n- id: single\n  title: Single\n");
  const single = join(content, "faq/generated-2.mdx");
  writeFileSync(single, readFileSync(single, "utf8").replace(/^topic: .*/m, "topic: single"));
  /* An answer without components, which is rendered in another way. */
  const answer = join(content, "faq/generated-1.mdx");
  writeFileSync(
    answer,
    `${readFileSync(answer, "utf8")}\nRead [more](/faq/#old-name) on [this](/faq/#topic-${String(topics[0])}), and [what](/faq/) else there is.\n`,
  );
  await promisify(execFile)("npm", ["run", "build"], {
    env: { ...process.env, CONTENT_DIR: content, DIST_DIR: site },
    shell: process.platform === "win32",
  });
  return site;
};

/** As it is sent. */
const bytesOf = (path: string) => statSync(`${path}.br`).size;

/** Whether the file of a page only leads on: it is sent as it is, by hosts that cannot answer 301. */
const isRedirect = (path: string) => readFileSync(path, "utf8").includes('http-equiv="refresh"');

/** The files of pages below /faq/ that are read. */
const pagesOfQuestions = (site: string) =>
  globSync("faq/**/*.html", { cwd: site }).filter((name) => !isRedirect(join(site, name)));

/** Pages below /faq/, and that itself, that take more than a first view may. */
const tooLarge = (site: string) =>
  pagesOfQuestions(site).filter((name) => bytesOf(join(site, name)) > firstView.page);

const read = (site: string, path: string) => readFileSync(join(site, path, "index.html"), "utf8");

/** How many scripts the page of questions runs at once, and whether visitors are told of a second. */
const scriptsOfQuestions = (site: string) => ({
  run: read(site, "faq").split("<script>").length - 1,
  isSecondTold: /requests\. The page of questions runs a second one/.test(
    read(site, "this-site").replaceAll(/\s+/g, " "),
  ),
});

test.describe("questions that one page cannot hold", () => {
  test.describe.configure({ mode: "serial" });
  let site: string;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    site = await build("some", 40);
  });

  test("stand on pages within their bounds", () => {
    expect(pagesOfQuestions(site).length).toBeGreaterThan(topics.length);
    expect(tooLarge(site)).toEqual([]);
  });

  test("are in the JSON file with their answers, each from the text of its page", () => {
    const { questions: all } = JSON.parse(readFileSync(join(site, "centre.json"), "utf8")) as {
      questions: { id: string; address: string; answer: string }[];
    };
    expect(all.length).toBe(questions.length + 40);
    for (const { id, address, answer } of all) {
      const text = readFileSync(join(site, new URL(address).pathname, "index.md"), "utf8");
      expect(answer.trim(), id).not.toBe("");
      expect(text, address).toContain(answer.trim());
    }
  });

  test("are each named at their permanent address, one step from the answer", () => {
    const html = read(site, "faq");
    for (const { id, question } of questions) {
      const [, href = "", words = ""] =
        new RegExp(`<li id="${id}"[^>]*>.*?<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>`, "s").exec(
          html,
        ) ?? [];
      expect(words.replaceAll("&#39;", "'").trim(), id).toBe(question);
      const [path = "", fragment] = href.split("#");
      const answer = read(site, path);
      expect(answer, href).toContain('itemprop="acceptedAnswer"');
      if (fragment !== undefined) expect(answer).toMatch(new RegExp(`<h3 id="?${id}`));
    }
    expect(html, "a former id").toContain('<span id="old-name">');
  });

  test("are listed above their answers from two on", () => {
    for (const topic of [...topics, "single"]) {
      const html = read(site, `faq/${topic}`);
      if (!html.includes("acceptedAnswer")) continue;
      expect(html.includes('class="contents'), topic).toBe(topic !== "single");
    }
  });

  test("are linked to from the content where they are answered", () => {
    const [, href] = /<a href="([^"]+)">more<\/a>/.exec(read(site, linking)) ?? [];
    expect(href).toMatch(new RegExp(`^/faq/(?:[a-z-]+/#)?${moved}/?$`));
    const file = globSync("faq/**/*.html", { cwd: site }).find((name) =>
      readFileSync(join(site, name), "utf8").includes("</a> else there is"),
    );
    const html = readFileSync(join(site, String(file)), "utf8");
    expect(/<a href="([^"]+)">more<\/a> on/.exec(html)?.[1]).toBe(href);
    expect(html).toContain(`<a href="/faq/${String(topics[0])}/">this</a>`);
    expect(html).toContain('<a href="/faq/">what</a>');
  });

  test("have each of their addresses, whether answered there or led on from", () => {
    for (const id of [...questions.map(({ id }) => id), "old-name", "generated-7"]) {
      const html = read(site, `faq/${id}`);
      const [, to] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html) ?? [];
      if (to === undefined) {
        expect(html, id).toContain('itemprop="acceptedAnswer"');
        continue;
      }
      const [path = "", fragment] = to.split("#");
      const answer = read(site, path);
      expect(answer, id).toContain('itemprop="acceptedAnswer"');
      if (fragment !== undefined) expect(answer, id).toMatch(new RegExp(`<h3 id="?${fragment}`));
    }
    for (const topic of topics) {
      expect(read(site, `faq/${topic}`)).not.toContain('http-equiv="refresh"');
      expect(read(site, `faq/${topic}/9`)).toContain(`content="0; url=/faq/${topic}/"`);
    }
  });

  test("need one script as any page does, and visitors are told of one", () => {
    expect(scriptsOfQuestions(site)).toEqual({ run: 1, isSecondTold: false });
  });

  test("are data where they hold no component, which costs the build less than a module", () => {
    const modules = readFileSync(".astro/content-modules.mjs", "utf8");
    expect(modules, "a page with components").toContain("pages/contacts.mdx");
    expect(modules).not.toMatch(/generated-\d+\.mdx/);
  });

  test("are all on the page that holds everything", () => {
    const html = read(site, "everything");
    for (const { id } of questions) expect(html).toContain(`faq_${id}`);
  });
});

test.describe("questions that one page cannot even name", () => {
  test.describe.configure({ mode: "serial" });
  const port = Number(process.env["PORT"] ?? 4399) + 2;
  const at = (path: string) => `http://localhost:${String(port)}${path}`;
  let site: string;
  let server: ChildProcess | undefined;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    site = await build("many", 260);
    server = spawn("node", ["src/cli/serve.ts"], {
      env: { ...process.env, DIST_DIR: site, PORT: String(port) },
      stdio: "ignore",
    });
    await expect
      .poll(async () => (await fetch(at("/")).catch(() => undefined))?.status, { timeout: 20_000 })
      .toBe(200);
  });

  test.afterAll(() => {
    server?.kill();
  });

  test("leave what Apache reads for each answer short, and each page with a policy", async () => {
    expect(statSync(join(site, ".htaccess")).size, "bytes").toBeLessThan(10_000);
    test.skip(...unavailable("apache2"));
    const apache = await start(hosts.apache, site);
    try {
      for (const path of ["/", "/faq/generated-7/", "/nowhere/"]) {
        const { headers } = await ask(apache.url, path, { headers: { "accept-encoding": "br" } });
        expect(headers["content-encoding"], path).toBe("br");
        expect(headers["content-security-policy"], path).toContain("style-src 'unsafe-inline'");
      }
      const { headers } = await ask(apache.url, "/robots.txt");
      expect(headers["content-security-policy"]).not.toContain("style-src");
    } finally {
      await apache.stop();
    }
  });

  test("keep every page within its bound, lists of them too", () => {
    expect(tooLarge(site)).toEqual([]);
    for (const topic of topics) expect(read(site, `faq/${topic}`)).toContain("/faq/");
  });

  test("are compressed once and for all, as all that is searched through is", () => {
    const names = globSync("{**/*.html,pagefind/**/*.{json,pagefind,pf_index}}", {
      cwd: site,
    }).filter((name) => !isRedirect(join(site, name)));
    expect(names.length).toBeGreaterThan(260);
    for (const name of names) {
      const file = (ending: string) => readFileSync(join(site, `${name}${ending}`));
      const [whole, br] = [file(""), file(".br")];
      expect(brotliDecompressSync(br).equals(whole), name).toBe(true);
      /* Pages as they stood are many, and browsers take brotli. */
      if (name.startsWith("versions")) {
        expect(existsSync(join(site, `${name}.gz`)), name).toBe(false);
        continue;
      }
      const gz = file(".gz");
      expect(gunzipSync(gz).equals(whole), name).toBe(true);
      expect(gz[9], "the system it was made on: any").toBe(255);
      expect(br.length, name).toBeLessThan(gz.length);
    }
  });

  test("are reached by their permanent address, and by a former one", async ({ page }) => {
    for (const id of [first?.id, "old-name", "generated-7"]) {
      await page.goto(at(`/faq/#${String(id)}`));
      const [name, title] =
        id === "old-name" ? [moved, questions[0]?.question] : [String(id), first?.question];
      await expect(page).toHaveURL(new RegExp(`/faq/(?:[a-z-]+/#)?${name}/?$`));
      if (id !== "generated-7")
        await expect(page.getByRole("heading", { name: String(title) })).toBeInViewport();
    }
  });

  test("are reached by the address that they have on their topic's page", async ({ page }) => {
    const topic = String(topics[0]);
    const [, last = ""] = /.*<li id="(generated-\d+)"/s.exec(read(site, `faq/${topic}`)) ?? [];
    expect(last).not.toBe("");
    /* By a part of the list that there is not any more, too. */
    for (const path of [`/faq/${topic}/`, `/faq/${topic}/9/`]) {
      await page.goto(at(`${path}#${last}`));
      await expect(page).toHaveURL(at(`/faq/${topic}/#${last}`));
      await expect(page.locator(`#${last}`)).toBeInViewport();
    }
    /* And where the list does not name it. */
    await page.goto(at(`/faq/${topic}/#generated-7`));
    await expect(page).toHaveURL(at("/faq/generated-7/"));
  });

  test("lead nowhere else than to answers, without scripts", async () => {
    for (const [path, to] of [
      ["/faq/old-name/", `/faq/${moved}/`],
      [`/faq/${String(topics[0])}/9/`, `/faq/${String(topics[0])}/`],
    ] as const) {
      const answer = await fetch(at(path), { redirect: "manual" });
      expect([answer.status, answer.headers.get("location")]).toEqual([301, to]);
    }
  });

  test("are easy to hit in the list of their topic", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(at(`/faq/${String(topics[0])}/`));
    const heights = await page
      .locator("main li[id] a")
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.min(...heights), "pixels (WCAG 2.5.8)").toBeGreaterThanOrEqual(24);
  });

  test("are all named by the pages of their topic, part by part", () => {
    const named = [...topics, "single"].flatMap((topic) =>
      globSync(`faq/${topic}/**/index.html`, { cwd: site }).flatMap((name) =>
        [...readFileSync(join(site, name), "utf8").matchAll(/<(?:li|h3) id="([a-z0-9-]+)"/g)].map(
          ([, id]) => id,
        ),
      ),
    );
    for (const { id } of questions) expect(named).toContain(id);
    for (let number = 1; number <= 260; number += 1)
      expect(named).toContain(`generated-${String(number)}`);
  });

  test("are led to by a second script, of which visitors are told", () => {
    expect(scriptsOfQuestions(site)).toEqual({ run: 2, isSecondTold: true });
  });

  test("leave the page that holds everything with the way to them", () => {
    expect(read(site, "everything")).toContain(`href="/faq/${String(topics[0])}/"`);
  });
});
