import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "@playwright/test";
import { resolved, wholeConflictsIn } from "../../../src/desk/changes/conflict-marks.ts";
import { threeWay, type Choice } from "../../../src/desk/changes/three-way.ts";
import { conflictsIn } from "../../../src/parse/conflicts.ts";

const contacts = `- id: privacy
  topic: Privacy
  email: privacy@acme.org

- id: security
  topic: Security
  email: security@acme.org
`;
const page = `---
title: Data
order: 2
---

One.

Two.

Three.
`;

const merge = (before: string, mine: string, theirs: string) =>
  threeWay(before === page ? "pages/data.mdx" : "facts/contacts.yaml", before, mine, theirs);
const all = (choice: Choice, keys: readonly string[]) =>
  new Map(keys.map((key) => [key, choice] as const));

test.describe("two versions made from a third", () => {
  test("are put together where each has changed something else", () => {
    const mine = contacts.replace("topic: Privacy", "topic: Data protection");
    const theirs = contacts
      .replace("security@", "safety@")
      .replace("- id: security", "- id: sales\n  topic: Sales\n\n- id: security");
    const { clashes, taken, text } = merge(contacts, mine, theirs);
    expect(clashes).toEqual([]);
    expect(taken.mine.map(({ sentence }) => sentence)).toEqual([
      "Contacts: Data protection: topic Privacy → Data protection",
    ]);
    expect(taken.theirs.map(({ sentence }) => sentence)).toEqual([
      "Contacts: Sales added",
      "Contacts: Security: email security@acme.org → safety@acme.org",
    ]);
    expect(text(new Map())).toBe(theirs.replace("topic: Privacy", "topic: Data protection"));
  });

  test("leave a choice where both have changed the same", () => {
    const [mine, theirs] = ["a@acme.org", "b@acme.org"].map((address) =>
      contacts.replace("security@acme.org", address),
    ) as [string, string];
    const { clashes, text } = merge(contacts, mine, theirs);
    expect(clashes).toEqual([
      {
        ...clashes[0],
        place: "Contacts: Security: email",
        before: "security@acme.org",
        mine: "a@acme.org",
        theirs: "b@acme.org",
        isJoinable: false,
        isText: true,
      },
    ]);
    const keys = clashes.map(({ key }) => key);
    expect(text(all("mine", keys))).toBe(mine);
    expect(text(all("theirs", keys))).toBe(theirs);
    expect(text(all("before", keys))).toBe(contacts);
    expect(() => text(new Map())).toThrow();
    const words = new Map(keys.map((key) => [key, { words: "c: #@acme.org" }] as const));
    expect(text(words)).toBe(contacts.replace("security@acme.org", '"c: #@acme.org"'));
  });

  test("leave a choice where one has removed what the other has changed", () => {
    const mine = contacts.replace(/\n- id: security[^]*/, "");
    const theirs = contacts.replace("security@", "safety@");
    const { clashes, text } = merge(contacts, mine, theirs);
    expect(clashes).toMatchObject([{ place: "Contacts: Security", mine: undefined }]);
    const keys = clashes.map(({ key }) => key);
    expect(text(all("mine", keys))).toBe(mine);
    expect(text(all("theirs", keys))).toBe(theirs);
  });

  test("are put together by passages", () => {
    const mine = page.replace("One.", "One, by me.").replace("Three.", "Three.\n\nFour.");
    const theirs = page.replace("order: 2", "order: 3").replace("Two.", "Two, by them.");
    const { clashes, text } = merge(page, mine, theirs);
    expect(clashes).toEqual([]);
    expect(text(new Map())).toBe(
      page
        .replace("order: 2", "order: 3")
        .replace("One.", "One, by me.")
        .replace("Two.", "Two, by them.")
        .replace("Three.", "Three.\n\nFour."),
    );
  });

  test("have no conflict where both have made the same change", () => {
    const changed = page.replace("One.", "One and only.");
    const { clashes, text } = merge(page, changed, changed.replace("Three.", "3."));
    expect(clashes).toEqual([]);
    expect(text(new Map())).toBe(changed.replace("Three.", "3."));
  });

  test("keep a new order of records", () => {
    const [privacy = "", security = ""] = contacts.split(/(?<=org\n)\n/);
    const mine = `${security}\n${privacy}`;
    const theirs = contacts.replace("topic: Security", "topic: Safety");
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { clashes, taken, text } = merge(contacts, one, other);
      expect(clashes.filter(({ place }) => place !== "Contacts")).toEqual([]);
      expect((one === mine ? taken.mine : taken.theirs).at(-1)?.sentence).toBe(
        "Contacts: the order changed",
      );
      const merged = text(
        all(
          "mine",
          clashes.map(({ key }) => key),
        ),
      );
      expect(merged.indexOf("security")).toBeLessThan(merged.indexOf("privacy"));
      expect(merged).toContain("topic: Safety");
    }
  });
});

test.describe("what both have changed in a text", () => {
  for (const [name, lineEnd, end] of [
    ["LF", "\n", "\n"],
    ["CRLF", "\r\n", "\r\n"],
    ["no line break at its end", "\n", ""],
  ] as const) {
    const written = (text: string) => text.trimEnd().replaceAll("\n", lineEnd) + end;
    const before = written(page);
    const mine = written(page.replace("Two.", "Two, by me.").replace("Three.", "3."));
    const theirs = written(page.replace("Two.", "Two, by them.").replace("Three.", "III."));
    const { clashes, text } = merge(page, before, before);
    const merged = threeWay("pages/data.mdx", before, mine, theirs);
    const [two = "", three = ""] = merged.clashes.map(({ key }) => key);

    test(`can be kept both or written anew, with ${name}`, () => {
      expect(clashes).toEqual([]);
      expect(text(new Map())).toBe(before);
      expect(merged.clashes).toMatchObject([
        { before: "Two.", mine: "Two, by me.", theirs: "Two, by them.", isJoinable: true },
        { before: "Three.", isText: true },
      ]);
      const choose = (...choices: readonly [Choice, Choice]) =>
        merged.text(new Map([two, three].map((key, at) => [key, choices[at] ?? "mine"])));
      expect(choose("both", "both")).toBe(
        written(
          page.replace("Two.", "Two, by them.\n\nTwo, by me.").replace("Three.", "III.\n\n3."),
        ),
      );
      expect(choose({ words: "\nZwei.\n\n- Zwo\n" }, { words: "Drei." })).toBe(
        written(page.replace("Two.", "Zwei.\n\n- Zwo").replace("Three.", "Drei.")),
      );
      expect(choose({ words: " " }, "before")).toBe(written(page.replace("Two.\n\n", "")));
    });
  }

  test("can be two lists, which are one then", () => {
    const [mine, theirs] = ["- Mine", "- Theirs"].map((item) => page.replace("Two.", item));
    const { clashes, text } = merge(page, mine ?? "", theirs ?? "");
    expect(
      text(
        all(
          "both",
          clashes.map(({ key }) => key),
        ),
      ),
    ).toBe(page.replace("Two.", "- Theirs\n\n- Mine"));
  });

  test("is the whole of a file that cannot be read", () => {
    const [mine, theirs] = [`${contacts}- id: [\n`, contacts.replace("Privacy", "Data")];
    const { clashes, text } = merge(contacts, mine, theirs);
    expect(clashes).toMatchObject([{ place: "Contacts", mine, isJoinable: false }]);
    expect(text(all("mine", [""]))).toBe(mine);
    expect(text(new Map([["", { words: theirs }]]))).toBe(theirs);
    const unread = page.replace("title: Data", "title: [");
    const whole = merge(page, unread, page.replace("Two.", "2."));
    expect(whole.text(all("mine", [""]))).toBe(unread);
    expect(whole.text(all("theirs", [""]))).toBe(page.replace("Two.", "2."));
  });

  test("is the order of records, and comments", () => {
    const [one = "", two = "", three = ""] = ["a", "b", "c"].map(
      (id) => `- id: ${id}\n  topic: ${id.toUpperCase()}\n`,
    );
    const before = `# Above.\n${one}${two}${three}`;
    const mine = `# Mine.\n${two}${one}${three}`;
    const theirs = `# Theirs.\n${three}${one}${two}`;
    const { clashes, text } = threeWay("facts/contacts.yaml", before, mine, theirs);
    expect(clashes).toMatchObject([
      { place: "Contacts: comments or empty lines", mine: "# Mine." },
      { place: "Contacts: the order", mine: "B\nA\nC", theirs: "C\nA\nB" },
    ]);
    const keys = clashes.map(({ key }) => key);
    expect(text(all("mine", keys))).toBe(mine);
    expect(text(all("theirs", keys))).toBe(theirs);
  });

  test("is not the line ends that somebody has converted", () => {
    const { clashes, text } = merge(
      contacts,
      contacts.replace("Privacy", "Data"),
      contacts.replaceAll("\n", "\r\n"),
    );
    expect(clashes).toEqual([]);
    expect(text(new Map())).toBe(contacts.replace("Privacy", "Data").replaceAll("\n", "\r\n"));
  });
});

const files = ["content", "tests/fixtures/another-organization"].flatMap((folder) =>
  globSync("{site.yaml,{facts,lists,pages,faq}/*.{yaml,mdx}}", { cwd: folder }).map((file) => ({
    file,
    text: readFileSync(join(folder, file), "utf8"),
  })),
);

test("each side alone, or both alike, come out to the letter, and no side is better", () => {
  const edit = fc.record({ line: fc.nat(), word: fc.constantFrom("Neu", "“x”", "0", "") });
  const edits = fc.array(edit, { maxLength: 4 });
  const edited = (text: string, all: readonly { line: number; word: string }[]) => {
    const lines = text.split("\n");
    for (const { line, word } of all) {
      const at = line % lines.length;
      lines[at] = String(lines[at]).replace(/(?<=\w )\w+/, word);
    }
    return lines.join("\n");
  };
  fc.assert(
    fc.property(fc.constantFrom(...files), edits, edits, ({ file, text }, own, other) => {
      const [mine, theirs] = [edited(text, own), edited(text, other)];
      for (const [one, two, result] of [
        [mine, text, mine],
        [text, theirs, theirs],
        [mine, mine, mine],
      ] as const) {
        const alone = threeWay(file, text, one, two);
        expect(alone.clashes).toEqual([]);
        expect(alone.text(new Map())).toBe(result);
      }
      const [there, back] = [
        threeWay(file, text, mine, theirs),
        threeWay(file, text, theirs, mine),
      ];
      const keys = there.clashes.map(({ key }) => key);
      expect(there.text(all("mine", keys))).toBe(back.text(all("theirs", keys)));
    }),
    { numRuns: 20 },
  );
});

test.describe("the marks of a conflict", () => {
  for (const lineEnd of ["\n", "\r\n"]) {
    const name = lineEnd === "\n" ? "LF" : "CRLF";
    const lines = (...all: string[]) => all.map((line) => line + lineEnd).join("");
    const text = lines(
      ...["Above.", "<<<<<<< HEAD", "Ours.", "||||||| base", "Before.", "=======", "Theirs."],
      ...[">>>>>>> legal/wording", "Between.", "<<<<<<< HEAD", "=======", "New.", ">>>>>>> x"],
      "Below.",
    );

    test(`are read into the versions between them, with ${name}`, () => {
      expect(conflictsIn(text)).toMatchObject([
        {
          first: lines("Ours."),
          before: lines("Before."),
          second: lines("Theirs."),
          names: ["HEAD", "legal/wording"],
        },
        { first: "", before: undefined, second: lines("New.") },
      ]);
    });

    test(`give way to the version that is chosen, with ${name}`, () => {
      expect(resolved(text, ["first", "second"])).toBe(
        lines("Above.", "Ours.", "Between.", "New.", "Below."),
      );
      expect(resolved(text, ["before", "first"])).toBe(
        lines("Above.", "Before.", "Between.", "Below."),
      );
      expect(resolved(text, ["both", { words: "Anew.\n\nAnd more." }])).toBe(
        lines("Above.", "Ours.", "Theirs.", "Between.", "Anew.", "", "And more.", "Below."),
      );
      expect(resolved(text, [{ words: "" }, "second"])).toBe(
        lines("Above.", "Between.", "New.", "Below."),
      );
      expect(resolved(text, [])).toBe(text);
      expect(wholeConflictsIn(text)).toHaveLength(2);
    });
  }

  for (const [name, text] of [
    ["have no end", "One.\n<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n"],
    ["have no end beside others", `<<<<<<< a\nA\n=======\nB\n>>>>>>> b\n<<<<<<< HEAD\nOurs.\n`],
    ["have no beginning", "Theirs.\n>>>>>>> main\n"],
    [
      "stand within others",
      "<<<<<<< a\nA\n<<<<<<< b\nB\n=======\nC\n>>>>>>> c\n=======\nD\n>>>>>>> d\n",
    ],
    ["are those of headings, too", "<<<<<<< a\nA\n=======\n\n=======\nB\n>>>>>>> b\n"],
  ] as const)
    test(`leave the file to a reader where they ${name}`, () => {
      expect(wholeConflictsIn(text)).toEqual([]);
    });

  test("are none in a text without them", () => {
    expect(conflictsIn("# A\n=======\nb\n")).toEqual([]);
  });
});
