import { expect, test } from "@playwright/test";
import { resolved } from "../../../src/desk/changes/conflict-marks.ts";
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
        before: "email: security@acme.org",
        mine: "email: a@acme.org",
        theirs: "email: b@acme.org",
      },
    ]);
    const keys = clashes.map(({ key }) => key);
    expect(text(all("mine", keys))).toBe(mine);
    expect(text(all("theirs", keys))).toBe(theirs);
    expect(text(all("before", keys))).toBe(contacts);
    expect(() => text(new Map())).toThrow();
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
      const { clashes, text } = merge(contacts, one, other);
      expect(clashes.filter(({ place }) => place !== "Contacts")).toEqual([]);
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
      expect(resolved(text, [])).toBe(text);
    });
  }

  test("are none in a text without them", () => {
    expect(conflictsIn("# A\n=======\nb\n")).toEqual([]);
  });
});
