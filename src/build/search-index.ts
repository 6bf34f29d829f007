import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type IndexFile } from "pagefind";
import { minify } from "vite";
import { isZipped } from "./compress.ts";
import { searchFolder } from "../search/search-folder.ts";

/** Pagefind's own interfaces, which this site does not use. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/;

/** The engine for languages that Pagefind does not support. */
const fallback = "wasm.unknown.pagefind";

/** A function that says whether the site's own search requests a file of the index. */
const usedIn = (files: readonly IndexFile[]): ((file: IndexFile) => boolean) => {
  const entry = files.find(({ path }) => path === "pagefind-entry.json");
  if (!entry) throw new Error("Pagefind has made no pagefind-entry.json");
  const { languages } = JSON.parse(Buffer.from(entry.content).toString()) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const isKnown = Object.values(languages).every(({ wasm }) => wasm !== null);
  return ({ path }) => !interfaces.test(path) && !(isKnown && path === fallback);
};

/** A zipped fragment of fewer bytes gains too little from better compression to have variants. */
const large = 2_000;

/**
 * Pagefind zips its files itself, which keeps a server from compressing them any better; its script
 * reads them unzipped just as well. All but the largest fragments stay zipped: every page has a
 * fragment, and variants of each would be thousands of files that save next to nothing.
 */
const unzipped = (path: string, content: Uint8Array) =>
  isZipped(content) && (!path.endsWith(".pf_fragment") || content.length > large)
    ? gunzipSync(content)
    : content;

/** Pagefind's script, minified to four fifths of its size; any other file as it is. */
const minified = async (path: string, content: Uint8Array): Promise<Uint8Array> => {
  if (path !== "pagefind.js") return content;
  const { code, errors } = await minify(path, Buffer.from(content).toString(), { module: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return Buffer.from(code);
};

/** How many pages are sent to Pagefind at once, so that it never waits for the next. */
const concurrency = 16;

/** A page as it is indexed: without styles, which may be inline by now. */
const withoutStyles = (html: string) => html.replaceAll(/<style>.*?<\/style>/gs, "");

/**
 * Has Pagefind index the pages of a site in the given order, since it numbers pages as they come.
 * @param folder of the built site
 * @param names of the pages' files, relative to the folder
 * @returns the files of the index, the same for the same pages
 * @throws the errors that Pagefind reports
 */
export const indexPages = async (
  folder: string,
  names: readonly string[],
): Promise<IndexFile[]> => {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join("\n"));
    const pageErrors: string[] = [];
    const waiting = names.values();
    const add = async () => {
      for (const name of waiting) {
        const content = withoutStyles(readFileSync(join(folder, name), "utf8"));
        const page = { sourcePath: name, content };
        pageErrors.push(...(await index.addHTMLFile(page)).errors);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, add));
    const { files, errors: fileErrors } = await index.getFiles();
    const allErrors = [...pageErrors, ...fileErrors];
    if (allErrors.length > 0) throw new Error(allErrors.join("\n"));
    return await Promise.all(
      files.filter(usedIn(files)).map(async ({ path, content }) => ({
        path,
        content: await minified(path, unzipped(path, content)),
      })),
    );
  } finally {
    await close();
  }
};

/**
 * Writes the files of an index into their folder of the built site.
 * @param folder of the built site
 * @returns the paths of its files
 */
export const writeIndex = (folder: string, files: readonly IndexFile[]): string[] =>
  files.map(({ path, content }) => {
    const target = join(folder, searchFolder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  });
