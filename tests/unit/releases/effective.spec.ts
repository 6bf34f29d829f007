import { tmpdir } from "node:os";
import { expect, test } from "@playwright/test";
import {
  daysOf,
  inForceOn,
  termOf,
  termsUntilLast,
  toComeOn,
  type Releases,
} from "../../../src/releases/releases.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { copyForTests } from "../../content-copy.ts";
import { sound } from "../../faulty-content.ts";
import { release, releasesIn } from "../../releases.ts";

const copy = copyForTests(sound, tmpdir());

/** Releases of texts of one page, each with its day and the first on which it holds. */
const released = async (
  ...given: readonly (readonly [date: string, effective: string, text?: string])[]
): Promise<Releases> => {
  const folder = copy();
  for (const [date, effective, text] of given)
    await release(folder, {
      ...{ date, effective },
      pages: { "/": "# Home\n", ...(text === undefined ? {} : { "/data/": text }) },
    });
  return releasesIn(folder);
};

/** What holds until the last text does, and from when: as days of releases. */
const until = (releases: Releases, day: string) =>
  termsUntilLast(releases, "/data/", day).map(({ version, from }) => `${version.date} ${from}`);

const terms = (releases: Releases) =>
  (releases.versions.get("/data/") ?? []).map((version) => {
    const term = termOf(releases, version);
    return term ? `${version.date}: ${term.from}–${term.until ?? ""}` : `${version.date}: never`;
  });

test("while several texts are to come, each holds until the next does", async () => {
  const releases = await released(
    ["2026-01-10", "2026-01-10", "One.\n"],
    ["2026-02-10", "2026-05-01", "Two.\n"],
    ["2026-03-10", "2026-06-01", "Three.\n"],
  );
  expect(terms(releases)).toEqual([
    "2026-01-10: 2026-01-10–2026-05-01",
    "2026-02-10: 2026-05-01–2026-06-01",
    "2026-03-10: 2026-06-01–",
  ]);
  expect(until(releases, "2026-04-30")).toEqual(["2026-01-10 2026-01-10", "2026-02-10 2026-05-01"]);
  expect(until(releases, "2026-05-01"), "on the first of its days").toEqual([
    "2026-02-10 2026-05-01",
  ]);
  expect(until(releases, "2026-06-01")).toEqual([]);
});

test("a text that another mends before it holds never does", async () => {
  const releases = await released(
    ["2026-01-10", "2026-01-10", "One.\n"],
    ["2026-02-10", "2026-05-01", "Two.\n"],
    ["2026-03-10", "2026-03-10", "Two!\n"],
  );
  expect(terms(releases)).toEqual([
    "2026-01-10: 2026-01-10–2026-05-01",
    "2026-02-10: never",
    "2026-03-10: 2026-05-01–",
  ]);
  expect(until(releases, "2026-03-10")).toEqual(["2026-01-10 2026-01-10"]);
  expect(toComeOn(releases, "2026-02-10").map(({ date }) => date)).toEqual(["2026-02-10"]);
  expect(toComeOn(releases, "2026-03-10").map(({ date }) => date)).toEqual(["2026-03-10"]);
});

test("a new text before whose first day nothing holds has nothing until then", async () => {
  const releases = await released(["2026-01-10", "2026-03-01", "One.\n"]);
  expect(until(releases, "2026-01-10")).toEqual([]);
  expect(inForceOn(releases, "/data/", "2026-02-28")).toBe(undefined);
  expect(toComeOn(releases, "2026-01-10").map(({ path }) => path)).toEqual(["/", "/data/"]);
});

test("a page that is to be removed holds until it is, and so does one between", async () => {
  const releases = await released(
    ["2026-01-10", "2026-01-10", "One.\n"],
    ["2026-02-10", "2026-05-01"],
    ["2026-03-10", "2026-06-01", "Two.\n"],
  );
  expect(terms(releases)[0]).toBe("2026-01-10: 2026-01-10–2026-05-01");
  expect(until(releases, "2026-03-10"), "nothing holds in May").toEqual(["2026-01-10 2026-01-10"]);
});

test("it is listed what was in force on days of releases, and on those on which one took effect", async () => {
  const releases = await released(
    ["2026-01-10", "2026-01-10", "One.\n"],
    ["2026-02-10", "2026-05-01", "Two.\n"],
    ["2026-03-10", "2026-04-01", "Two!\n"],
  );
  const days = ["2026-01-10", "2026-02-10", "2026-03-10"];
  expect(daysOf(releases, "2026-03-31")).toEqual(days);
  expect(daysOf(releases, "2026-05-01")).toEqual([...days, "2026-04-01", "2026-05-01"]);
});

test("a notice says what applies, from when, until the text does", () => {
  for (const [language, expected] of [
    [
      "en",
      [
        "Until then, the A applies.",
        "Until then, the A applies; from May 1, the B; from June 1, the C.",
        "From May 1 until then, the B applies.",
      ],
    ],
    [
      "de",
      [
        "Bis dahin gilt die A.",
        "Bis dahin gilt die A, ab dem May 1 die B, ab dem June 1 die C.",
        "Vom May 1 bis dahin gilt die B.",
      ],
    ],
  ] as const) {
    const { until: says } = wordsOf(language).releases;
    const [a, b, c] = [
      { version: "A" },
      { from: "May 1", version: "B" },
      { from: "June 1", version: "C" },
    ];
    expect([says([a]), says([a, b, c]), says([b])]).toEqual(expected);
  }
});
