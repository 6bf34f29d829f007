import type { Browser } from "@playwright/test";
import { questions } from "../content/read.ts";
import { hosts, start } from "../hosting/servers.ts";
import { siteWith } from "./builds.ts";
import { slowDown, startChromium } from "./chromium.ts";
import { median } from "./median.ts";

export interface SearchCost {
  readonly questions: number;
  /** Bytes sent while the dialog opens, before the first key, compressed. */
  readonly opening: number;
  /** Bytes sent in all when the results are there, to somebody who types as people do. */
  readonly total: number;
  /** From the first key to the first result, in ms, once the dialog has loaded what it opens with. */
  readonly ready: number;
  /** The same where somebody types as soon as the dialog is there. */
  readonly atOnce: number;
}

const repeats = 5;

/** The time from key to key of a person, in ms: enough to answer each beginning of a word. */
const keyAfterKey = 150;

/** The longest word of a question that no other of the content's own has. */
const words = questions.flatMap(({ question }) => [...new Set(question.split(/\P{L}+/u))]);
const word = words
  .filter((word) => words.indexOf(word) === words.lastIndexOf(word))
  .reduce((longest, word) => (word.length > longest.length ? word : longest));

/** Notes, in the page, when the first key is pressed and when the first result is there. */
const watch = () => {
  const marks = { key: 0, result: 0 };
  Object.assign(globalThis, { marks });
  addEventListener("keydown", () => (marks.key ||= performance.now()), true);
  const search = document.querySelector("search-panel");
  if (!search) throw new Error("the page has no search");
  new MutationObserver(() => {
    if (search.querySelector("ol > li")) marks.result ||= performance.now();
  }).observe(search, { childList: true, subtree: true });
};

interface Manner {
  /** Whether somebody waits until the dialog has loaded what it opens with. */
  readonly waits?: boolean;
  /** The time from key to key, in ms. */
  readonly delay?: number;
  /** How many times slower the processor is. */
  readonly slowness?: number;
}

/** One search on the overview by somebody who comes for the first time. */
export const searchOnce = async (
  browser: Browser,
  url: string,
  { waits = false, delay = 0, slowness = 1 }: Manner,
) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page, slowness);
  const sizes: Promise<number>[] = [];
  await page.goto(url, { waitUntil: "networkidle" });
  page.on("requestfinished", (request) =>
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)),
  );
  const sent = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.keyboard.press("ControlOrMeta+k");
  if (waits) {
    await page.waitForFunction(() => customElements.get("search-panel"));
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(600);
  }
  const opening = await sent();
  await page.evaluate(watch);
  await page.keyboard.type(word, { delay });
  await page.getByRole("dialog").getByRole("listitem").first().waitFor();
  await page.waitForTimeout(600);
  const marks = await page.evaluate(
    () => (globalThis as unknown as { marks: { key: number; result: number } }).marks,
  );
  const total = await sent();
  await context.close();
  return { opening, total, ms: marks.result - marks.key };
};

const searches = async (browser: Browser, url: string, manner: Manner) => {
  const all = [];
  for (let turn = 0; turn < repeats; turn += 1) all.push(await searchOnce(browser, url, manner));
  return all;
};

/** Measures the first search of a visitor in sites with so many questions each. */
export const measureSearch = async (counts: readonly number[]): Promise<SearchCost[]> => {
  const browser = await startChromium();
  try {
    const costs: SearchCost[] = [];
    for (const count of counts) {
      const server = await start(hosts["npm start"], await siteWith(count));
      const ready = await searches(browser, server.url, { waits: true });
      const atOnce = await searches(browser, server.url, {});
      const typed = await searches(browser, server.url, { waits: true, delay: keyAfterKey });
      await server.stop();
      costs.push({
        questions: count,
        opening: median(ready.map(({ opening }) => opening)),
        total: median(typed.map(({ total }) => total)),
        ready: Math.round(median(ready.map(({ ms }) => ms))),
        atOnce: Math.round(median(atOnce.map(({ ms }) => ms))),
      });
    }
    return costs;
  } finally {
    await browser.close();
  }
};
