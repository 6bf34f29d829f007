import type { GrowthCost } from "./build.ts";
import type { Load } from "./load.ts";
import type { PageCost } from "./pages.ts";
import type { Occasion, Results } from "./results.ts";
import type { SearchCost } from "./search.ts";

const counted = (count: number) => count.toLocaleString("en-GB");
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const megabytes = (bytes: number) => `${counted(Math.round(bytes / 1e6))} MB`;
const seconds = (time: number) => `${time.toFixed(1)} s`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, position) => (position === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const measuredOn = ({ date, node, cores, busy }: Occasion) =>
  `Measured on ${date} with Node ${node} on ${String(cores)} cores, with ${String(busy)} processes busy at the start.`;

const ofPages = (pages: readonly PageCost[]) => [
  "**Pages**, released, one visit each without a cache; “by hand” has the words of the questions and no design, and is the limit of what this machine shows. Bytes are the page with its styles, compressed with brotli; script is the JavaScript that runs before anybody touches the page, not compressed (WebAssembly, the engine of the search, is not in it). Lighthouse 13 in its default mobile profile (150 ms, 1.6 Mbit/s, a processor four times slower, simulated; the median of three by first paint): performance, accessibility, best practices, search engines (pages that tell these to stay away are not marked down for it).",
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

const ofSearch = (search: readonly SearchCost[]) => [
  "**Search**, by somebody who comes for the first time, on loopback; the median of five. “At once” is typed as soon as the dialog is there, “ready” after it has loaded what it opens with.",
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

const ofBuild = (build: readonly GrowthCost[]) => [
  "**Build**, from nothing, with questions of a few hundred invented words each. Memory is that of all processes at once.",
  table(
    ["", ...build.map(({ questions }) => `${counted(questions)} questions`)],
    [
      ["`npm run build`", ...build.map((cost) => seconds(cost.seconds))],
      ["For each further question", ...build.map((cost) => perQuestion(build[0], cost))],
      ["Memory at its peak", ...build.map(({ peak }) => megabytes(peak))],
      [
        "Heaviest page (at most 9,500 B)",
        ...build.map(({ page }) => `${counted(page.bytes)} B, \`${page.path}\``),
      ],
      [
        "`/faq/`, statements (at most 14,600 B)",
        ...build.map(({ long }) => `${counted(long.bytes)} B, \`${long.path}\``),
      ],
    ],
  ),
];

const ofLoad = ({ perSecond, errors, before, after }: Load) => [
  `**Load**: one worker of nginx with the shipped configuration answered ${counted(perSecond)} requests a second for ten seconds, over all pages, with ${counted(errors)} errors; its memory was ${kilobytes(before)} before and ${kilobytes(after)} after.`,
];

/** What was measured, as the Markdown that the README carries. */
const reportOf = ({ pages, search, build, load }: Results): string =>
  [
    ...(pages ? [...ofPages(pages.figures), measuredOn(pages)] : []),
    ...(search ? [...ofSearch(search.figures), measuredOn(search)] : []),
    ...(build ? [...ofBuild(build.figures), measuredOn(build)] : []),
    ...(load ? [...ofLoad(load.figures), measuredOn(load)] : []),
  ].join("\n\n");

const place = /(?<=<!-- bench -->).*(?=<!-- \/bench -->)/s;

/**
 * Puts what was measured between the markers of a README.
 * @throws where there are none
 */
export const withReport = (readme: string, results: Results): string => {
  if (!place.test(readme))
    throw new Error(
      "README.md:1: there is no place for what was measured; write `<!-- bench -->` and `<!-- /bench -->` where it belongs",
    );
  return readme.replace(place, () => `\n\n${reportOf(results)}\n\n`);
};
