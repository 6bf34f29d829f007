import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Numbers from 0 to 1 in an order that looks like chance and is the same each time (mulberry32). */
const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const syllables = (
  "ab ac ad al an ar at be ca ce co da de di el en er es ex fi ga ge ha he in is la le li lo ma " +
  "me mi na ne no of on or pa pe pi po ra re ri ro sa se si so ta te ti to un ur ve vi wa we"
).split(" ");

/** Invented words, a few of them common and most of them rare, as in any language. */
const wordsFrom = (next: () => number) => {
  const lexicon = Array.from({ length: 6000 }, () =>
    Array.from(
      { length: 1 + Math.floor(next() * 4) },
      () => syllables[Math.floor(next() * syllables.length)],
    ).join(""),
  );
  return () => lexicon[Math.floor(lexicon.length * next() ** 3)] ?? "";
};

/** How many paragraphs and lists an answer has, of some 44 words each: at least, and at most. */
type Length = readonly [least: number, most: number];

const short: Length = [4, 8];

/** Answers of some 870 words: long ones, which are what a build has most to do with. */
export const long: Length = [16, 23];

/**
 * Writes questions of varied text, each with an answer in invented words, into a folder. The same
 * arguments give the same bytes.
 * @param topics ids of the topics that the questions are spread over
 */
export const writeQuestions = (
  folder: string,
  count: number,
  topics: readonly string[],
  length = short,
): void => {
  const next = chance(count);
  const word = wordsFrom(next);
  const sentence = (length: number, end: string) => {
    const words = Array.from({ length }, word).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}${end}`;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const paragraph = () =>
    Array.from({ length: between(2, 5) }, () => sentence(between(8, 20), ".")).join(" ");
  const list = () =>
    Array.from({ length: between(2, 4) }, () => `- ${sentence(between(5, 12), ".")}`).join("\n");
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const parts = Array.from({ length: between(...length) }, () =>
      next() < 0.25 ? list() : paragraph(),
    );
    writeFileSync(
      join(folder, `generated-${String(number)}.mdx`),
      `---
question: ${sentence(between(5, 11), "?")}
topic: ${topics[number % topics.length] ?? ""}
order: ${String(100 + number)}
lastReviewed: "2026-01-01"
owner: Legal
---

${parts.join("\n\n")}
`,
    );
  }
};
