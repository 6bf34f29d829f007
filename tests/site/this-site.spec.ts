import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, type Page, type Request } from "@playwright/test";
import { firstView } from "../../src/centre/first-view.ts";
import { billOfMaterials } from "../../src/sbom/bill-of-materials.ts";
import { readLockfile } from "../../src/sbom/lockfile.ts";
import { site, words } from "../content/read.ts";
import { decode, dist, elements, pages, type BuiltPage } from "./pages.ts";
import { fetched, roundTrip } from "./round-trip.ts";
import { test } from "./watch.ts";

const path = "/this-site/";

/** The cells of a table on the page, row by row, as a reader sees them. */
const cells = async (page: Page, caption: string): Promise<string[][]> => {
  await page.goto(path);
  const rows = page.getByRole("table", { name: caption }).locator("tbody tr");
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
};

/** Matches a phrase whose values are these numbers, and takes out what stands in their places. */
const numbersIn = (text: string, phrase: (...values: number[]) => string, count: number) => {
  /* Two numbers that no phrase holds, and that are plural in any language. */
  const probes = [4_321, 8_765].slice(0, count);
  const pattern = probes.reduce(
    (pattern, probe) => pattern.replace(words.number(probe), "([\\d.,]+)"),
    phrase(...probes).replaceAll(/[\\^$*+?()[\]{}|]/g, "\\$&"),
  );
  const found = new RegExp(pattern).exec(text)?.slice(1) ?? [];
  expect(found, text).toHaveLength(count);
  return found.map(figure);
};

const figure = (text = ""): number => Number(text.replaceAll(/[.,]/g, ""));

/** Everything that a browser asks for when it opens a page, but for the site's icon. */
const asked = async (page: Page, address: string): Promise<Request[]> => {
  const requests: Request[] = [];
  const note = (request: Request) => {
    if (!request.url().endsWith("/icon.svg")) requests.push(request);
  };
  page.on("requestfinished", note);
  await page.goto(address, { waitUntil: "networkidle" });
  page.off("requestfinished", note);
  return requests;
};

const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0);

const received = async (requests: readonly Request[]): Promise<number> =>
  total(
    await Promise.all(requests.map(async (request) => (await request.sizes()).responseBodySize)),
  );

/** Bytes of script, once unpacked, that a browser ran on its own: in files, and within the page. */
const scriptRun = async (page: Page, requests: readonly Request[]): Promise<number> => {
  const files = requests.filter((request) =>
    /\.js$|\/wasm\.[^/]+$/.test(new URL(request.url()).pathname),
  );
  const bodies = await Promise.all(
    files.map(async (file) => (await (await file.response())?.body())?.length ?? 0),
  );
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>("script:not([src])")].map(
      ({ textContent }) => new TextEncoder().encode(textContent).length,
    ),
  );
  return total([...bodies, ...inline]);
};

const isRedirect = ({ html }: BuiltPage) => html.includes('http-equiv="refresh"');
const readable = pages.filter((page) => !isRedirect(page));

test.describe("the page on how the site treats its visitors", () => {
  test("weighs every page as a browser does", async ({ page }) => {
    test.setTimeout(120_000);
    const stated = await cells(page, words.weights.caption);
    /* Each page is visited for the first time: nothing that is routed comes from a cache. */
    await page.route("**/*", (route) => route.continue());
    const weighed = new Map<string, string[]>();
    const standsFor = new Map<string, number>();
    for (const { path: address } of readable.filter((one) => one.path !== path)) {
      const requests = await asked(page, address);
      const bytes = await received(requests);
      const script = await scriptRun(page, requests);
      const row = [bytes, requests.length, script].map((value) => words.number(value));
      /* Of the pages below one address the heaviest stands for all. */
      const place = /^\/[^/]+\/(?=.)/.exec(address)?.[0] ?? address;
      const below = readable.filter((one) => one.path.startsWith(place) && one.path !== place);
      const several = place !== address && below.length > 1;
      const name = several ? words.weights.heaviest(`${place}…`, below.length) : address;
      standsFor.set(name, several ? below.length : 1);
      const heavier = weighed.get(name);
      if (!heavier || figure(heavier[0]) < bytes) weighed.set(name, row);
    }
    /* Of those that cost what the overview does, the five heaviest are named. */
    const [, ...alike] = weighed.get("/") ?? [];
    const more = [...weighed]
      .filter(([, [, ...own]]) => own.join() === alike.join())
      .sort(([, [one]], [, [other]]) => figure(other) - figure(one))
      .slice(5);
    if (more.length > 1) {
      for (const [name] of more) weighed.delete(name);
      const count = more.reduce((sum, [name]) => sum + (standsFor.get(name) ?? 1), 0);
      weighed.set(words.weights.others(count), more[0]?.[1] ?? []);
    }
    expect(Object.fromEntries(stated.map(([name = "", ...row]) => [name, row]))).toEqual(
      Object.fromEntries(weighed),
    );
  });

  test("counts the pages, and the bytes and requests of the search, as a browser does", async ({
    page,
    baseURL,
  }) => {
    await page.goto(path);
    const main = page.getByRole("main");
    await expect(main).toContainText(words.weights.pages(readable.length));
    const { promises } = words;
    const said = (await main.innerText()).replaceAll(/\s+/g, " ");
    const [waiting] = numbersIn(said, promises.script, 1);
    const [bytes, requests] = numbersIn(said, promises.search, 2);
    expect(waiting).toBe(await scriptRun(page, []));
    const search: Request[] = [];
    page.on("requestfinished", (request) => search.push(request));
    await page.keyboard.press("ControlOrMeta+k");
    await expect.poll(() => search.length).toBe(requests);
    await roundTrip(page);
    expect(
      search.slice(requests).map((one) => one.url()),
      "and nothing after that",
    ).toEqual([`${String(baseURL)}${fetched}`]);
    expect(bytes).toBe(await received(search.slice(0, requests)));
  });

  test("explains every line of the policy of every page", async ({ page }) => {
    const shortened = (text: string) => text.replace(/(?: 'sha256-[^']+')+/g, () => " 'sha256-…'");
    const common = await cells(page, words.policy.caption);
    const exceptions = await cells(page, words.policy.exceptions);
    for (const [, , meaning = ""] of [...common, ...exceptions])
      expect(meaning).toMatch(/^\p{Lu}.{20,}\.$/su);
    for (const one of readable) {
      const policy = elements(one).find(
        ({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy",
      )?.attributes["content"];
      const own = exceptions
        .filter(([where = ""]) => where.split(" ").includes(one.path))
        .map(([, directive = ""]) => directive);
      const stated = common.map(([name = "", sources = ""]) => {
        const other = own.find((directive) => directive.startsWith(`${name} `));
        return other ?? `${name} ${sources}`;
      });
      expect(stated, one.path).toEqual(shortened(policy ?? "").split("; "));
    }
  });

  test("explains every header that comes with a page, and says who relies on the page alone", async ({
    page,
    request,
  }) => {
    const stated = await cells(page, words.headers.caption);
    for (const [, , meaning = ""] of stated) expect(meaning).toMatch(/^\p{Lu}.{20,}\.$/su);
    await page.goto("/");
    const carried = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .evaluate((meta: HTMLMetaElement) => meta.content.split("; "));
    await page.goto(path);
    const usual =
      /^(?:content-(?:type|length|encoding)|connection|date|etag|keep-alive|last-modified|vary)$/;
    const sent = Object.entries((await request.get("/")).headers())
      .filter(([name]) => !usual.test(name))
      .flatMap(([name, value]) => {
        if (name === "permissions-policy")
          return [[name, `${value.split(",")[0] ?? ""}, …`] as const];
        if (name !== "content-security-policy") return [[name, value] as const];
        const onlySent = value.split("; ").filter((line) => !carried.includes(line));
        return onlySent.map((line) => [name, line] as const);
      });
    const [script = ""] = globSync("_astro/*.js", { cwd: dist });
    const kept = (await request.get(`/${script}`)).headers()["cache-control"] ?? "";
    expect(kept).toContain("immutable");
    expect(stated.map(([name = "", value]) => [name.toLowerCase(), value]).sort()).toEqual(
      [...sent, ["cache-control", kept]].sort(),
    );
    await expect(page.getByText(words.headers.lead)).toContainText("GitHub Pages");
    expect(stated[0]?.[0]).toBe("Content-Security-Policy");
    expect(stated.filter(([name]) => name === "Content-Security-Policy")).toHaveLength(1);
  });

  test("states the digest that its own command computes, of files that are all listed", async ({
    page,
  }) => {
    test.skip(process.platform === "win32", "the command is one for a POSIX shell");
    await page.goto(path);
    const [digest = "", command = ""] = (
      await page
        .getByRole("code")
        .filter({ hasText: /^[0-9a-f]{64}$|^find/ })
        .allInnerTexts()
    ).map((text) => text.trim());
    const shell = { cwd: dist, encoding: "utf8" } as const;
    expect(execFileSync("sh", ["-c", command], shell)).toBe(`${digest}  -\n`);
    const list = join(dist, "this-site/files.txt");
    expect(createHash("sha256").update(readFileSync(list)).digest("hex")).toBe(digest);
    const check = "sha256sum --check --strict --quiet this-site/files.txt";
    expect(execFileSync("sh", ["-c", check], shell)).toBe("");
    const answer = await page.request.get(`${path}files.txt`);
    expect(await answer.text()).toBe(readFileSync(list, "utf8"));
  });

  test("names the licenses as the packages state them, and the bill of materials", async ({
    page,
  }) => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { version?: string; license?: string }>;
    };
    const stated = await cells(page, words.licenses.caption);
    expect(stated.length).toBeGreaterThan(2);
    for (const [name = "", license] of stated) {
      const locked = packages[`node_modules/${name.split(" ")[0] ?? ""}`];
      expect(name).toContain(` ${String(locked?.version)}`);
      expect(license).toBe(locked?.license);
    }
    const bill = page.locator('main a[href$=".cdx.json"]');
    const address = String(await bill.getAttribute("href"));
    const written = readFileSync(join(dist, address), "utf8");
    const { metadata } = JSON.parse(written) as { metadata: { timestamp: string } };
    const day = metadata.timestamp.slice(0, "yyyy-mm-dd".length);
    await expect(page.getByRole("main")).toContainText(words.digest.builtFor(words.date(day)));
    expect(written).toBe(
      billOfMaterials(readLockfile(pathToFileURL("./")), site.organization, day),
    );
    const { license } = JSON.parse(readFileSync("package.json", "utf8")) as { license: string };
    await expect(page.getByRole("main")).toContainText(words.licenses.own(license));
  });

  test("has every figure filled in, and its compressed variants hold the same", async ({
    request,
  }) => {
    const html = readFileSync(join(dist, "this-site/index.html"), "utf8");
    expect(
      elements({ path, file: "", html }).some(({ text }) => /\{\{|undefined|NaN/.test(text)),
    ).toBe(false);
    const answer = await request.get(path, { headers: { "Accept-Encoding": "br" } });
    expect(answer.headers()["content-encoding"]).toBe("br");
    expect(await answer.text()).toBe(html);
    expect(statSync(join(dist, "this-site/index.html.br")).size).toBeLessThanOrEqual(
      firstView.page,
    );
  });

  test("is led to from the footer, and found by the search", async ({ page }) => {
    await page.goto("/");
    await page
      .getByRole("contentinfo")
      .getByRole("link", { name: words.transparency.title })
      .click();
    await expect(page).toHaveURL(path);
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(words.promises.keepsNothing);
    const found = page
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: words.transparency.section });
    await expect(found.first()).toBeVisible();
    await expect(found.getByRole("link").first()).toHaveAttribute("href", /^\/this-site\//);
  });

  test("gives the search no figure, on which its index would then depend", () => {
    const fragments = globSync("pagefind/fragment/*/*", { cwd: dist })
      .map((name) => readFileSync(join(dist, name)))
      .map((bytes) => gunzipSync(bytes).toString());
    const own = fragments.filter((text) => text.includes(`"url":"${path}`));
    expect(own.length).toBeGreaterThan(1);
    expect(own.join("\n")).toContain(words.promises.keepsNothing);
    expect(own.join("\n")).not.toMatch(/[0-9a-f]{64}|\{\{|sha256sum/);
  });

  test("is not part of everything, which is about the organization", () => {
    const everything = pages.find((page) => page.path === "/everything/");
    expect(decode(everything?.html ?? "")).not.toContain(words.checking.requests);
  });
});

test("figures stand to the right, digit below digit, but not where rows look like cards", async ({
  page,
}) => {
  const figures = page.locator("#weights ~ div td");
  for (const [width, side] of [
    [1280, "right"],
    [360, "left"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/this-site/");
    const [first, ...others] = await figures.evaluateAll((cells) =>
      cells
        .filter((cell) => /^[\d.,]+$/.test(cell.textContent.trim()))
        .map((cell) => getComputedStyle(cell).textAlign),
    );
    expect(first).toBe(side);
    expect(new Set(others)).toEqual(new Set([side]));
  }
});
