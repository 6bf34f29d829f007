import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { engineFile, firstFiles, searchFolder } from "../search/search-folder.ts";
import type { BuiltPage } from "./built-pages.ts";

/** The data transferred to open a page. */
export interface Weight {
  /** The path of the page; for several pages below one address, their common beginning and `…`. */
  readonly path: string;
  /** How many pages it stands for. */
  readonly pages: number;
  /** All bytes received, compressed with brotli. */
  readonly bytes: number;
  /** The bytes of these that are not the page's own file. */
  readonly otherBytes: number;
  /** Requests, including that of the page. The icon is left out: browsers request it when they like. */
  readonly requests: number;
  /** Bytes of script that runs by itself, including the search engine; uncompressed. */
  readonly script: number;
}

/** The kinds of link whose target a browser fetches at once. */
const fetched = new Set(["stylesheet", "preload", "modulepreload"]);

/** Whether a file is a script or the search engine. */
const isScript = (path: string) => /\.js$|\/wasm\.[^/]+$/.test(path);

const ownBytes = (folder: string, path: string) => statSync(join(folder, path)).size;

const sentBytes = (folder: string, path: string) =>
  ownBytes(folder, existsSync(join(folder, `${path}.br`)) ? `${path}.br` : path);

/** The files that the search requests before anything is typed, besides its script. */
const searchFiles = (folder: string): string[] =>
  globSync(`${searchFolder}/${engineFile("*")}`, { cwd: folder }).flatMap((engine) =>
    firstFiles(engine.split(".")[1] ?? ""),
  );

/** The files that a page requests as soon as it is opened, each once. */
const filesOf = (folder: string, { elements }: BuiltPage): string[] => {
  const targets = elements
    .filter(
      ({ name, attributes: { rel = "" } }) => name !== "a" && (name !== "link" || fetched.has(rel)),
    )
    .flatMap(({ attributes: { href, src } }) => [href, src])
    .filter((target) => target?.startsWith("/")) as string[];
  const names = new Set(elements.map(({ name }) => name));
  /* On other pages the search is in a dialog, and loads nothing until somebody reaches for that. */
  const searchesAtOnce = names.has("search-panel") && !names.has("dialog");
  return [...new Set([...targets, ...(searchesAtOnce ? searchFiles(folder) : [])])];
};

const weightOf = (folder: string, page: BuiltPage): Omit<Weight, "pages"> => {
  const files = filesOf(folder, page);
  const inline = page.elements
    .filter(({ name, attributes }) => name === "script" && attributes["src"] === undefined)
    .map(({ text }) => Buffer.byteLength(text));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  const otherBytes = sum(files.map((path) => sentBytes(folder, path)));
  return {
    path: page.path,
    bytes: sentBytes(folder, page.file) + otherBytes,
    otherBytes,
    requests: 1 + files.length,
    script: sum([...inline, ...files.filter(isScript).map((path) => ownBytes(folder, path))]),
  };
};

/** What pages are grouped by: `/` and `/data/` are alone, `/statements/one/` is in `/statements/…`. */
const groupOf = (path: string) => {
  const [, above] = /^(\/[^/]+\/)./.exec(path) ?? [];
  return above === undefined ? path : `${above}…`;
};

/**
 * The data transferred to open each page of the site. The heaviest of the pages below one address
 * stands for all of them.
 * @param folder of the site, built and compressed
 */
export const weightsOf = (folder: string, pages: readonly BuiltPage[]): Weight[] =>
  Object.entries(Object.groupBy(pages, ({ path }) => groupOf(path))).flatMap(
    ([path, group = []]) => {
      const [heaviest] = group
        .map((page) => weightOf(folder, page))
        .sort((a, b) => b.bytes - a.bytes);
      if (!heaviest) return [];
      return [{ ...heaviest, path: group.length > 1 ? path : heaviest.path, pages: group.length }];
    },
  );

/** How many of the pages that cost alike are named. */
const mostNamed = 5;

/** Pages of a site by what they cost, the heaviest first. */
interface Listed {
  readonly named: readonly Weight[];
  /** The heaviest of those that are not, with how many these are; undefined if all are named. */
  readonly others: Omit<Weight, "path"> | undefined;
}

/**
 * What is listed of the pages of a site, which may be many: of those that cost what the overview does,
 * which are one file with the same script, only the heaviest.
 */
export const listedWeights = (weights: readonly Weight[]): Listed => {
  const script = weights.find(({ path }) => path === "/")?.script;
  const all = weights.toSorted((a, b) => b.bytes - a.bytes);
  const [first, ...more] = all
    .filter((weight) => weight.requests === 1 && weight.script === script)
    .slice(mostNamed);
  if (!first || more.length === 0) return { named: all, others: undefined };
  const unnamed = new Set([first, ...more]);
  return {
    named: all.filter((weight) => !unnamed.has(weight)),
    others: { ...first, pages: [...unnamed].reduce((sum, { pages }) => sum + pages, 0) },
  };
};
