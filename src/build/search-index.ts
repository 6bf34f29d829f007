import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type IndexFile } from "pagefind";
import { minify } from "vite";
import { isZipped } from "./compress.ts";
import { searchFolder } from "../search/search-folder.ts";

/** Pagefind's own interfaces, which this site does not use. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/;

/** The engine for languages that Pagefind knows nothing of. */
const fallback = "wasm.unknown.pagefind";

/** Whether a file of an index is asked for by the site's own search. */
const usedIn = (files: readonly IndexFile[]): ((file: IndexFile) => boolean) => {
  const entry = files.find(({ path }) => path === "pagefind-entry.json");
  if (!entry) throw new Error("Pagefind has made no pagefind-entry.json");
  const { languages } = JSON.parse(Buffer.from(entry.content).toString()) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const isKnown = Object.values(languages).every(({ wasm }) => wasm !== null);
  return ({ path }) => !interfaces.test(path) && !(isKnown && path === fallback);
};

/** A zipped fragment of fewer bytes gains too little from better compression to be worth variants. */
const large = 2_000;

/**
 * Pagefind zips its files itself, which keeps a server from compressing them any better; its
 * script reads them unzipped just as well. Fragments, of which each page has one, stay zipped but
 * for the largest: variants of each would be thousands of files that save next to nothing.
 */
const unzipped = (path: string, content: Uint8Array) =>
  isZipped(content) && (!path.endsWith(".pf_fragment") || content.length > large)
    ? gunzipSync(content)
    : content;

/** The script, with short names inside: a fifth less of it reaches whoever searches. */
const shortened = async (path: string, content: Uint8Array): Promise<Uint8Array> => {
  if (path !== "pagefind.js") return content;
  const { code, errors } = await minify(path, Buffer.from(content).toString(), { module: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return Buffer.from(code);
};

/** How many pages Pagefind is given before it has answered: it always has one to go on with. */
const atOnce = 16;

/** A page as it is indexed: without its styles, which may have been put into it by now. */
const withoutStyles = (html: string) => html.replaceAll(/<style>.*?<\/style>/gs, "");

/**
 * Has Pagefind index the pages of a site, in the order in which they are named: it numbers pages as
 * they come.
 * @returns the files of the index, the same for the same pages
 * @throws what Pagefind says went wrong
 */
export const indexPages = async (site: string, names: readonly string[]): Promise<IndexFile[]> => {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join("\n"));
    const faults: string[] = [];
    const waiting = names.values();
    const add = async () => {
      for (const name of waiting) {
        const content = withoutStyles(readFileSync(join(site, name), "utf8"));
        const page = { sourcePath: name, content };
        faults.push(...(await index.addHTMLFile(page)).errors);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, add));
    const made = await index.getFiles();
    const failed = [...faults, ...made.errors];
    if (failed.length > 0) throw new Error(failed.join("\n"));
    return await Promise.all(
      made.files.filter(usedIn(made.files)).map(async ({ path, content }) => ({
        path,
        content: await shortened(path, unzipped(path, content)),
      })),
    );
  } finally {
    await close();
  }
};

/**
 * Writes an index into its folder of the built site.
 * @param folder where the site was built
 * @returns the paths of its files
 */
export const writeIndex = (folder: string, files: readonly IndexFile[]): string[] =>
  files.map(({ path, content }) => {
    const target = join(folder, searchFolder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  });
