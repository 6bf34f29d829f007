import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { asVisitorsHave, findChromium } from "../../src/pack/chromium.ts";
import { hosts, start, type Server } from "../hosting/servers.ts";
import { findProgram } from "../machine.ts";
import { besideByHand, byHand } from "./by-hand.ts";
import { slowDown, startChromium } from "./chromium.ts";
import { median } from "./median.ts";
import { searchOnce } from "./search.ts";
import type { Passed } from "./slow-line.ts";
import { openSlowPath, roundTrip, type SlowPath } from "./slow-path.ts";

export interface Visit {
  /** From the click to the first byte, the last and the first paint of the page of questions, in ms. */
  readonly first: number;
  readonly last: number;
  readonly paint: number;
  /** The first paint of the same words without any design, in ms. */
  readonly byHand: number;
  /** From the first key to the first result of a search on the overview, typed at once, in ms. */
  readonly search: number;
  /** What the server sent of a page that is longer before anything could be acknowledged. */
  readonly flight: { readonly packets: number; readonly bytes: number };
}

/** How often each is measured; the median counts. */
const turns = 9;

const slowness = 4;

/** A first visit to a page, by a connection of its own. */
const visitOnce = async (browser: Browser, url: string) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page, slowness);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const { responseStart, responseEnd } = navigation as PerformanceNavigationTiming;
    return { first: responseStart, last: responseEnd, paint: paint?.startTime ?? Number.NaN };
  });
  await context.close();
  return times;
};

/**
 * The first flight: what a server sent from the first packet after the handshake on, until the
 * visitor's acknowledgment of it could be there. A visitor says two things to get there: hello, and
 * what ends the handshake.
 */
const firstFlight = (passed: readonly Passed[]): Visit["flight"] => {
  const isSaid = ({ toServer, bytes }: Passed) => toServer && bytes > 0;
  const answer = passed.findIndex(({ toServer, bytes }) => !toServer && bytes > 0);
  const asked = passed.findIndex((one, at) => at > answer && isSaid(one));
  const sent = passed.slice(asked).filter(({ toServer, bytes }) => !toServer && bytes > 0);
  const flight = sent.filter(({ at }) => at < (sent[0]?.at ?? 0) + 0.9 * roundTrip);
  return {
    packets: flight.length,
    bytes: flight.reduce((sum, { bytes }) => sum + bytes, 0),
  };
};

const measured = async ({ secure = "", authority }: Server, path: SlowPath): Promise<Visit> => {
  const { publicKey } = new X509Certificate(readFileSync(authority));
  const key = createHash("sha256").update(publicKey.export({ type: "spki", format: "der" }));
  const browser = await startChromium({
    executablePath: path.visitorsOwn(findChromium(asVisitorsHave) ?? ""),
    args: [`--ignore-certificate-errors-spki-list=${key.digest("base64")}`],
  });
  try {
    const visits = [];
    const visitsByHand = [];
    const searches = [];
    const flights = [];
    for (let turn = 0; turn < turns; turn += 1) {
      visits.push(await visitOnce(browser, `${secure}/faq/`));
      visitsByHand.push(await visitOnce(browser, secure + byHand));
      searches.push(await searchOnce(browser, secure, { slowness }));
      path.passed();
      await visitOnce(browser, `${secure}/everything/`);
      flights.push(firstFlight(path.passed()));
    }
    const usual = (times: readonly number[]) => Math.round(median(times));
    const bytes = median(flights.map(({ bytes }) => bytes));
    return {
      first: usual(visits.map(({ first }) => first)),
      last: usual(visits.map(({ last }) => last)),
      paint: usual(visits.map(({ paint }) => paint)),
      byHand: usual(visitsByHand.map(({ paint }) => paint)),
      search: usual(searches.map(({ ms }) => ms)),
      flight: flights.find((flight) => flight.bytes === bytes) ?? { packets: 0, bytes: 0 },
    };
  } finally {
    await browser.close();
  }
};

/**
 * Measures a first visit over a slow line to nginx, set up as the build says.
 * @returns a sentence where the machine does not allow it
 */
export const measureVisit = async (): Promise<Visit | string> => {
  if (!findProgram("nginx") || !findProgram("openssl"))
    return "There is no nginx or no openssl on this machine; type `npm run machine`";
  const path = await openSlowPath();
  if (typeof path === "string") return path;
  try {
    return await besideByHand(async (site) => {
      const server = await start(hosts.nginx, site, path.address);
      try {
        return await measured(server, path);
      } finally {
        await server.stop();
      }
    });
  } finally {
    path.close();
  }
};
