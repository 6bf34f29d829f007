import { expect, test } from "@playwright/test";
import { syllables } from "../../src/check/prose/reading-ease.ts";

/* Words of privacy notices, by the number of their syllables as the CMU Pronouncing Dictionary has
   it: endings that are silent or not, and vowels that are one sound or two. */
const counted: readonly (readonly [count: number, words: string])[] = [
  [1, "we your made rule while rights asked closed safe law names stored"],
  [2, "data table request answer business changes pages uses places cookie reason statement"],
  [2, "being create region access agree"],
  [3, "policy policies deleted privacy services purposes period medium compliance addresses"],
  [3, "enforcement management requirement retention deletion processing idea"],
  [4, "security information appropriate contractual authority certificate responsible"],
  [4, "European territory"],
  [5, "individual notification representative organization"],
  [7, "confidentiality"],
];
const words = counted.flatMap(([count, some]) =>
  some.split(" ").map((word) => ({ word, count, found: syllables(word) })),
);

test("nearly every word has as many syllables as it is spoken with", () => {
  expect(words).toHaveLength(60);
  const wrong = words.filter(({ count, found }) => count !== found);
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(4);
});

for (const [word, count] of Object.entries({ GDPR: 4, LLCs: 3, "2026": 1, "O’Neil": 2 }))
  test(`"${word}" has ${String(count)} syllables`, () => {
    expect(syllables(word)).toBe(count);
  });
