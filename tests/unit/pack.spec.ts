import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { settledPdf } from "../../src/pack/print.ts";
import { versionLine } from "../../src/pack/version-line.ts";
import { manifestFile, zipped } from "../../src/pack/zip.ts";
import { sha256Of } from "../../src/releases/digest.ts";
import type { Releases } from "../../src/releases/releases.ts";
import { wordsOf } from "../../src/words/index.ts";

test.describe("the ZIP", () => {
  const texts = { "everything.pdf": "%PDF", "facts/providers.csv": "id;name\r\n", leer: "" };
  const files = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]),
  );

  test("holds its files and a list of their hashes", () => {
    const { [manifestFile]: manifest, ...held } = unzipSync(zipped(files, "2026-03-29"));
    expect(Object.entries(held).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
      Object.entries(texts),
    );
    expect(strFromU8(manifest ?? new Uint8Array())).toBe(
      Object.entries(texts)
        .map(([name, text]) => `${sha256Of(text)}  ${name}\n`)
        .join(""),
    );
  });

  test("has the same bytes in every time zone", () => {
    const made = (zone: string) =>
      execFileSync(
        process.execPath,
        [
          "--input-type=module",
          "--eval",
          'import { zipped } from "./src/pack/zip.ts"; process.stdout.write(Buffer.from(zipped({ a: Buffer.from("b") }, "2026-03-29")).toString("hex"))',
        ],
        { env: { ...process.env, TZ: zone }, encoding: "utf8" },
      );
    expect(made("Pacific/Kiritimati")).toBe(made("America/Los_Angeles"));
  });
});

test("a PDF tells nothing of its making, and every byte else of it stays in its place", () => {
  const made = (offset: string, first: string, second: string) =>
    Buffer.from(
      `1 0 obj\n<</Title (D:20261127192341+00'00')\n/CreationDate (D:20261127192341${offset})\n/ModDate (D:20261127192342${offset})>>\n/ID (node${second}) (node${first}) /ID (node${second})\xff\xfe`,
      "latin1",
    );
  const dated = settledPdf(made("+00'00'", "00000096", "00000100"), "2026-03-29").toString(
    "latin1",
  );
  expect(dated).toBe(
    "1 0 obj\n<</Title (D:20261127192341+00'00')\n/CreationDate (D:20260329000000+00'00')\n/ModDate (D:20260329000000+00'00')>>\n/ID (node00000001) (node00000000) /ID (node00000001)\xff\xfe",
  );
  expect(settledPdf(made("-05'30'", "10000000", "10000003"), "2026-03-29").toString("latin1")).toBe(
    dated,
  );
});

test.describe("the version in a PDF", () => {
  const text = "# Data\n";
  const built = (of: Readonly<Record<string, string>>) =>
    new Map(Object.entries(of).map(([path, own]) => [path, { text: own, ids: [] }]));
  /** What was released on a day: one page. */
  const released = (given: { effective?: string; draft?: boolean } = {}): Releases => {
    const { effective = "2026-02-01", draft = false } = given;
    const date = "2026-02-01";
    const sha256 = sha256Of(text);
    return {
      all: [
        {
          ...{ date, summary: "It begins.", kind: "editorial", effective, draft, sha256 },
          ...{ texts: { "/data/": { sha256, ids: [] } }, removed: [] },
        },
      ],
      versions: new Map([
        [
          "/data/",
          [{ path: "/data/", date, holdsFrom: effective, isDraft: draft, text, sha256, ids: [] }],
        ],
      ]),
    };
  };
  const none: Releases = { all: [], versions: new Map() };

  for (const [what, releases, pages, sentence] of [
    ["that was never released", none, { "/data/": text }, "Content as of March 29, 2026"],
    ["as released", released(), { "/data/": text }, "Version of February 1, 2026"],
    [
      "as released for later",
      released({ effective: "2026-05-01" }),
      { "/data/": text },
      "Version of February 1, 2026 · Holds from May 1, 2026",
    ],
    [
      "released as a draft",
      released({ draft: true }),
      { "/data/": text },
      "Draft version of February 1, 2026",
    ],
    [
      "with another text",
      released(),
      { "/data/": "# Data!\n" },
      "Changed since the version of February 1, 2026",
    ],
    [
      "with another page",
      released(),
      { "/data/": text, "/rights/": text },
      "Changed since the version of February 1, 2026",
    ],
    ["without a page", released(), {}, "Changed since the version of February 1, 2026"],
  ] as const)
    test(`of a site ${what}`, () => {
      expect(versionLine(releases, built(pages), "2026-03-29", wordsOf("en"))).toBe(sentence);
    });
});
