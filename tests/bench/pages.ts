import type { Browser } from "@playwright/test";
import lighthouse from "lighthouse";
import { builtPages } from "../../src/transparency/built-pages.ts";
import { freePort, hosts, start } from "../hosting/servers.ts";
import { besideByHand, byHand } from "./by-hand.ts";
import { startChromium } from "./chromium.ts";
import { median } from "./median.ts";

export interface PageCost {
  readonly path: string;
  /** Bytes of the page with its styles, as they are sent: compressed with brotli. */
  readonly bytes: number;
  /** Requests of the first load, the page's own among them; the icon is left out. */
  readonly requests: number;
  /** Bytes of script that ran before anybody touched the page, not compressed. */
  readonly script: number;
  /** Lighthouse's scores out of 100: performance, accessibility, best practices, search engines. */
  readonly scores: readonly number[];
  /** First and largest contentful paint and total blocking time, in ms; layout shift. */
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
}

const categories = ["performance", "accessibility", "best-practices", "seo"];

/** What a first visit to a page asks for and runs. */
const firstLoad = async (browser: Browser, url: string) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent = new Map<string, Promise<number>>();
  page.on("requestfinished", (request) =>
    sent.set(
      request.url(),
      request.sizes().then(({ responseBodySize }) => responseBodySize),
    ),
  );
  await page.coverage.startJSCoverage();
  await page.goto(url, { waitUntil: "networkidle" });
  const scripts = await page.coverage.stopJSCoverage();
  const icons = await page
    .locator("link[rel~=icon]")
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  for (const icon of icons) sent.delete(icon);
  const bytes = await sent.get(url);
  if (bytes === undefined) throw new Error(`${url} did not arrive`);
  await context.close();
  return {
    bytes,
    requests: sent.size,
    script: scripts.reduce((sum, { source = "" }) => sum + Buffer.byteLength(source), 0),
  };
};

/** What Lighthouse says in its default profile: a phone on a slow line, simulated. */
const judged = async (port: number, url: string, isListed: boolean) => {
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: categories,
    /* What asks search engines to stay away does so on purpose. */
    skipAudits: isListed ? [] : ["is-crawlable"],
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`Lighthouse on ${url}: ${lhr.runtimeError.message}`);
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  return {
    scores: categories.map((name) => Math.round(100 * (lhr.categories[name]?.score ?? 0))),
    fcp: Math.round(value("first-contentful-paint")),
    lcp: Math.round(value("largest-contentful-paint")),
    tbt: Math.round(value("total-blocking-time")),
    cls: Number(value("cumulative-layout-shift").toFixed(3)),
  };
};

/** How often Lighthouse looks at a page; the median by first paint counts. */
const looks = 3;

const usuallyJudged = async (...page: Parameters<typeof judged>) => {
  const all = [];
  for (let turn = 0; turn < looks; turn += 1) all.push(await judged(...page));
  const middle = median(all.map(({ fcp }) => fcp));
  const found = all.find(({ fcp }) => fcp === middle);
  if (!found) throw new Error(`Lighthouse sees no first paint of ${page[1]}`);
  return found;
};

const measured = async (site: string): Promise<PageCost[]> => {
  const server = await start(hosts["npm start"], site);
  const port = await freePort();
  const browser = await startChromium({ port });
  try {
    const costs: PageCost[] = [];
    for (const { path, elements } of builtPages(site)) {
      const isListed = !elements.some(({ attributes }) => attributes["content"] === "noindex");
      const url = server.url + path;
      costs.push({
        path: path === byHand ? "/faq/ by hand" : path,
        ...(await firstLoad(browser, url)),
        ...(await usuallyJudged(port, url, isListed)),
      });
    }
    return costs.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await browser.close();
    await server.stop();
  }
};

/** Measures every page of the released centre, served as `npm start` does. */
export const measurePages = (): Promise<PageCost[]> => besideByHand(measured);
