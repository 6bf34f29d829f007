import fc from "fast-check";
import { expect, test } from "@playwright/test";
import { wordDifference, type Stretch } from "../../../src/desk/word-difference.ts";

const marks = { kept: ["", ""], added: ["{+", "+}"], removed: ["[-", "-]"] } as const;
const marked = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => marks[kind].join(text))
    .join("");

test.describe("the difference of two texts", () => {
  test("is told word by word", () => {
    expect(marked("We keep it for 90 days.", "We keep it for 60 days.")).toBe(
      "We keep it for [-90-]{+60+} days.",
    );
    expect(marked("Wir löschen Größen.", "Wir löschen Grüße.")).toBe(
      "Wir löschen [-Größen-]{+Grüße+}.",
    );
    expect(marked("Write to us.", "Write to us by mail.")).toBe("Write to us{+ by mail+}.");
    expect(marked("The same.", "The same.")).toBe("The same.");
    expect(marked("", "New.")).toBe("{+New.+}");
  });

  test("reads as one change where whole phrases give way", () => {
    expect(marked("within thirty days of it", "within two weeks of it")).toBe(
      "within [-thirty days-]{+two weeks+} of it",
    );
  });

  test("holds both texts, whole and in order", () => {
    const text = fc.array(
      fc.constantFrom("a", "word", " ", "\n", "\r\n", "ß", "é", "–", "😀", "."),
    );
    const without = (stretches: readonly Stretch[], other: Stretch["kind"]) =>
      stretches.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join("");
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [before, after] = [one.join(""), two.join("")];
        const stretches = wordDifference(before, after);
        expect(without(stretches, "added")).toBe(before);
        expect(without(stretches, "removed")).toBe(after);
      }),
    );
  });
});
