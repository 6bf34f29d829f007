import assert from "node:assert/strict";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import ICAL from "ical.js";
import { endOfPeriod, iso, type Day } from "../../../src/request/deadline.ts";
import { ics, type Reminder } from "../../../src/request/ics.ts";

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

const day: fc.Arbitrary<Day> = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2399-12-31"), noInvalidDate: true })
  .map((date) => ({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  }));

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

const reminder: fc.Arbitrary<Reminder> = fc.record({ day, title: text, description: text });

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
    fc.property(reminder, fc.uuid(), now, ({ day, title, description }, uid, now) => {
      const file = ics({ day, title, description }, uid, now);
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
              ["dtstart", {}, "date", iso(day)],
              ["dtend", {}, "date", iso(endOfPeriod(day, { count: 1, unit: "days" }))],
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
    fc.property(reminder, now, (reminder, now) => {
      const lines = ics(reminder, uid, now).split("\r\n");
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
  const file = ics(
    { day: { year: 2026, month: 1, day: 1 }, title: "x".repeat(67), description: "x".repeat(300) },
    uid,
    new Date(0),
  );
  expect(file).toContain(`\r\nSUMMARY:${"x".repeat(67)}\r\n`);
  expect(file).toContain(
    `\r\nDESCRIPTION:${"x".repeat(63)}\r\n ${"x".repeat(74)}\r\n ${"x".repeat(74)}\r\n ${"x".repeat(74)}\r\n ${"x".repeat(15)}\r\n`,
  );
});

test("the entry of New Year's Eve ends on New Year's Day, and is stamped in UTC", () => {
  const file = ics(
    { day: { year: 2026, month: 12, day: 31 }, title: "Answer due", description: "GDPR" },
    uid,
    new Date("2026-11-30T23:05:09.123Z"),
  );
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
