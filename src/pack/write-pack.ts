import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { centreFile, centreSchemaFile, factsFile, packFile } from "../centre/addresses.ts";
import { builtFiles } from "../hosting/built-files.ts";
import type { PublicCentre } from "../machine-readable/public-centre.ts";
import { builtTexts } from "../releases/built-texts.ts";
import type { Releases } from "../releases/releases.ts";
import type { Words } from "../words/index.ts";
import { settledPdf, printed } from "./print.ts";
import { versionLine } from "./version-line.ts";
import { zipped } from "./zip.ts";

/** The printed site, in the ZIP. */
const pdfFile = "everything.pdf";

/**
 * Writes all that a site says into one file to take away: a PDF, the lists as CSV, the model with its
 * schema, and a list of these with their hashes.
 * @param folder of the built site; its pages and their machine-readable forms are finished
 * @param words the catalogue of the site's language
 * @param chromium the executable that prints
 */
export const writePack = async (
  folder: string,
  releases: Releases,
  words: Words,
  chromium: string,
): Promise<void> => {
  const read = (file: string) => readFile(join(folder, file));
  const centre = JSON.parse((await read(centreFile)).toString()) as PublicCentre;
  const { name, address, asOf } = centre;
  const foot = [versionLine(releases, builtTexts(folder), asOf, words), address];
  const { sheet } = words.everything;
  const pdf = await printed(folder, address, { name, foot, sheet }, chromium);
  const lists = builtFiles(join(folder, dirname(factsFile("", "csv"))), ".csv");
  const copied = [
    centreFile,
    centreSchemaFile,
    ...lists.map((list) => factsFile(list.slice(0, -4), "csv")),
  ];
  const files: Record<string, Buffer> = { [pdfFile]: settledPdf(pdf, asOf) };
  for (const file of copied) files[file.slice(1)] = await read(file);
  await writeFile(join(folder, packFile), zipped(files, asOf));
};
