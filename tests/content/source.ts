import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { lastReviewed, questions, site } from "./read.ts";

/*
 * The texts that the content was taken over from, as they were published. Addresses are obfuscated
 * in them; tables have a line for each row.
 */

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

/** The lines of the source texts that ask something and stand alone. */
export const asked = sources.flatMap(({ lines }) =>
  lines
    .slice(lines.indexOf("Frequently Asked Questions") + 1)
    .filter((line) => /^[^|]*\?$/.test(line)),
);

/**
 * The day on which the content was taken over from the source texts and compared with them, an ISO
 * date: the latest `lastReviewed` that it had then.
 */
export const takenOverOn = "2026-11-27";

/** What is known of a content before it is compared with the source texts. */
interface Standing {
  /** The name of its organization. */
  readonly organization: string;
  /** The latest day on which any of it was reviewed, an ISO date. */
  readonly lastReviewed: string;
  /** How many questions it answers. */
  readonly questions: number;
}

const text = ` ${fold(sources.flatMap(({ lines }) => lines).join("\n"))} `;

/** Whether the source texts speak of an organization. */
export const isNamed = (organization: string): boolean => text.includes(` ${fold(organization)} `);

export const onlyNamed = "the source texts are those of another organization";

/**
 * Why the source texts do not hold for a content, in words; empty where they do. They hold
 * until it is reviewed or answers more than they do: from then on Legal's words hold.
 */
export const whyNotHeld = ({ organization, lastReviewed, questions }: Standing): string => {
  if (!isNamed(organization)) return onlyNamed;
  return lastReviewed > takenOverOn || questions > asked.length
    ? "the content has been reviewed since it was taken over from its sources"
    : "";
};

/** Why the source texts do not hold for the content at hand; empty where they do. */
export const notHeld = whyNotHeld({
  organization: site.organization.name,
  lastReviewed,
  questions: questions.length,
});
