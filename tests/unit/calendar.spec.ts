import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import ICAL from "ical.js";
import { ics, type Entry } from "../../src/calendar/ics.ts";
import { effectiveDates } from "../../src/releases/calendar.ts";
import { languages } from "../../src/words/languages.ts";
import { wordsOf } from "../../src/words/index.ts";
import { copyForTests } from "../content-copy.ts";
import { sound } from "../faulty-content.ts";
import { release, releasesIn } from "../releases.ts";

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

const isoDay = (date: Date) => date.toISOString().slice(0, 10);

const day: fc.Arbitrary<string> = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2399-12-31"), noInvalidDate: true })
  .map(isoDay);

const dayAfter = (day: string) => {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return isoDay(date);
};

/** Any text, with what has a meaning of its own in a calendar file (RFC 5545, 3.3.11). */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom("\\", ";", ",", ":", '"', "\\n", "\n", "\r", "\r\n", "\r\n ", "\t", "\0"),
        fc.constantFrom("END:VEVENT", "\r\nATTENDEE:mailto:x@y", "\u2028", "👩‍👩‍👧‍👦", "محمد", "e\u0301"),
        fc.constantFrom("é", "漢", "👩").map((character) => character.repeat(30)),
        fc.string({ unit: "binary", maxLength: 3 }),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join("")),
);

const entry: fc.Arbitrary<Entry> = fc.record({ day, title: text, description: text });

const now = fc.date({
  min: new Date("1970-01-01"),
  max: new Date("2399-12-31"),
  noInvalidDate: true,
});

const uid = "2b8f0e3c-5d1a-4c57-9a0e-8f1f5a1c7d42";

/* A text in a calendar file knows one sort of line end. */
const oneLineEnd = (value: string) => value.replaceAll(/\r\n?/g, "\n");

test("a calendar reads the entry of one whole day, and nothing else", () => {
  fc.assert(
    fc.property(entry, fc.uuid(), now, ({ day, title, description }, uid, now) => {
      const file = ics("Request", [{ day, title, description, uid, made: now }]);
      assert.deepEqual(ICAL.parse(file), [
        "vcalendar",
        [
          ["version", {}, "text", "2.0"],
          ["prodid", {}, "text", "-//Privacy trust center//Request//EN"],
        ],
        [
          [
            "vevent",
            [
              ["uid", {}, "text", uid],
              ["dtstamp", {}, "date-time", now.toISOString().replace(/\.\d+/, "")],
              ["dtstart", {}, "date", day],
              ["dtend", {}, "date", dayAfter(day)],
              ["summary", {}, "text", oneLineEnd(title)],
              ["description", {}, "text", oneLineEnd(description)],
              ["transp", {}, "text", "TRANSPARENT"],
            ],
            [],
          ],
        ],
      ]);
    }),
    thorough,
  );
});

test("its lines end in CRLF, have at most 75 octets, and break between characters", () => {
  fc.assert(
    fc.property(entry, text, now, (entry, name, now) => {
      const lines = ics("Request", [{ ...entry, uid, made: now }], name).split("\r\n");
      assert.deepEqual(
        [
          lines.filter((line) => /[\r\n]/.test(line)),
          lines.filter((line) => Buffer.byteLength(line) > 75),
          lines.filter((line) => !line.isWellFormed()),
          lines.at(-1),
        ],
        [[], [], [], ""],
      );
    }),
    thorough,
  );
});

test("lines are as long as they may be", () => {
  const file = ics("Request", [
    {
      ...{ day: "2026-01-01", title: "x".repeat(67), description: "x".repeat(300) },
      ...{ uid, made: new Date(0) },
    },
  ]);
  expect(file).toContain(`\r\nSUMMARY:${"x".repeat(67)}\r\n`);
  expect(file).toContain(
    `\r\nDESCRIPTION:${"x".repeat(63)}\r\n ${"x".repeat(74)}\r\n ${"x".repeat(74)}\r\n ${"x".repeat(74)}\r\n ${"x".repeat(15)}\r\n`,
  );
});

test("the entry of New Year's Eve ends on New Year's Day, and is stamped in UTC", () => {
  const made = new Date("2026-11-30T23:05:09.123Z");
  const file = ics("Request", [
    { day: "2026-12-31", title: "Answer due", description: "GDPR", uid, made },
  ]);
  expect(file).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Privacy trust center//Request//EN",
      "BEGIN:VEVENT",
      `UID:${uid}`,
      "DTSTAMP:20261130T230509Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:Answer due",
      "DESCRIPTION:GDPR",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

const copy = copyForTests(sound, tmpdir());

for (const language of languages)
  test(`in ${language}, a calendar has the first day of each release, known by what seals it`, async () => {
    const folder = copy();
    await release(folder, {
      date: "2026-01-10",
      summary: "It begins; now.",
      isDraft: true,
      pages: { "/": "# Home\n" },
    });
    await release(folder, {
      date: "2026-02-10",
      summary: `We keep it shorter, ${"much ".repeat(30)}shorter.`,
      kind: "substantive",
      effective: "2026-12-31",
      pages: { "/": "# Home!\n" },
    });
    const words = wordsOf(language);
    const centre = {
      words,
      site: { organization: { name: "Acme, Inc." }, center: { name: "Privacy" } },
    } as unknown as Parameters<typeof effectiveDates>[1];
    const releases = await releasesIn(folder);
    const file = effectiveDates(releases, centre, new URL("https://acme.example/"));
    expect(file).toContain(`\r\nNAME:Acme\\, Inc. Privacy: ${words.releases.title}\r\n`);
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    expect(events.map(({ startDate }) => startDate.toString())).toEqual([
      "2026-01-10",
      "2026-12-31",
    ]);
    expect(events.map((event) => event.uid)).toEqual(releases.all.map(({ sha256 }) => sha256));
    expect(events[0]?.summary).toBe(
      words.releases.holdsToday("Acme, Inc. Privacy", "It begins; now."),
    );
    expect(events[0]?.description).toBe(
      `${words.releases.kinds.editorial} · ${words.releases.draft}\nhttps://acme.example/changes/2026-01-10/`,
    );
    expect(file, "the same in every build").toBe(
      effectiveDates(await releasesIn(folder), centre, new URL("https://acme.example/")),
    );
    expect(file).toContain("DTSTAMP:20260210T000000Z\r\n");
  });
