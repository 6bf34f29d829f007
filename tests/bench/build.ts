import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { builtPages } from "../../src/transparency/built-pages.ts";
import { build, contentWith, siteWith } from "./builds.ts";
import { median } from "./median.ts";
import { measurePeers, type PeerCost } from "./peers.ts";
import type { Cost } from "./process-tree.ts";

export interface GrowthCost {
  readonly questions: number;
  readonly seconds: number;
  /** Processor time, in seconds. */
  readonly processor?: number;
  /** What they take with so many releases. */
  readonly released?: Cost & { readonly releases: number };
  /** What the same questions take with other programs. */
  readonly peers?: readonly PeerCost[];
  /** The most memory in use at once, in bytes. */
  readonly peak: number;
  /** The heaviest page, and the heaviest among the statements. */
  readonly page: HeaviestPage;
  readonly long: HeaviestPage;
}

interface HeaviestPage {
  readonly path: string;
  /** As it is sent: compressed with brotli. */
  readonly bytes: number;
}

/** The pages that may take a second flight. */
const isLong = ({ path }: { path: string }) => path.startsWith("/statements/");

/** For print, and without a bound. */
const isWhole = ({ path }: { path: string }) => path === "/everything/";

const weighed = (site: string): HeaviestPage[] =>
  builtPages(site)
    .map(({ path, file }) => {
      const whole = join(site, file);
      const sent = existsSync(`${whole}.br`) ? `${whole}.br` : whole;
      return { path, bytes: statSync(sent).size };
    })
    .sort((a, b) => b.bytes - a.bytes);

const heaviest = (pages: readonly HeaviestPage[]) => pages[0] ?? { path: "none", bytes: 0 };

/** How often each build is measured; the median counts. */
const turns = 3;

/** How many releases a content has that gets some, and the most questions that it then has. */
const releases = 200;
const mostReleased = 1000;

const builds = async (count: number, released = 0): Promise<Cost> => {
  const runs: Cost[] = [];
  for (let turn = 0; turn < turns; turn += 1) runs.push(await build(count, released));
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    processor: median(runs.map(({ processor }) => processor)),
    peak: median(runs.map(({ peak }) => peak)),
  };
};

/** Measures the build with so many questions each. */
export const measureBuild = async (counts: readonly number[]): Promise<GrowthCost[]> => {
  const costs: GrowthCost[] = [];
  for (const count of counts) {
    const cost = await builds(count);
    const released = count <= mostReleased ? await builds(count, releases) : undefined;
    const pages = weighed(await siteWith(count));
    costs.push({
      questions: count,
      ...cost,
      ...(released && { released: { releases, ...released } }),
      peers: await measurePeers(contentWith(count)),
      page: heaviest(pages.filter((page) => !isLong(page) && !isWhole(page))),
      long: heaviest(pages.filter(isLong)),
    });
  }
  return costs;
};
