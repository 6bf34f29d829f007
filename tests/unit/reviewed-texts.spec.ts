import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { changedSinceReview, keptTexts } from "../../src/check/facts/reviewed-texts.ts";
import { readContent } from "../../src/parse/content.ts";
import { copyForTests } from "../content-copy.ts";
import { sound } from "../faulty-content.ts";

const copy = copyForTests(sound, tmpdir());
let folder: string;

const keep = async () => {
  const text = keptTexts(await readContent(folder));
  if (text !== undefined) await writeFile(join(folder, "reviewed.yaml"), text);
  return text;
};

const said = async () =>
  changedSinceReview(await readContent(folder)).map(
    ({ file, line, message }) => `${file}:${String(line)} ${message}`,
  );

const change = async (file: string, by: (text: string) => string) => {
  const path = join(folder, file);
  await writeFile(path, by(await readFile(path, "utf8")));
};

const reviewed = (day: string) => (text: string) =>
  text.replace(/^lastReviewed:.*$/m, `lastReviewed: "${day}"`);

const dayBefore = (days: number) =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

test.beforeEach(async () => {
  folder = copy();
  await keep();
});

test("what was reviewed is kept once, and nothing has changed since", async () => {
  expect(await said()).toEqual([]);
  expect(await keep()).toBe(undefined);
});

for (const [what, by] of [
  ["a sentence", (text: string) => `${text}\nNobody had said this.\n`],
  ["a word", (text: string) => text.replace("question: Who", "question: Whoever")],
] as const)
  test(`${what} that has changed since the review is told where the review is dated`, async () => {
    await change("faq/who-owns-data.mdx", by);
    expect(await said()).toEqual([
      expect.stringMatching(
        /^faq\/who-owns-data\.mdx:5 this has changed since \w+ \d+, \d{4}, the day of its last review/,
      ),
    ]);
    /* What is kept is not brought up to date with what nobody has reviewed. */
    expect(await keep()).toBe(undefined);
    await change("faq/who-owns-data.mdx", reviewed(dayBefore(1)));
    expect(await said()).toEqual([]);
    expect(await keep()).toContain(`faq/who-owns-data.mdx: ${dayBefore(1)} `);
    await change("faq/who-owns-data.mdx", (text) => `${text}\nNor this.\n`);
    expect(await said()).toHaveLength(1);
  });

test("changes on the day of the review belong to it", async () => {
  await change("faq/who-owns-data.mdx", reviewed(dayBefore(0)));
  await keep();
  await change("faq/who-owns-data.mdx", (text) => `${text}\nNobody had said this.\n`);
  expect(await said()).toEqual([]);
});

test("a record that has changed is told, until a page has been reviewed", async () => {
  await change("facts/recipients.yaml", (text) => text.replace(/purpose: .*/, "purpose: None."));
  expect(await said()).toEqual([
    expect.stringMatching(
      /^facts\/recipients\.yaml:\d+ .* lastReviewed of the page that shows it$/,
    ),
  ]);
  /* Who has read another page has not read this. */
  await change("faq/access-to-customer-data.mdx", reviewed(dayBefore(0)));
  expect(await said()).toHaveLength(1);
  await change("pages/data.mdx", reviewed(dayBefore(0)));
  expect(await said()).toEqual([]);
});

test("what was reviewed before stays kept while a review is under way", async () => {
  const before = await readFile(join(folder, "reviewed.yaml"), "utf8");
  await change("pages/data.mdx", reviewed("2199-01-01"));
  expect(await keep()).toBe(undefined);
  expect(before).toContain("facts/recipients.yaml#");
});

test("the statement on accessibility is a text that is reviewed", async () => {
  const file = "facts/accessibility.yaml";
  const statement = await readFile(join("content", file), "utf8");
  await writeFile(join(folder, file), reviewed(dayBefore(9))(statement));
  await keep();
  await change(file, (text) => text.replace(/^commitment: .*$/m, "commitment: None."));
  expect(await said()).toEqual([
    expect.stringMatching(/^facts\/accessibility\.yaml:\d+ this has .* in lastReviewed$/),
  ]);
});

test("two versions that stand side by side approve nothing", async () => {
  await change("reviewed.yaml", (text) => text.replace(/^(facts\/.*)$/m, "$1\n$1"));
  await change("facts/recipients.yaml", (text) => text.replace(/purpose: .*/, "purpose: None."));
  expect(await said()).toHaveLength(1);
  await keep();
  expect(await said()).toHaveLength(1);
});

test("no change of words is none, and neither is a confirmation", async () => {
  await change("pages/data.mdx", (text) => `${text.replaceAll("\n", "\r\n")}\r\n`);
  await change("faq/who-owns-data.mdx", (text) => text.replace(/^owner:.*$/m, "owner: Counsel"));
  await change("facts/contacts.yaml", (text) =>
    text.replaceAll(/^ *(?:confirmed: false|question: .*)\n/gm, ""),
  );
  await writeFile(join(folder, "faq/new-one.mdx"), "---\nquestion: New?\n---\n\nYes.\n");
  expect(await said()).toEqual([]);
});

test("a content of which nothing was kept is told nothing", async () => {
  await writeFile(join(folder, "reviewed.yaml"), "{ : not YAML");
  expect(await said()).toEqual([]);
  expect(await keep(), "and nothing is written over it").toBe(undefined);
});
