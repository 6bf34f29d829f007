import assert from "node:assert/strict";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { revise } from "../../../src/request/revise.ts";

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

/** A line of the template, before the fields changed and after; undefined where it was left out. */
interface Change {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const joined = (lines: readonly (string | undefined)[]) =>
  lines.filter((line) => line !== undefined).join("\n");

const sides = (changes: readonly Change[]) => ({
  before: changes.map(({ before }) => before),
  after: changes.map(({ after }) => after),
});

const changesOf = (line: fc.Arbitrary<string>): fc.Arbitrary<Change[]> =>
  fc
    .array(
      fc.record({
        before: fc.option(line, { nil: undefined, freq: 3 }),
        after: fc.option(line, { nil: undefined, freq: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    /* A text has one line at least; the case of none has a test of its own. */
    .map((changes) => [{ before: "0: a", after: "0: b" }, ...changes]);

/** Lines of which no two are the same, since each begins with its own place. */
const changes = changesOf(
  /* Few words, so that lines often stay as they are. */
  fc.oneof(
    fc.constantFrom("", "a", "b", "$&", "{name}"),
    fc.string({ unit: "grapheme", maxLength: 3 }).map((text) => text.replaceAll(/[\r\n]/g, " ")),
  ),
).map((changes) =>
  changes.map(({ before, after }, place) => ({
    before: before === undefined ? undefined : `${String(place)}: ${before}`,
    after: after === undefined ? undefined : `${String(place)}: ${after}`,
  })),
);

const isComposed = (line: string) => /^\d: /.test(line);

/** What a hand adds between the lines, here and there: even the same twice. */
const additions = fc.array(
  fc.record({ at: fc.nat(9), line: fc.constantFrom("", "by hand", "also by hand", "{name}") }),
  { maxLength: 3 },
);

test("a text that nobody edited becomes the freshly composed one", () => {
  fc.assert(
    fc.property(changes, (changes) => {
      const { before, after } = sides(changes);
      assert.deepEqual(revise(joined(before), before, after), {
        text: joined(after),
        leftAlone: false,
      });
    }),
    thorough,
  );
});

test("so it does where two lines have the same text, or one comes to have that of another", () => {
  fc.assert(
    fc.property(changesOf(fc.constantFrom("a", "b", "c")), (changes) => {
      const { before, after } = sides(changes);
      assert.deepEqual(revise(joined(before), before, after), {
        text: joined(after),
        leftAlone: false,
      });
    }),
    thorough,
  );
});

test("so it does where the fields of two lines are the same, and one of them changes", () => {
  expect(revise("Jordan\nJordan", ["Jordan", "Jordan"], ["Jordan", "Peru"]).text).toBe(
    "Jordan\nPeru",
  );
});

test("so it does where there was no line yet", () => {
  expect(revise("", [undefined, undefined], ["a", "b"])).toEqual({
    text: "a\nb",
    leftAlone: false,
  });
});

test("what a hand edits, adds or removes stays so, and is told of just where it was to change", () => {
  const deeds = fc.array(fc.constantFrom("none", "none", "edited", "removed"), {
    minLength: 7,
    maxLength: 7,
  });
  fc.assert(
    fc.property(changes, deeds, additions, (changes, deeds, additions) => {
      const { before, after } = sides(changes);
      const touched = before.map((line, place) => line !== undefined && deeds[place] !== "none");
      const edited = before.flatMap((line, place) => {
        if (line === undefined || deeds[place] === "removed") return [];
        return [touched[place] ? `edited ${line}` : line];
      });
      for (const { at, line } of additions) edited.splice(at, 0, line);
      /* A text without lines cannot be told from one with an empty line. */
      edited.push("the end");
      const { text, leftAlone } = revise(edited.join("\n"), before, after);
      const result = text.split("\n");
      assert.deepEqual(
        {
          byHand: result.filter((line) => !isComposed(line)),
          composed: result.filter(isComposed),
          leftAlone,
        },
        {
          byHand: edited.filter((line) => !isComposed(line)),
          composed: after.filter((line, place) => line !== undefined && !touched[place]),
          leftAlone: touched.some((was, place) => was && before[place] !== after[place]),
        },
      );
    }),
    thorough,
  );
});

test("a line that was moved by hand changes where it stands", () => {
  expect(revise("c\nby hand\na", ["a", "c"], ["b", "d"])).toEqual({
    text: "d\nby hand\nb",
    leftAlone: false,
  });
});

test("a copy above a line stays, and the line itself changes", () => {
  expect(revise("a\nx\na", ["x", "a"], ["x", "b"]).text).toBe("a\nx\nb");
});

test("a line just composed is not taken for one that was edited", () => {
  expect(revise("a\nby hand", ["a", "b"], ["b", "c"])).toEqual({
    text: "b\nby hand",
    leftAlone: true,
  });
});

test("a copy of a line that was added by hand is not lost", () => {
  fc.assert(
    fc.property(changes, fc.nat(), fc.nat(7), (changes, which, at) => {
      const { before, after } = sides(changes);
      const edited = before.filter((line) => line !== undefined);
      const copy = edited[which % edited.length] ?? "";
      edited.splice(at, 0, copy);
      const { text, leftAlone } = revise(edited.join("\n"), before, after);
      assert.deepEqual(
        { lines: text.split("\n").sort(), leftAlone },
        { lines: [...after.filter((line) => line !== undefined), copy].sort(), leftAlone: false },
      );
    }),
    thorough,
  );
});

test("a line comes where the template has it, and goes without a trace", () => {
  const without = ["Name: A", undefined, "Country: B"];
  const complete = ["Name: A", "Address: C", "Country: B"];
  expect(revise(joined(without), without, complete).text).toBe(joined(complete));
  expect(revise(joined(complete), complete, without).text).toBe(joined(without));
  expect(revise("Dear all,\nName: A\nCountry: B\nThanks", without, complete).text).toBe(
    "Dear all,\nName: A\nAddress: C\nCountry: B\nThanks",
  );
});

test("a line that appears goes below the edited line that it follows", () => {
  expect(revise("a by hand", ["a", undefined], ["a", "b"])).toEqual({
    text: "a by hand\nb",
    leftAlone: false,
  });
});
