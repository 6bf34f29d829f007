import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "./built-pages.ts";

/** What it costs to open a page. */
export interface Weight {
  /** The page's address; of several pages below one address, what they have in common. */
  readonly path: string;
  /** How many pages it speaks for. */
  readonly pages: number;
  /** Bytes received until nothing more is asked for, compressed with brotli. */
  readonly bytes: number;
  /** How many of these do not belong to the page's own file. */
  readonly besides: number;
  /** Requests, the page's own among them. The icon is left out: browsers ask for it when they like. */
  readonly requests: number;
  /** Bytes of script, the engine of the search among them, that run by themselves; not compressed. */
  readonly script: number;
}

/** Kinds of link whose target a browser fetches at once. */
const fetched = new Set(["stylesheet", "preload", "modulepreload"]);

/** Scripts, and the engine of the search. */
const runs = (path: string) => /\.(?:js|pagefind)$/.test(path);

const ownBytes = (folder: string, path: string) => statSync(join(folder, path)).size;

const sentBytes = (folder: string, path: string) =>
  ownBytes(folder, existsSync(join(folder, `${path}.br`)) ? `${path}.br` : path);

/** The files that the search asks for before anything is typed, besides its script. */
const searchFiles = (folder: string): string[] => {
  const entry = "pagefind/pagefind-entry.json";
  const { languages } = JSON.parse(readFileSync(join(folder, entry), "utf8")) as {
    languages: Record<string, { hash: string; wasm: string | null }>;
  };
  return [
    entry,
    "pagefind/pagefind.js",
    ...Object.values(languages).flatMap(({ hash, wasm }) => [
      `pagefind/pagefind.${hash}.pf_meta`,
      `pagefind/wasm.${wasm ?? "unknown"}.pagefind`,
    ]),
    ...globSync("pagefind/filter/*.pf_filter", { cwd: folder }),
  ];
};

/** The files that a page asks for as soon as it is opened, each once. */
const filesOf = (folder: string, { elements }: BuiltPage): string[] => {
  const targets = elements
    .filter(
      ({ name, attributes: { rel = "" } }) => name !== "a" && (name !== "link" || fetched.has(rel)),
    )
    .flatMap(({ attributes: { href, src } }) => [href, src])
    .filter((target) => target?.startsWith("/")) as string[];
  const names = new Set(elements.map(({ name }) => name));
  /* Elsewhere the search waits in a dialog. */
  const searches = names.has("search-panel") && !names.has("dialog");
  return [...new Set([...targets, ...(searches ? searchFiles(folder) : [])])];
};

const weightOf = (folder: string, page: BuiltPage): Omit<Weight, "pages"> => {
  const files = filesOf(folder, page);
  const inline = page.elements
    .filter(({ name, attributes }) => name === "script" && attributes["src"] === undefined)
    .map(({ text }) => Buffer.byteLength(text));
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
  const besides = sum(files.map((path) => sentBytes(folder, path)));
  return {
    path: page.path,
    bytes: sentBytes(folder, page.file) + besides,
    besides,
    requests: 1 + files.length,
    script: sum([...inline, ...files.filter(runs).map((path) => ownBytes(folder, path))]),
  };
};

/** `/` and `/data/` stand for themselves, `/statements/one/` is one of those at `/statements/…`. */
const placeOf = (path: string) => {
  const [, above] = /^(\/[^/]+\/)./.exec(path) ?? [];
  return above === undefined ? path : `${above}…`;
};

/**
 * What it costs to open each page of the site. Of the pages below one address, the heaviest
 * speaks for all, however many they are.
 * @param folder where the site was built and compressed
 */
export const weightsOf = (folder: string, pages: readonly BuiltPage[]): Weight[] =>
  Object.entries(Object.groupBy(pages, ({ path }) => placeOf(path))).flatMap(
    ([place, all = []]) => {
      const [heaviest] = all
        .map((page) => weightOf(folder, page))
        .sort((a, b) => b.bytes - a.bytes);
      if (!heaviest) return [];
      const path = all.length > 1 ? place : heaviest.path;
      return [{ ...heaviest, path, pages: all.length }];
    },
  );
