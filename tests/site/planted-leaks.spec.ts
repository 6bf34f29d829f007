import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { words } from "../content/read.ts";
import { carries } from "./canary.ts";
import { isIcon, test, type Detector } from "./leaks.ts";
import { pages } from "./pages.ts";
import { elsewhere, planted, workerPath, workerScript, type Planted } from "./planted-leaks.ts";

const script = "/planted.js";
const real = pages.find(({ path }) => path === "/request/")?.html ?? "";
const policy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;

/** Serves the real page with leaks in a script of its own, with or without its security policy. */
const plant = ({ proxy }: Detector, leaks: readonly Planted[], sealed: boolean): void => {
  const serve = (path: string, body: string, headers: Record<string, string>) =>
    proxy.instead.set(path, { headers, body });
  const javascript = { "Content-Type": "text/javascript" };
  serve(
    "/request/",
    (sealed ? real : real.replace(policy, "")).replace(
      "</body>",
      `<script src="${script}"></script></body>`,
    ),
    {
      "Content-Type": "text/html;charset=utf-8",
      /* As the site's own pages have them: else a window loses the one that opened it. */
      ...(leaks.some(({ channels }) => channels.includes("message")) && {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
      }),
      ...(leaks[0]?.header && { "Content-Security-Policy": leaks[0].header }),
    },
  );
  serve(workerPath, workerScript, javascript);
  serve(
    script,
    `const leaks = [${leaks.map(({ leak }) => String(leak)).join(",\n")}];
    addEventListener("change", ({ target }) => {
      for (const leak of leaks)
        try {
          Promise.resolve(leak(target.value, "${elsewhere}")).catch(() => {});
        } catch {}
    }, { once: true });`,
    javascript,
  );
};

/** Waits for the page, and fills a field of it. */
const type = async (page: Page, leaks: Detector): Promise<void> => {
  await expect(page.locator("option")).not.toHaveCount(1);
  await page.waitForLoadState();
  leaks.begin();
  const field = page.getByLabel(words.requestForm.name, { exact: true });
  await field.fill(leaks.canary);
  await field.blur();
};

test("a canary is known in every disguise, and nothing else is taken for it", () => {
  const word = "canary0123456789ab";
  const bytes = Buffer.from(word);
  for (const disguised of [
    word,
    word.toUpperCase(),
    encodeURIComponent(`name=${word}&`),
    encodeURIComponent([...bytes].map((byte) => `%${byte.toString(16)}`).join("")),
    Array.from(word, (one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(""),
    ...["", "a", "ab"].map((before) => Buffer.from(`${before}${word}!`).toString("base64url")),
    Buffer.from(`{"name":"${word}"}`, "utf16le").toString("base64"),
    Buffer.from(word, "utf16le").toString("latin1"),
    bytes.toString("hex"),
    bytes.join(","),
    Array.from(word).reverse().join(""),
    "pnanel0123456789no",
    createHash("sha256").update(word).digest("hex"),
    createHash("sha1").update(word).digest("base64"),
  ])
    expect.soft(carries(`before ${disguised} after`, word), disguised).toBe(true);
  expect(carries("canary0123456789ac", word)).toBe(false);
  expect(carries(real, word)).toBe(false);
});

test("the page has a policy to take away", () => {
  expect(real).toMatch(policy);
});

/** A window that another page has opened, and could be told something by. */
const openedBy = async (opener: Page): Promise<Page> => {
  await opener.goto("/404.html");
  const opened = opener.waitForEvent("popup");
  await opener.evaluate(() => {
    window.open("/404.html");
  });
  const page = await opened;
  await page.waitForURL("/404.html");
  return page;
};

for (const one of planted)
  test(`a page that ${one.does} is caught${one.stopped ? ", once its policy is gone" : ""}`, async ({
    page: first,
    leaks,
  }) => {
    plant(leaks, [one], !one.stopped);
    const page = one.channels.includes("message") ? await openedBy(first) : first;
    await page.goto("/request/");
    await type(page, leaks);
    await expect(async () => {
      const found = await leaks.found(page);
      const words = found.map(({ channel, evidence }) => `${channel}: ${evidence}`).join("\n");
      expect(new Set(found.map(({ channel }) => channel)), words).toEqual(new Set(one.channels));
    }).toPass({ timeout: 10_000 });
  });

test("the page's own policy stops what leads to other hosts or runs code", async ({
  page,
  leaks,
}) => {
  plant(
    leaks,
    planted.filter(({ stopped }) => stopped),
    true,
  );
  await page.clock.install();
  await page.goto("/request/");
  await type(page, leaks);
  await leaks.waitFor(page);
  const passed = leaks.passed.filter((one) => !isIcon(one));
  expect(passed.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});
