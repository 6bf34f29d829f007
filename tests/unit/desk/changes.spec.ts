import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "@playwright/test";
import { changesOf, undone, type Versions } from "../../../src/desk/changes/changes.ts";
import { withMoves } from "../../../src/desk/changes/moves.ts";
import { partsOf } from "../../../src/desk/changes/parts.ts";
import { readYaml } from "../../../src/parse/yaml.ts";
import { splitProse } from "../../../src/parse/front-matter.ts";

const folders = ["content", "starter", "tests/fixtures/another-organization"];

const files = folders.flatMap((folder) =>
  globSync("**/*.{yaml,mdx}", { cwd: folder }).map((file) => ({
    file,
    text: readFileSync(join(folder, file), "utf8"),
  })),
);

const sentences = (versions: Versions) => changesOf(versions).map(({ sentence }) => sentence);

const retention = `# How long
- id: trial
  account: Trial Accounts
  steps:
    - action: deleted
      afterDays: 12

# A comment of its own.
- id: paid
  account: Canceled Paid Accounts
  rule: "Deleted: 90 days after."
  steps:
    - action: closed
      afterDays: 30
    - action: deleted
      afterDays: 90
`;
const inRetention = (after: string): Versions => ({
  file: "facts/retention.yaml",
  before: retention,
  after,
});

const page = `---
title: Data we collect
order: 2
---

First words.

## Retention

We keep it for 90 days.

- One
- Two
`;
const inPage = (after: string): Versions => ({ file: "pages/data.mdx", before: page, after });

test.describe("what has changed", () => {
  test("every file is its parts, with any line ends, and none has its path twice", () => {
    for (const { file, text } of files)
      for (const lineEnd of ["\n", "\r\n"]) {
        const written = text.replaceAll(/\r?\n/g, lineEnd);
        const { parts } = partsOf(file, written, new Set());
        expect(parts.map((part) => part.text).join("")).toBe(written);
        const keys = parts.map(({ path }) => path.join("/"));
        expect(new Set(keys).size, file).toBe(keys.length);
        if (text.split("\n").length > 10) expect(parts.length, file).toBeGreaterThan(3);
      }
  });

  test("nothing has where nothing is different", () => {
    for (const { file, text } of files)
      expect(changesOf({ file, before: text, after: text })).toEqual([]);
  });

  test("is told in titles and values", () => {
    expect(sentences(inRetention(retention.replace("afterDays: 12", "afterDays: 14")))).toEqual([
      "Retention: Trial Accounts: afterDays 12 → 14",
    ]);
    expect(sentences(inRetention(retention.replace("afterDays: 90", "afterDays: 60")))).toEqual([
      "Retention: Canceled Paid Accounts: steps 2 afterDays 90 → 60",
    ]);
    expect(sentences(inRetention(retention.replace("90 days after", "60 days after")))).toEqual([
      "Retention: Canceled Paid Accounts: rule Deleted: 90 days after. → Deleted: 60 days after.",
    ]);
    expect(sentences(inRetention(retention.replace("  rule:", "  from: today\n  rule:")))).toEqual([
      "Retention: Canceled Paid Accounts: from added: today",
    ]);
    expect(sentences(inRetention(`${retention}\n- id: new\n  account: New\n`))).toEqual([
      "Retention: New added",
    ]);
    expect(sentences(inRetention(retention.replace(/\n# A comment[^]*/, "")))).toEqual([
      "Retention: Canceled Paid Accounts removed",
    ]);
    expect(sentences(inRetention(retention.replace("A comment", "Another")))).toEqual([
      "Retention: comments or empty lines changed",
    ]);
    expect(sentences(inPage(page.replace("90 days", "60 days")))).toEqual([
      "Data we collect, under “Retention”: passage changed",
    ]);
    expect(sentences(inPage(page.replace("We keep", "New.\n\nWe keep")))).toEqual([
      "Data we collect, under “Retention”: passage added",
    ]);
    expect(sentences(inPage(page.replace("First words.\n\n", "")))).toEqual([
      "Data we collect: passage removed",
    ]);
    expect(sentences(inPage(page.replace("## Retention", "## How long")))).toEqual([
      "Data we collect: the heading “How long” changed",
    ]);
    expect(sentences(inPage(page.replace("order: 2", "order: 3")))).toEqual([
      "Data we collect: order 2 → 3",
    ]);
    expect(
      sentences({ file: "faq/x.mdx", before: undefined, after: "---\nquestion: Why?\n---\n" }),
    ).toEqual(["The question “Why?” was added"]);
    expect(sentences({ file: "pages/data.mdx", before: page, after: undefined })).toEqual([
      "The page “Data we collect” was removed",
    ]);
  });

  test("is the order of records, where that alone is different", () => {
    const [first = "", second = ""] = retention.split(/(?=# A comment)/);
    const after = `${second}\n${first.trimEnd()}\n`;
    const changes = changesOf(inRetention(after));
    expect(changes.map(({ sentence }) => sentence)).toContain("Retention: the order changed");
  });

  test("is told of a file that cannot be read, as one", () => {
    const [change] = changesOf(inRetention("- id: [\n"));
    expect(change).toMatchObject({ sentence: "Retention changed", before: retention });
    expect(undone(inRetention("- id: [\n"), change?.key ?? "")).toBe(retention);
  });
});

test.describe("a change can be undone", () => {
  test("and nothing else with it", () => {
    const after = retention
      .replace("afterDays: 12", "afterDays: 14")
      .replace("  rule:", "  from: today\n  rule:")
      .replace("# A comment", "- id: new\n  account: New\n\n# A comment")
      .replace('"Deleted: 90 days after."', "Deleted.");
    const versions = inRetention(after);
    const changes = changesOf(versions);
    expect(changes).toHaveLength(4);
    for (const { key, sentence } of changes) {
      const text = undone(versions, key);
      expect(sentences({ ...versions, after: text ?? "" }), sentence).toEqual(
        changes.filter((other) => other.key !== key).map((other) => other.sentence),
      );
    }
  });

  test("of a passage, also one that was removed or added", () => {
    for (const after of [
      page.replace("First words.\n\n", ""),
      page.replace("First words.", "First words.\n\nMore."),
      page.replace("- Two\n", ""),
      page.replace("\n- One\n- Two\n", ""),
      page.replace("title: Data we collect\n", ""),
    ]) {
      const [change, ...others] = changesOf(inPage(after));
      expect(others).toEqual([]);
      expect(undone(inPage(after), change?.key ?? "")).toBe(page);
    }
  });

  test("of a field above a text that begins with a rule", () => {
    const before = "---\ntitle: Data\n---\n\nWords.\n";
    const after = "---\ntitle: Facts\n---\n\n---\n\nWords.\n";
    const versions = { file: "pages/data.mdx", before, after };
    const [title, rule, ...others] = changesOf(versions);
    expect(others).toEqual([]);
    expect(undone(versions, title?.key ?? "")).toBe(after.replace("Facts", "Data"));
    expect(undone(versions, rule?.key ?? "")).toBe(before.replace("Data", "Facts"));
  });

  test("of a value that became a group of fields, and the other way round", () => {
    const grouped = retention.replace(
      'rule: "Deleted: 90 days after."',
      "rule:\n    first: Closed.\n    then: Deleted.",
    );
    for (const [before, after] of [
      [retention, grouped],
      [grouped, retention],
    ] as const) {
      const versions = { file: "facts/retention.yaml", before, after };
      const [change, ...others] = changesOf(versions);
      expect(others).toEqual([]);
      expect(change?.sentence).toMatch(/^Retention: Canceled Paid Accounts: rule /);
      expect(undone(versions, change?.key ?? "")).toBe(before);
    }
  });

  test("of a whole file, which is deleted where it was added", () => {
    const added = { file: "faq/x.mdx", before: undefined, after: "---\nquestion: Why?\n---\n" };
    expect(undone(added, "")).toBeNull();
    const removed = { file: "pages/data.mdx", before: page, after: undefined };
    expect(undone(removed, "")).toBe(page);
  });

  test("of every value of every file, to the byte", () => {
    const valuesIn = (file: string, text: string) =>
      readYaml(file, (file.endsWith(".mdx") ? splitProse(text).matter : text) ?? "").values.filter(
        ({ path }) => path.at(-1) !== "id",
      );
    const cases = files.flatMap(({ file, text }) =>
      valuesIn(file, text).map((value) => ({ file, text, value })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.boolean(), ({ file, text, value }, isCrlf) => {
        const typed = `${text.slice(0, value.start)}"other"${text.slice(value.end)}`;
        const [before, after] = [text, typed].map((each) =>
          isCrlf ? each.replaceAll(/\r?\n/g, "\r\n") : each,
        );
        const versions = { file, before, after };
        const [change, ...others] = changesOf(versions);
        expect(others).toEqual([]);
        expect(undone(versions, change?.key ?? "")).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  test("unless it is not there any more", () => {
    expect(undone(inRetention(retention), "trial")).toBeUndefined();
  });
});

test.describe("a file that has moved", () => {
  const question = (fields: string, ...words: string[]) =>
    `---\nquestion: Which?\ntopic: cookies\n${fields}---\n\n${words.join("\n\n")}\n`;
  const gone = { file: "faq/a.mdx", before: question("", "One.", "Two.", "Three.") };
  const moved = (added: Omit<Versions, "before">) =>
    withMoves([
      { ...gone, after: undefined },
      { ...added, before: undefined },
    ]);
  const told = (added: Omit<Versions, "before">) => moved(added).flatMap(sentences);

  test("is one change with what else is another in it", () => {
    const after = question("formerly: [a]\n", "One.", "Else.", "Three.").replaceAll("\n", "\r\n");
    const found = moved({ file: "faq/b.mdx", after });
    expect(found.flatMap(sentences)).toEqual([
      "The question “Which?” moved from faq/a.mdx to faq/b.mdx",
      "Which?: formerly added: [a]",
      "Which?: passage changed",
    ]);
    const undoneFormer = found.map((versions) => undone(versions, "formerly"));
    expect(undoneFormer).toEqual([after.replace("formerly: [a]\r\n", "")]);
  });

  test("is known by its text where it does not say what it was, and is none for its fields", () => {
    expect(
      told({ file: "statements/a.mdx", after: question("", "Two.", "One.", "Else.") })[0],
    ).toBe("The question “Which?” moved from faq/a.mdx to statements/a.mdx");
    expect(told({ file: "faq/b.mdx", after: question("", "One.", "Else.", "More.") })).toEqual([
      "The question “Which?” was removed",
      "The question “Which?” was added",
    ]);
    expect(told({ file: "faq/b.mdx", after: gone.before })).toEqual([
      "The question “Which?” moved from faq/a.mdx to faq/b.mdx",
    ]);
    const empty = { file: "faq/a.mdx", before: "", after: undefined };
    expect(withMoves([empty, { file: "faq/b.mdx", before: undefined, after: "" }])).toHaveLength(2);
  });

  test("is the likeliest of several, and each is one at most", () => {
    const [a, b] = ["faq/a.mdx", "faq/b.mdx"].map((file) => ({ ...gone, file, after: undefined }));
    const [c, d] = [question("formerly: [b]\n", "Else."), gone.before].map((after, at) => ({
      file: `faq/${"cd".charAt(at)}.mdx`,
      before: undefined,
      after,
    }));
    expect(
      withMoves([a, b, c, d].filter((versions) => versions !== undefined)).map(({ from, file }) => [
        from,
        file,
      ]),
    ).toEqual([
      ["faq/b.mdx", "faq/c.mdx"],
      ["faq/a.mdx", "faq/d.mdx"],
    ]);
  });
});
