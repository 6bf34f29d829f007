import type { GrowthCost } from "./build.ts";
import type { Load } from "./load.ts";
import type { PageCost } from "./pages.ts";
import type { Occasion, Results } from "./results.ts";
import { firstView, statementBytes } from "../../src/centre/first-view.ts";
import type { SearchCost } from "./search.ts";
import type { Visit } from "./visit.ts";

const counted = (count: number) => count.toLocaleString("en-GB");
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const megabytes = (bytes: number) => `${counted(Math.round(bytes / 1e6))} MB`;
const seconds = (time: number) => `${time.toFixed(1)} s`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, position) => (position === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const measuredOn = ({ date, node, cores, busy }: Occasion) =>
  `Measured on ${date} with Node ${node} on ${String(cores)} cores; ${String(busy)} other ${busy === 1 ? "process was" : "processes were"} busy at the start.`;

const ofPages = (pages: readonly PageCost[]) => [
  "## Pages",
  "A released site; each page is visited once without a cache. “By hand” is a page with the words of the questions and no design: the best that this machine can show. Bytes are the page and its styles, compressed with brotli. Script is the JavaScript that runs before anybody touches the page, uncompressed, without WebAssembly (the engine of the search). Lighthouse 13 runs in its default mobile profile (150 ms, 1.6 Mbit/s, a processor four times slower, simulated), and the figures are those of the median of three runs by first paint. Its four scores are performance, accessibility, best practices and SEO; a page that tells search engines to stay away is not marked down for that.",
  table(
    ["Page", "Bytes", "Requests", "Script", "Lighthouse", "FCP", "LCP", "TBT", "CLS"],
    pages.map(({ path, bytes, requests, script, scores, fcp, lcp, tbt, cls }) => [
      `\`${path}\``,
      counted(bytes),
      counted(requests),
      `${counted(script)} B`,
      scores.join(" "),
      `${counted(fcp)} ms`,
      `${counted(lcp)} ms`,
      `${counted(tbt)} ms`,
      String(cls),
    ]),
  ),
];

const ofVisit = ({ first, last, paint, byHand, search, flight }: Visit) => [
  "## A first visit over a slow line",
  `To nginx as it is shipped, over TCP and TLS 1.3, by a line of 150 ms and 1.6 Mbit/s, with a processor four times slower; the median of nine. “First search” is from the first key to the first result on the overview, typed as soon as the dialog is open. “By hand” is the page above. Of a page that is longer, the server sent ${counted(flight.packets)} packets with ${counted(flight.bytes)} bytes before it waited.`,
  table(
    ["", "Time"],
    [
      ["`/faq/`, first byte", `${counted(first)} ms`],
      ["`/faq/`, last byte", `${counted(last)} ms`],
      ["`/faq/`, first paint", `${counted(paint)} ms`],
      ["The same by hand, first paint", `${counted(byHand)} ms`],
      ["First search", `${counted(search)} ms`],
    ],
  ),
];

const ofSearch = (search: readonly SearchCost[]) => [
  "## Search",
  "For a first visit, on loopback; the median of five. “At once” means typing as soon as the dialog is open, “ready” means typing after it has loaded what it opens with.",
  table(
    ["", ...search.map(({ questions }) => `${counted(questions)} questions`)],
    [
      ["While the dialog opens", ...search.map(({ opening }) => kilobytes(opening))],
      ["With the first results", ...search.map(({ total }) => kilobytes(total))],
      ["First key to result, ready", ...search.map(({ ready }) => `${counted(ready)} ms`)],
      ["First key to result, at once", ...search.map(({ atOnce }) => `${counted(atOnce)} ms`)],
    ],
  ),
];

/** What a question costs beyond those that the content has by itself. */
const perQuestion = (first: GrowthCost | undefined, { questions, seconds }: GrowthCost) =>
  first && questions > first.questions
    ? `${((1000 * (seconds - first.seconds)) / (questions - first.questions)).toFixed(1)} ms`
    : "–";

/** A row of figures, unless they were not measured for every number of questions. */
const rowIf = (name: string, cells: readonly (string | undefined)[]): string[][] => {
  const known = cells.filter((cell) => cell !== undefined);
  return known.length === cells.length ? [[name, ...known]] : [];
};

/** What other programs take, and how many times as much this one does. */
const rowsOfPeers = (build: readonly GrowthCost[]) => {
  const names = new Set(build.flatMap(({ peers = [] }) => peers.map(({ name }) => name)));
  return [...names].map((name) => [
    `${name}, the same questions: time, processor time, memory (ours takes × as long)`,
    ...build.map((cost) => {
      const peer = cost.peers?.find((other) => other.name === name);
      if (!peer) return "–";
      if ("skipped" in peer) return `skipped: ${peer.skipped}`;
      const ratio = (cost.seconds / peer.seconds).toFixed(1);
      return `${seconds(peer.seconds)}, ${seconds(peer.processor)}, ${megabytes(peer.peak)} (× ${ratio})`;
    }),
  ]);
};

/** What releases add: the time, and how many times that without them. */
const rowsOfReleases = (build: readonly GrowthCost[]) =>
  [...new Set(build.flatMap(({ released }) => released?.releases ?? []))].map((releases) => [
    `With ${counted(releases)} releases: one of all pages, then each of two (× as long as without)`,
    ...build.map(({ released, ...cost }) =>
      released
        ? `${seconds(released.seconds)} (× ${(released.seconds / cost.seconds).toFixed(1)})`
        : "–",
    ),
  ]);

const ofBuild = (build: readonly GrowthCost[]) => [
  "## Build",
  "From nothing, with invented questions whose answers have some 870 words. Memory is that of all processes together.",
  table(
    ["", ...build.map(({ questions }) => `${counted(questions)} questions`)],
    [
      ["`npm run build`", ...build.map((cost) => seconds(cost.seconds))],
      ...rowIf(
        "Processor time, all cores",
        build.map(({ processor }) => (processor === undefined ? undefined : seconds(processor))),
      ),
      ["For each further question", ...build.map((cost) => perQuestion(build[0], cost))],
      ...rowsOfReleases(build),
      ["Peak memory", ...build.map(({ peak }) => megabytes(peak))],
      ...rowsOfPeers(build),
      [
        `Heaviest page (at most ${counted(firstView.page)} B)`,
        ...build.map(({ page }) => `${counted(page.bytes)} B, \`${page.path}\``),
      ],
      [
        `Statements (at most ${counted(statementBytes)} B)`,
        ...build.map(({ long }) => `${counted(long.bytes)} B, \`${long.path}\``),
      ],
    ],
  ),
];

const ofLoad = ({ perSecond, errors, before, after }: Load) => [
  "## Load",
  `One nginx worker with the shipped configuration answered ${counted(perSecond)} requests a second for ten seconds, across all pages, with ${counted(errors)} errors. Its memory was ${kilobytes(before)} before and ${kilobytes(after)} after.`,
];

/** What was measured, as the Markdown that `docs/performance.md` carries. */
const reportOf = ({ pages, visit, search, build, load }: Results): string =>
  [
    ...(pages ? [...ofPages(pages.figures), measuredOn(pages)] : []),
    ...(visit ? [...ofVisit(visit.figures), measuredOn(visit)] : []),
    ...(search ? [...ofSearch(search.figures), measuredOn(search)] : []),
    ...(build ? [...ofBuild(build.figures), measuredOn(build)] : []),
    ...(load ? [...ofLoad(load.figures), measuredOn(load)] : []),
  ].join("\n\n");

const place = /(?<=<!-- bench -->).*(?=<!-- \/bench -->)/s;

/**
 * Puts what was measured between the markers of a page.
 * @throws where there are none
 */
export const withReport = (page: string, results: Results): string => {
  if (!place.test(page))
    throw new Error(
      "docs/performance.md:1: there is no place for what was measured; write `<!-- bench -->` and `<!-- /bench -->` where it belongs",
    );
  return page.replace(place, () => `\n\n${reportOf(results)}\n\n`);
};
