import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lockfile } from "../sbom/lockfile.ts";
import { builtPages } from "../transparency/built-pages.ts";
import { fileList, leftOut, sha256 } from "../transparency/digest.ts";
import { measurements } from "../transparency/measurements.ts";
import { brokenPromises } from "../transparency/promises.ts";
import { filled } from "../transparency/slots.ts";
import type { Words } from "../words/index.ts";
import { compress, isLarge } from "./compress.ts";

/**
 * Measures the finished site, writes the figures into `/this-site/` and the list of all files beside
 * it.
 * @param folder of the built site
 * @param words the catalogue of the site's language
 * @returns the digest of the build: SHA-256, in hexadecimal
 * @throws if the site breaks a promise that page makes
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
  const page = join(folder, leftOut, "index.html");
  const html = await readFile(page, "utf8");
  const figures = measurements({ folder, pages, lockfile, digest, words });
  const files = { [page]: filled(html, figures), [join(folder, leftOut, "files.txt")]: list };
  for (const [path, text] of Object.entries(files)) await writeFile(path, text);
  await compress(Object.keys(files), isLarge(pages.map(({ file }) => file)));
  return digest;
};
