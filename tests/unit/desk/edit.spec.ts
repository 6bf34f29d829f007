import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { dataOf, withEdit, type Edit } from "../../../src/desk/store/edit.ts";
import { withLineBreaks } from "../../../src/desk/store/passages.ts";
import { Refusal } from "../../../src/desk/store/refusal.ts";
import { splitProse } from "../../../src/parse/front-matter.ts";
import { readYaml } from "../../../src/parse/yaml.ts";
import type { FieldPath } from "../../../src/schemas/introspection.ts";

const awkward: readonly string[] = [
  "It's \"quoted\" – 'twice'",
  "a: colon",
  "ends in a colon:",
  "Section #1 # not a comment",
  "# no comment either",
  "one\ntwo",
  "one\n\n  two\n three\n",
  "> not folded",
  "| not literal",
  "- no entry",
  "a\ttab",
  "\tin front",
  "no\u00a0break\u00a0space",
  "\u00a0around\u00a0",
  "שלום לכולם",
  "مرحبا: ‏العالم‏",
  "👩‍⚖️ and 🇪🇺",
  " spaces around ",
  "yes",
  "no",
  "null",
  "~",
  "true",
  "1e3",
  "0x1F",
  "0o17",
  "1_000",
  "012",
  "12:30:45",
  "2026-01-01",
  "",
  "{braces}, [brackets], and commas",
  "*asterisk & ampersand",
  "!exclamation %percent @at `tick",
  "back\\slash \\n",
  "---",
  "<<<<<<< HEAD",
  "a very long line ".repeat(20).trim(),
  "[x]: y",
  "? question",
  "\u2028separators\u2029",
  "\ufefffeff",
  "\r\nbreaks\r",
];

const roots = ["content", "starter", "tests/fixtures/another-organization"];

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((below, step) => (below as Record<string | number, unknown>)[step], value);

/** A long list in pieces of one record each, since every edit reads the whole. */
const piecesOf = (text: string): readonly string[] =>
  text.length < 5000 ? [text] : text.split(/(?<=\n)(?=\n- )/);

/** Every file with fields, and how its lines end: one way in one, the other in the next. */
const files = roots.flatMap((root) =>
  globSync("{site.yaml,{facts,lists,templates}/*.yaml,{pages,faq,statements}/*.mdx}", { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return file.startsWith("facts/")
        ? piecesOf(text).map((piece) => ({ file, text: piece }))
        : [{ file, text }];
    })
    .map(({ file, text }, at) => ({
      name: `${root}/${file}`,
      file,
      text: text.replaceAll("\n", at % 2 === 0 ? "\n" : "\r\n"),
    })),
);

const valuesOf = (file: string, text: string) =>
  readYaml(file, file.endsWith(".mdx") ? (splitProse(text).matter ?? "") : text).values;

/** The lists in a value, with the path of each. */
const listsIn = (value: unknown, path: FieldPath = []): [FieldPath, readonly unknown[]][] => {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, inner]) =>
    listsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? [[path, value], ...below] : below;
};

test("each field takes awkward words, and not a character beside it changes", () => {
  test.setTimeout(120_000);
  let count = 0;
  for (const { name, file, text } of files) {
    for (const { path, start, end } of valuesOf(file, text)) {
      const words = String(awkward[count++ % awkward.length]);
      const where = `${name} ${path.join(".")} ${JSON.stringify(words)}`;
      const edited = withEdit(file, text, { kind: "set", path, value: words });
      expect(valueAt(dataOf(file, edited)?.value, path), where).toBe(words);
      expect(edited.startsWith(text.slice(0, start)), where).toBe(true);
      expect(edited.endsWith(text.slice(end).replace(/^\s+/, "")), where).toBe(true);
      expect(
        withEdit(file, text, {
          kind: "set",
          path,
          value: valueAt(dataOf(file, text)?.value, path),
        }),
      ).toBe(text);
    }
  }
  expect(count).toBeGreaterThan(2000);
});

/* Every way to write a text, each with something beside it that must stay. */
const styles = `# About this list.
- id: one
  plain: Some words # a remark
  single: 'It''s so' # a remark
  double: "So it is" # a remark
  literal: |
    One
      two

  # About what follows.
  folded: >-
    One
    two
  kept: |+
    One

  empty:
  row: { id: x, name: Y, more: [a, "b", 'c'] } # a remark
  lines:
    - first
    # About the second.
    - second
  last: words`;

for (const lineBreak of ["\n", "\r\n"])
  test(`each way of writing takes each awkward text, in lines that end in ${JSON.stringify(lineBreak)}`, () => {
    test.setTimeout(60_000);
    const text = styles.replaceAll("\n", lineBreak);
    for (const { path, start, end } of readYaml("styles.yaml", text).values)
      for (const words of awkward) {
        const where = `${path.join(".")} ${JSON.stringify(words)}`;
        const edited = withEdit("facts/topics.yaml", text, { kind: "set", path, value: words });
        expect(valueAt(dataOf("facts/topics.yaml", edited)?.value, path), where).toBe(words);
        expect(edited.startsWith(text.slice(0, start)), where).toBe(true);
        expect(edited.endsWith(text.slice(end).trimStart()), where).toBe(true);
        expect(edited.replaceAll(lineBreak, ""), where).not.toMatch(/[\r\n]/);
      }
  });

const edited = (edit: Edit, text = styles, file = "facts/topics.yaml") =>
  withEdit(file, text, edit);

test("a text of spaces, or that looks like the end of a document, can be written over again", () => {
  const text = "last: words\r\nlines: >-\r\n  One\r\n  two\r\n";
  for (const value of [" ", "\n ", "---", "--- x", "..."])
    for (const [name, was] of [
      ["last", "words"],
      ["lines", "One two"],
    ] as const) {
      const written = edited({ kind: "set", path: [name], value }, text);
      expect(written.replaceAll("\r\n", ""), written).not.toContain("\n");
      const again = edited({ kind: "set", path: [name], value: was }, written);
      expect(dataOf("facts/topics.yaml", again)?.value).toEqual({
        last: "words",
        lines: "One two",
      });
    }
});

test("a text stays in the quotes, or in the lines of its own, that it was written in", () => {
  const set = (name: string, value: unknown) => edited({ kind: "set", path: [0, name], value });
  expect(set("plain", "Other words")).toContain("  plain: Other words # a remark\n");
  expect(set("plain", "2026-01-01")).toContain('  plain: "2026-01-01" # a remark\n');
  expect(set("plain", 12)).toContain("  plain: 12 # a remark\n");
  expect(set("single", "That's it")).toContain("  single: 'That''s it' # a remark\n");
  expect(set("double", "yes")).toContain('  double: "yes" # a remark\n');
  expect(set("literal", "One\n  2\n")).toContain("  literal: |\n    One\n      2\n\n  # About");
  expect(set("folded", "One three")).toContain("  folded: >-\n    One three\n  kept:");
  expect(set("empty", "full")).toContain("  empty: full\n  row:");
  expect(set("last", "one\ntwo")).toMatch(/\n {2}last: \|-\n {4}one\n {4}two$/);
});

test("every entry of every list moves, is taken out and put back, and all else stays", () => {
  test.setTimeout(120_000);
  let count = 0;
  for (const { name, file, text } of files) {
    const before = dataOf(file, text)?.value;
    for (const [path, list] of listsIn(before).filter(([, list]) => list.length > 0)) {
      const at = count++ % list.length;
      const to = (at + 1) % list.length;
      const where = `${name} ${path.join(".")} ${String(at)}`;
      const moved = withEdit(file, text, { kind: "move", path: [...path, at], to });
      const movedBack = withEdit(file, moved, { kind: "move", path: [...path, to], to: at });
      expect(dataOf(file, movedBack), where).toEqual(dataOf(file, text));
      /* An entry that comes to stand first is set apart from the comments about the whole. */
      if (movedBack.length === text.length) expect(movedBack, where).toBe(text);
      const removed = withEdit(file, text, { kind: "remove", path: [...path, at] });
      expect(removed.length, where).toBeLessThan(text.length);
      const value = list[at];
      const back = withEdit(file, removed, { kind: "insert", path: [...path, at], value });
      expect(dataOf(file, back), where).toEqual(dataOf(file, text));
    }
  }
  expect(count).toBeGreaterThan(100);
});

test("a field that is taken out of its group and put back stands in its place", () => {
  test.setTimeout(60_000);
  let count = 0;
  for (const { name, file, text } of files)
    for (const { path } of valuesOf(file, text)) {
      if (typeof path.at(-1) === "number" || count++ % 5 !== 0) continue;
      const where = `${name} ${path.join(".")}`;
      const removed = withEdit(file, text, { kind: "remove", path });
      const value = valueAt(dataOf(file, text)?.value, path);
      const back = withEdit(file, removed, { kind: "set", path, value });
      expect(dataOf(file, back)?.value, where).toEqual(dataOf(file, text)?.value);
    }
});

test("a record takes along the comments right above it, and those above the first stay", () => {
  const list =
    "# About all.\n- id: a\n\n# About b.\n- id: b # so\n  # within b\n\n- id: c\n# The end.\n";
  expect(edited({ kind: "move", path: [1], to: 0 }, list)).toBe(
    "# About all.\n\n# About b.\n- id: b # so\n  # within b\n\n- id: a\n\n- id: c\n# The end.\n",
  );
  expect(edited({ kind: "remove", path: [1] }, list)).toBe(
    "# About all.\n- id: a\n\n- id: c\n# The end.\n",
  );
  expect(edited({ kind: "insert", path: [3], value: { id: "d", title: "D" } }, list)).toBe(
    list.replace("- id: c\n", "- id: c\n\n- id: d\n  title: D\n"),
  );
  const apart = "# About all.\n\n# About a.\n- id: a\n\n- id: b\n";
  expect(edited({ kind: "remove", path: [0] }, apart)).toBe("# About all.\n\n- id: b\n");
});

test("the first record is written into a list that has none, and the last is taken out", () => {
  for (const [text, filled] of [
    ["# About.\n[]\n", "# About.\n- id: a\n"],
    ["# About.\n", "# About.\n- id: a\n"],
    ["# About.\n[] # none\n", "# About.\n- id: a # none\n"],
  ] as const) {
    expect(edited({ kind: "insert", path: [0], value: { id: "a" } }, text)).toBe(filled);
  }
  expect(edited({ kind: "remove", path: [0] }, "# About.\n- id: a\n")).toBe("# About.\n[]\n");
  const list = "title: T\nrecords: []\n";
  const one = "title: T\nrecords:\n  - id: a\n    name: A\n";
  const value = { id: "a", name: "A" };
  expect(edited({ kind: "insert", path: ["records", 0], value }, list, "lists/x.yaml")).toBe(one);
  expect(edited({ kind: "remove", path: ["records", 0] }, one, "lists/x.yaml")).toBe(list);
  expect(
    edited(
      { kind: "insert", path: ["records", 1], value: { id: "b", name: "B" } },
      `${one}more: 1\n`,
      "lists/x.yaml",
    ),
  ).toBe(`${one}  - id: b\n    name: B\nmore: 1\n`);
});

test("a field that was not there is written where the schema has it", () => {
  const text = "- id: privacy\n  topic: Privacy\n  email: a@b.example\n  question: Is it?\n";
  expect(
    edited({ kind: "set", path: [0, "confirmed"], value: false }, text, "facts/contacts.yaml"),
  ).toBe(text.replace("  question", "  confirmed: false\n  question"));
  const row = "- { id: a, title: A }\n";
  expect(edited({ kind: "set", path: [0, "confirmed"], value: false }, row)).toBe(
    "- { id: a, title: A, confirmed: false }\n",
  );
  const law = "- id: a\n  name: A\n  footnote: F\n";
  const request = { citation: "C", rights: ["x"], authority: { name: "All" } };
  expect(
    edited({ kind: "set", path: [0, "request"], value: request }, law, "facts/laws.yaml"),
  ).toBe(`${law}  request:\n    citation: C\n    rights: [x]\n    authority:\n      name: All\n`);
});

test("a field that is emptied is taken out, and stays out", () => {
  const text = "- id: gdpr\n  name: GDPR\n  footnote: In force.\n";
  const clear: Edit = { kind: "set", path: [0, "footnote"], value: null };
  const without = edited(clear, text, "facts/laws.yaml");
  expect(without).toBe("- id: gdpr\n  name: GDPR\n");
  expect(edited(clear, without, "facts/laws.yaml")).toBe(without);
});

test("quotes around nothing do not stay around what is typed", () => {
  const text = "- id: \"\"\n  title: ''\n";
  expect(edited({ kind: "set", path: [0, "id"], value: "a" }, text)).toBe("- id: a\n  title: ''\n");
});

test("the text below the fields is replaced line by line, and keeps the ends of its lines", () => {
  const file = "pages/a-page.mdx";
  const page = "---\r\ntitle: A\r\n---\r\n\r\nOne.\r\n\nTwo.\r\n\r\nThree.\r\n\r\n";
  expect(withEdit(file, page, { kind: "body", text: "One.\n\nTwo.\n\nThree." })).toBe(page);
  expect(withEdit(file, page, { kind: "body", text: "One.\n\n2.\nMore.\n\nThree.\n\n" })).toBe(
    page.replace("Two.", "2.\r\nMore."),
  );
  const empty = "---\ntitle: A\n---\n";
  expect(withEdit(file, empty, { kind: "body", text: "One." })).toBe(`${empty}\nOne.\n`);
  for (const { file, text } of files.filter(({ file }) => file.endsWith(".mdx"))) {
    const body = String(dataOf(file, text)?.body).replaceAll("\r\n", "\n");
    expect(withEdit(file, text, { kind: "body", text: body })).toBe(text);
  }
});

test("what cannot be written, or is not there, is refused in a sentence", () => {
  const refusals: [Edit, string?, string?][] = [
    [{ kind: "set", path: [7, "title"], value: "x" }],
    [{ kind: "remove", path: [0, "nothing"] }],
    [{ kind: "move", path: [0], to: 5 }],
    [{ kind: "insert", path: [9], value: { id: "x" } }],
    [{ kind: "set", path: [0, "__proto__"], value: { a: 1 } }],
    [{ kind: "set", path: [0, "__proto__", "polluted"], value: 1 }],
    [{ kind: "set", path: ["constructor", "polluted"], value: 1 }],
    [{ kind: "remove", path: [0, "toString"] }],
    [{ kind: "set", path: [0, "plain"], value: "\ud800" }],
    [{ kind: "set", path: [0, "plain"], value: "\0" }],
    [{ kind: "body", text: "x" }],
    [{ kind: "set", path: [0, "id"], value: "x" }, "- id: [\n"],
    [{ kind: "set", path: ["title"], value: "x" }, "No fields.\n", "pages/a.mdx"],
  ];
  for (const [edit, text, file] of refusals)
    expect(() => edited(edit, text, file), JSON.stringify(edit)).toThrow(Refusal);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("lines typed in the browser get the ends that the file has, and those of the same line", () => {
  expect(withLineBreaks("a\r\nb\nc\rd", "a\nb\nc\nd")).toBe("a\r\nb\nc\rd");
  expect(withLineBreaks("a\r\nb\r\nc\r\n", "a\nx\ny\nc\n")).toBe("a\r\nx\r\ny\r\nc\r\n");
  expect(withLineBreaks("a\nb", "a\nb\n")).toBe("a\nb\n");
});
