import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildDay } from "../environment.ts";
import { builtFiles } from "../hosting/built-files.ts";
import { readPublished } from "../releases/published.ts";
import { billOfMaterials, type Supplier } from "../sbom/bill-of-materials.ts";
import { readLockfile } from "../sbom/lockfile.ts";
import { sbomPath } from "../sbom/sbom-path.ts";
import { searchFolder } from "../search/search-folder.ts";
import type { Words } from "../words/index.ts";
import { completeCatalog } from "./complete-catalog.ts";
import { compress } from "./compress.ts";
import { finishPages } from "./finish-pages.ts";
import { measureSite, writeMeasured } from "./measure-site.ts";
import { readPages } from "./read-pages.ts";
import { indexPages, writeIndex } from "./search-index.ts";
import { writeHostFiles } from "./write-host-files.ts";
import { writeMachineReadable } from "./write-machine-readable.ts";

/**
 * What happens to the site once Astro has built its pages, step by step. Pagefind runs alongside, and
 * each page is compressed as soon as it is settled.
 * @param folder of the built site
 * @param words the catalogue of the site's language
 * @param supplier the organization that publishes the site
 * @param chromium that prints the site for the file that holds all of it; where there is none, that
 * file is not made
 * @returns the digest of the build: SHA-256, in hexadecimal
 */
export const finishSite = async (
  folder: string,
  words: Words,
  supplier: Supplier = {},
  chromium?: string,
): Promise<string> => {
  const lockfile = readLockfile(pathToFileURL("./"));
  const pages = readPages(folder);
  const index = indexPages(pages.indexed, words.search).then((files) =>
    compress(folder, writeIndex(folder, files)),
  );
  /* An error is reported below, where the index is awaited. */
  index.catch(() => undefined);

  const releases = await readPublished();
  const texts = await finishPages(folder, pages, releases, words);
  const statement = await writeMeasured(folder, words);
  writeMachineReadable(folder, statement ? [...texts, statement] : texts, releases, words);
  completeCatalog(folder, texts);
  if (chromium !== undefined) {
    const { writePack } = await import("../pack/write-pack.ts");
    await writePack(folder, releases, words, chromium);
  }
  await writeFile(join(folder, sbomPath), billOfMaterials(lockfile, supplier, buildDay()));
  await index;
  const done = new Set([...pages.names, ...pages.redirects]);
  const others = builtFiles(folder).filter(
    (name) => !done.has(name) && !name.startsWith(`${searchFolder}/`),
  );
  await compress(folder, others);
  await writeHostFiles(folder);
  return measureSite(folder, lockfile, words);
};
