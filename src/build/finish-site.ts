import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pathOfBuilt } from "../centre/addresses.ts";
import { buildDay } from "../environment.ts";
import { builtFiles } from "../hosting/built-files.ts";
import { isRedirect } from "../hosting/moved.ts";
import { readPublished } from "../releases/published.ts";
import { billOfMaterials, type Supplier } from "../sbom/bill-of-materials.ts";
import { readLockfile } from "../sbom/lockfile.ts";
import { sbomPath } from "../sbom/sbom-path.ts";
import { searchFolder } from "../search/search-folder.ts";
import type { Words } from "../words/index.ts";
import { completeCatalog } from "./complete-catalog.ts";
import { compress } from "./compress.ts";
import { closeTags, finishPages } from "./finish-pages.ts";
import { markUnreleased } from "./mark-unreleased.ts";
import { measureSite, writeMeasured } from "./measure-site.ts";
import { removeIdleScripts } from "./remove-idle-scripts.ts";
import { indexPages, writeIndex } from "./search-index.ts";
import { writeHostFiles } from "./write-host-files.ts";
import { writeMachineReadable } from "./write-machine-readable.ts";

/**
 * What happens to the site once Astro has built its pages, step by step. Pagefind runs alongside the
 * first steps, and what is settled is compressed alongside the next.
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
  removeIdleScripts(folder);
  const htmlFiles = builtFiles(folder, ".html");
  /* Redirect pages are not indexed, and too small to compress. */
  const redirects = new Set(
    htmlFiles.filter((name) => isRedirect(readFileSync(join(folder, name), "utf8"))),
  );
  const pages = htmlFiles.filter((name) => !redirects.has(name));
  closeTags(folder, pages);
  const index = indexPages(folder, pages, words.search).then((files) =>
    compress(folder, writeIndex(folder, files)),
  );
  /* An error is reported below, where the index is awaited. */
  index.catch(() => undefined);

  await finishPages(folder, [...pages, ...redirects]);
  await writeMeasured(folder, words);
  const releases = await readPublished();
  /* Pages that have been released may yet have to say that they are others now. */
  const settled = pages.filter((name) => !releases.versions.has(`/${pathOfBuilt(name)}`));
  const compressed = compress(folder, settled);
  compressed.catch(() => undefined);
  await writeMachineReadable(folder, pages, words);
  markUnreleased(folder, releases, words);
  completeCatalog(folder);
  if (chromium !== undefined) {
    const { writePack } = await import("../pack/write-pack.ts");
    await writePack(folder, releases, words, chromium);
  }
  await writeFile(join(folder, sbomPath), billOfMaterials(lockfile, supplier, buildDay()));
  await Promise.all([index, compressed]);
  const done = new Set([...redirects, ...settled]);
  const others = builtFiles(folder).filter(
    (name) => !done.has(name) && !name.startsWith(`${searchFolder}/`),
  );
  await compress(folder, others);
  await writeHostFiles(folder);
  return measureSite(folder, lockfile, words);
};
