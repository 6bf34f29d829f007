import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { accessibilityPage, builtFileOf, thisSitePage, twinOf } from "../centre/addresses.ts";
import { closeBlocks } from "../components/markup.ts";
import { pageText, type PageText } from "../machine-readable/markdown.ts";
import type { Lockfile } from "../sbom/lockfile.ts";
import { lastRun } from "../transparency/accessibility-run.ts";
import { builtPages } from "../transparency/built-pages.ts";
import { fileList, leftOut, pagesDigest, sha256 } from "../transparency/digest.ts";
import { measurements } from "../transparency/measurements.ts";
import { brokenPromises } from "../transparency/promises.ts";
import { filled } from "../transparency/slots.ts";
import type { Words } from "../words/index.ts";
import { compress } from "./compress.ts";

/**
 * Writes into the statement on accessibility, where there is one, whether its figures were measured
 * on this build.
 * @param folder of the built site; its pages are finished
 * @returns its text, where there is one
 */
export const writeMeasured = async (
  folder: string,
  words: Words,
): Promise<PageText | undefined> => {
  const name = builtFileOf(accessibilityPage).slice(1);
  const page = join(folder, name);
  if (!existsSync(page)) return undefined;
  const digest = pagesDigest(folder);
  const { measuredHere, measuredElsewhere } = words.accessibility.tests;
  const build = digest === lastRun.digest ? measuredHere : measuredElsewhere;
  const html = filled(await readFile(page, "utf8"), { single: { build, digest }, lists: {} });
  await writeFile(page, html);
  await compress(folder, [name]);
  return pageText(html, accessibilityPage);
};

/**
 * Measures the finished site, writes the figures into `/this-site/`, its text as Markdown, and the
 * list of all files beside it.
 * @param folder of the built site
 * @param words the catalogue of the site's language
 * @returns the digest of the build: SHA-256, in hexadecimal
 * @throws if the site breaks a promise that `/this-site/` makes
 */
export const measureSite = async (
  folder: string,
  lockfile: Lockfile,
  words: Words,
): Promise<string> => {
  const pages = builtPages(folder);
  const [broken] = brokenPromises(folder, pages);
  if (broken !== undefined) throw new Error(broken);
  const list = fileList(folder);
  const digest = sha256(list);
  const page = join(leftOut, "index.html");
  const html = await readFile(join(folder, page), "utf8");
  const figures = measurements({ folder, pages, lockfile, digest, words });
  /* Tables of measured figures weigh most of all pages: the first view has room for them so. */
  const finished = filled(html, figures).replace(/<main\b.*<\/main>/s, closeBlocks);
  const files = {
    [page]: finished,
    [twinOf(thisSitePage)]: pageText(finished, thisSitePage).markdown,
    [join(leftOut, "files.txt")]: list,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await compress(folder, Object.keys(files));
  return digest;
};
