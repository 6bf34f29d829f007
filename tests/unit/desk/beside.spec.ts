import { expect, test } from "@playwright/test";
import { layerOf } from "../../../src/desk/beside/layer.ts";
import type { SavedRecords } from "../../../src/desk/beside/layers.ts";
import { sectionsOf } from "../../../src/desk/beside/page-beside.ts";
import { compact, passageAt } from "../../../src/desk/beside/passage-at.ts";
import { readContent, recordsOf } from "../../../src/parse/content.ts";

const root = "tests/fixtures/another-organization";

const withUnsaved = async (file: string, change: (text: string) => string) => {
  const saved = await readContent(root);
  const text = change(saved.texts.get(file) ?? "");
  const content = await readContent(root, undefined, new Map([[file, text]]));
  return { saved: recordsOf(saved) as SavedRecords, content, text };
};

test("what is not saved takes the place of its own file, and of no other", async () => {
  const file = "facts/contacts.yaml";
  const { saved, content } = await withUnsaved(file, (text) =>
    text.replace("topic: ", "topic: Zu "),
  );
  const { records, prose } = layerOf(content, [file]);
  const laid = records(saved);
  expect(laid.facts.contacts[0]?.topic).toMatch(/^Zu /);
  expect(saved.facts.contacts[0]?.topic).not.toMatch(/^Zu /);
  for (const [name, list] of Object.entries(saved.facts))
    if (name !== "contacts") expect(Reflect.get(laid.facts, name)).toBe(list);
  expect({ ...laid, facts: undefined }).toEqual({ ...saved, facts: undefined });
  expect(prose).toEqual([]);
  expect(layerOf(content, []).records(saved)).toBe(saved);
});

for (const [file, change, seen] of [
  ["site.yaml", /\bname: .*/, ({ site }: SavedRecords) => site.organization.name],
  [
    "lists/unterauftragsverarbeiter.yaml",
    /title: .*/,
    ({ lists }: SavedRecords) => lists.map(({ title }) => title),
  ],
] as const)
  test(`${file} is laid over what was saved`, async () => {
    const { saved, content } = await withUnsaved(file, (text) =>
      text.replace(change, (line) => `${line.split(":", 1).join("")}: Zebra`),
    );
    expect(seen(layerOf(content, [file]).records(saved))).toContain("Zebra");
    expect(seen(saved)).not.toContain("Zebra");
  });

test("a text is laid over with its fields, its words, and all of it", async () => {
  const file = "pages/daten.mdx";
  const { content, text } = await withUnsaved(file, (text) =>
    text.replaceAll("\n", "\r\n").replace(/title: .*/, "title: Zebra"),
  );
  const { prose } = layerOf(content, [file]);
  expect(prose).toHaveLength(1);
  expect(prose[0]).toMatchObject({ id: "daten", collection: "pages", file, text });
  expect(prose[0]?.data).toMatchObject({ title: "Zebra" });
  expect(prose[0]?.body).toMatch(/^[^-\s]/);
});

test("a record is shown in its own row, and a text in its sections", async () => {
  const content = await readContent("tests/fixtures/sound");
  const rows = content.facts.retention.map(
    (_, at) => sectionsOf(content, { path: "/data/", file: "facts/retention.yaml", at })[0]?.id,
  );
  expect(rows).toEqual(content.facts.retention.map(({ id }) => `retention-${id}`));
  const sections = sectionsOf(content, { path: "/data/", file: "pages/data.mdx" });
  expect(sections.map(({ line }) => line)).toEqual(
    [...sections].map(({ line }) => line).sort((a, b) => a - b),
  );
  expect(sections.length).toBeGreaterThan(1);
  expect(sectionsOf(content, { path: "/nowhere/", file: "pages/data.mdx" })).toEqual([]);
});

for (const [name, text, line, words] of [
  ["a sentence", "## One\n\nSome words he|re.", 3, "Somewordshere"],
  ["a heading", "## Wie la|nge – und warum?", 1, "Wielangeundwarum"],
  ["an empty line", "Above\n\n|", 1, "Above"],
  ["a component within a sentence", 'To <Contact id="a" /> you wr|ite.', 1, "youwrite"],
  ["a component that is not finished", "Write to us <Contact id=|", 1, "Writetous"],
  ["a link", "[The words](/an-address/) g|o", 1, "Thewords"],
  ["a row of a table", "| A | B |\n|---|---|\n| one | longer| |", 3, "longer"],
  ["nothing", "|", 1, ""],
  ["another alphabet", "- **שלו|ם** עולם", 1, "שלוםעולם"],
] as const)
  test(`what is written is found on the page: ${name}`, () => {
    const caret = text.lastIndexOf("|", name === "a row of a table" ? text.length - 2 : undefined);
    const typed = `${text.slice(0, caret)}${text.slice(caret + 1)}`;
    expect(passageAt(typed, caret)).toEqual({ line, words });
    expect(compact(typed)).toContain(words);
  });
