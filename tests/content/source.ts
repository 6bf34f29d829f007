import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { contentFolder } from "../../src/centre/records.ts";

/*
 * The texts that the content was taken over from, as they were published. Addresses are obfuscated
 * in them; tables have a line for each row.
 */

/** Whether the content at hand is the one that was taken over from the source texts. */
export const isTakenOver = contentFolder === "content";
export const onlyTakenOver = "the source texts are those of the content that is shipped";

/** Folds what typography may change: case, quotes, dashes, spaces, punctuation. */
export const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u00ad\u200b-\u200d\ufeff]/g, "")
    .replaceAll(/[^\p{L}\p{N}@&/]+/gu, " ")
    .trim();

const lines = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split(/\r?\n/)
    .map((line) => line.replaceAll("\ufeff", "").trim())
    .filter((line) => line !== "" && !/^[|\s-]+$/.test(line));

const cells = (row: string): string[] => row.split("|").map((cell) => cell.trim());

const sentences = (line: string): string[] =>
  line.replace(/^- /, "").split(/(?<=[.!?”"])\s+(?=[A-Z“])/);

/** The source texts: name, and every sentence and table cell in their order. */
export const sources = globSync("tests/fixtures/source/*.txt")
  .sort()
  .map((path) => ({
    name: basename(path, ".txt"),
    lines: lines(path),
    units: lines(path)
      .flatMap((line) => (line.startsWith("|") ? cells(line) : sentences(line)))
      .filter((unit) => unit !== ""),
  }));

/** What a sentence says for sure: an obfuscated address in it stands for any address. */
export const piecesOf = (unit: string): string[] =>
  unit
    .split(/\[email\s*protected\]/i)
    .map(fold)
    .filter((piece) => piece.length > 1);
