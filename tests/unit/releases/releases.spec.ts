import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { checkContent } from "../../../src/check/index.ts";
import { firstDay, refusals } from "../../../src/releases/new-release.ts";
import { publishedTexts } from "../../../src/releases/published-texts.ts";
import { inForceOn, publishedBy } from "../../../src/releases/releases.ts";
import { withNotice } from "../../../src/releases/notice.ts";
import { asReleased, find, findCitation, findText } from "../../../src/releases/verify.ts";
import { sha256Of } from "../../../src/releases/digest.ts";
import { writeRelease } from "../../../src/releases/write-release.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { copyForTests } from "../../content-copy.ts";
import { sound } from "../../faulty-content.ts";
import { asked, release, releasesIn } from "../../releases.ts";

const copy = copyForTests(sound, tmpdir());
let folder: string;

test.beforeEach(() => {
  folder = copy();
});

const [first, second, third] = ["2026-01-10", "2026-02-10", "2026-03-10"] as const;

/** Three releases: the second changes a page and adds one, the third removes that. */
const releaseThrice = async () => {
  await release(folder, {
    date: first,
    pages: { "/": "# Home\n", "/data/": ["# Data\n\nOne.\n", "how-long-data-is-kept"] },
  });
  await release(folder, {
    date: second,
    kind: "substantive",
    effective: "2026-04-01",
    pages: {
      "/": "# Home\n",
      "/data/": ["# Data\n\nTwo.\n", "how-long-data-is-kept"],
      "/rights/": "# Rights\n",
    },
  });
  await release(folder, {
    date: third,
    pages: {
      "/": "# Home\n",
      "/data/": [
        "# Data\n\nTwo!\n",
        "how-long-data-is-kept",
        "who-we-share-information-with---and-why",
      ],
    },
  });
};

const filesIn = async (date: string) =>
  (await readdir(join(folder, "releases", date), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, "releases").length))
    .toSorted();

/** What the check says of releases. */
const said = async () =>
  (await checkContent(folder))
    .filter(({ severity }) => severity === "error")
    .map(
      ({ file, line, message }) => `${file.slice(folder.length + 1)}:${String(line)} ${message}`,
    );

const change = async (file: string, by: (text: string) => string) => {
  const path = join(folder, "releases", file);
  await writeFile(path, by(await readFile(path, "utf8")));
};

test.describe("a release", () => {
  test.beforeEach(releaseThrice);

  test("holds what is new or changed, and nothing else", async () => {
    expect(await filesIn(first)).toEqual([
      `/${first}/data/index.md`,
      `/${first}/index.md`,
      `/${first}/manifest.yaml`,
    ]);
    expect(await filesIn(second)).toEqual([
      `/${second}/data/index.md`,
      `/${second}/manifest.yaml`,
      `/${second}/rights/index.md`,
    ]);
    expect(await filesIn(third)).toEqual([`/${third}/data/index.md`, `/${third}/manifest.yaml`]);
  });

  test("says what it is, and is sealed", async () => {
    const manifest = await readFile(join(folder, "releases", second, "manifest.yaml"), "utf8");
    expect(manifest).toMatch(
      new RegExp(
        [
          "# Written by .*",
          "summary: What changed\\.",
          "kind: substantive",
          'effective: "2026-04-01"',
          "previous:",
          `  date: "${first}"`,
          "  sha256: [0-9a-f]{64}",
          "texts:",
          "  /data/:",
          "    sha256: [0-9a-f]{64}",
          "  /rights/:",
          "    sha256: [0-9a-f]{64}",
          "    ids: \\[\\]",
          'sha256: "[0-9a-f]{64}"',
          "$",
        ].join("\n"),
      ),
    );
  });

  test("tells which version of a page was published by a day, and which held", async () => {
    const releases = await releasesIn(folder);
    const published = (path: string, day: string) => publishedBy(releases, path, day)?.text;
    const held = (path: string, day: string) => inForceOn(releases, path, day)?.date;
    expect(published("/data/", "2026-01-09")).toBe(undefined);
    expect(published("/data/", "2026-02-09")).toBe("# Data\n\nOne.\n");
    expect(published("/data/", second)).toBe("# Data\n\nTwo.\n");
    expect(published("/", "2026-12-31")).toBe("# Home\n");
    expect(published("/rights/", second)).toBe("# Rights\n");
    expect(published("/rights/", third), "removed").toBe(undefined);
    expect(held("/data/", "2026-03-31")).toBe(first);
    /* What mends a text to come does not bring it forward. */
    expect(held("/data/", "2026-04-01")).toBe(third);
    expect(releases.versions.get("/data/")?.map(({ ids }) => ids)).toEqual([
      ["how-long-data-is-kept"],
      ["how-long-data-is-kept"],
      ["how-long-data-is-kept", "who-we-share-information-with---and-why"],
    ]);
  });

  test("is no fault, with line ends of Windows neither", async () => {
    const ours = async () => (await said()).filter((line) => line.startsWith("releases/"));
    expect(await ours()).toEqual([]);
    for (const file of [`${first}/data/index.md`, `${first}/manifest.yaml`])
      await change(file, (text) => text.replaceAll("\n", "\r\n"));
    expect(await ours()).toEqual([]);
  });

  for (const [what, spoilt, expected] of [
    [
      "text is edited",
      () => change(`${second}/data/index.md`, (text) => text.replace("Two", "Three")),
      /^releases\/2026-02-10\/data\/index\.md:1 this text is not the one that was released \(its SHA-256 is not that of line 10 of manifest\.yaml\); put it back as it was, for example with: git checkout -- content\/releases\/2026-02-10\/data\/index\.md, and release/,
    ],
    [
      "text is gone",
      () => rm(join(folder, "releases", second, "rights"), { recursive: true }),
      /^releases\/2026-02-10\/manifest\.yaml:11 releases\/2026-02-10\/rights\/index\.md is missing; put it back/,
    ],
    [
      "manifest is edited",
      () => change(`${third}/manifest.yaml`, (text) => text.replace("What changed", "Nothing")),
      /^releases\/2026-03-10\/manifest\.yaml:\d+ this manifest has been changed since it was written/,
    ],
    [
      "manifest is gone",
      () => rm(join(folder, "releases", third, "manifest.yaml")),
      /^releases\/2026-03-10\/manifest\.yaml:1 the manifest of this release is missing; put it back/,
    ],
    [
      "hash is corrupt",
      () => change(`${third}/manifest.yaml`, (text) => text.replace(/(?<=^sha256: "..)./m, "x")),
      /^releases\/2026-03-10\/manifest\.yaml:\d+ "sha256" is not as a release has it \(a SHA-256 has 64 characters/,
    ],
    [
      "manifest is no YAML",
      () => change(`${third}/manifest.yaml`, (text) => text.replace("kind:", "kind: [")),
      /^releases\/2026-03-10\/manifest\.yaml:\d+ /,
    ],
    [
      "id is there twice",
      () =>
        change(`${first}/manifest.yaml`, (text) =>
          text.replace(/^( *- )(how-long-data-is-kept)$/m, "$1$2\n$1$2"),
        ),
      /^releases\/2026-01-10\/manifest\.yaml:\d+ the id "how-long-data-is-kept" is already on line \d+; put it back/,
    ],
    [
      "release before it is gone",
      () => rm(join(folder, "releases", second), { recursive: true }),
      /^releases\/2026-03-10\/manifest\.yaml:6 the release of 2026-02-10, which this one follows, is missing; put it back as it was, for example with: git checkout -- content\/releases\/2026-02-10$/,
    ],
    [
      "first release is gone",
      () => rm(join(folder, "releases", first), { recursive: true }),
      /^releases\/2026-02-10\/manifest\.yaml:6 the release of 2026-01-10, which this one follows, is missing/,
    ],
    [
      "file is beside it",
      () => writeFile(join(folder, "releases", second, "notes.txt"), ""),
      /^releases\/2026-02-10\/notes\.txt:1 no release has written this file; move it/,
    ],
    [
      "text is beside it that it does not name",
      () => writeFile(join(folder, "releases", second, "index.md"), ""),
      /^releases\/2026-02-10\/index\.md:1 the manifest of this release does not name this text/,
    ],
    [
      "neighbor is a file",
      () => writeFile(join(folder, "releases/notes.txt"), ""),
      /^releases\/notes\.txt:1 releases are in folders that have the name of their day; move this out/,
    ],
    [
      "neighbor is a file with a day for a name",
      () => writeFile(join(folder, "releases/2026-04-01"), ""),
      /^releases\/2026-04-01:1 no release has written this file; move it/,
    ],
    [
      "folder has no day for a name",
      async () => {
        await mkdir(join(folder, "releases/2026-02-31"));
        await writeFile(join(folder, "releases/2026-02-31/manifest.yaml"), "");
      },
      /^releases\/2026-02-31:1 releases are in folders that have the name of their day/,
    ],
  ] as const)
    test(`whose ${what} is named, with its line`, async () => {
      await spoilt();
      const found = await said();
      expect(
        found.filter((line) => expected.test(line.replaceAll(folder, "content"))),
      ).toHaveLength(1);
      expect(found).toHaveLength(1);
    });

  test("is found from any way to write the folder, and never passed over", async () => {
    expect((await releasesIn(`${folder}/`)).all.map(({ date }) => date)).toEqual([
      first,
      second,
      third,
    ]);
    await rm(join(folder, "releases"), { recursive: true });
    expect((await releasesIn(folder)).all).toEqual([]);
    await writeFile(join(folder, "releases"), "");
    expect(await said()).toEqual([
      'releases:1 the site does not read this file; did you mean "releases/"?',
    ]);
  });

  test("that was made beside another is named", async () => {
    const before = await readFile(join(folder, "releases", third, "manifest.yaml"));
    await rm(join(folder, "releases", third), { recursive: true });
    await release(folder, { date: "2026-02-20", pages: { "/": "# Home, sweet\n" } });
    await mkdir(join(folder, "releases", third, "data"), { recursive: true });
    await writeFile(join(folder, "releases", third, "manifest.yaml"), before);
    await writeFile(join(folder, "releases", third, "data/index.md"), "# Data\n\nTwo!\n");
    expect((await said()).filter((line) => line.startsWith("releases/2026-03"))).toEqual([
      expect.stringMatching(
        /^releases\/2026-03-10\/manifest\.yaml:6 this release was made without the one of 2026-02-20, which is before it; delete the folder releases\/2026-03-10, and release again$/,
      ),
    ]);
  });

  test("proves what stood where, and when", async () => {
    const known = { published: publishedTexts(await releasesIn(folder)), words: wordsOf("en") };
    const [one, two] = ["# Data\n\nOne.\n", "# Data\n\nTwo.\n"].map(sha256Of);
    expect(findText(known, one ?? "")).toEqual({
      isFound: true,
      sentence: `This is the text of /data/ (“Data”) that was published on January 10, 2026 and stood there until February 10, 2026.`,
    });
    expect(findText(known, sha256Of("# Home\n")).sentence).toMatch(/, and is the latest\.$/);
    expect(findText(known, sha256Of("# Home")).isFound).toBe(false);
    for (const copy of ["\ufeff# Home\r\n", "# Home", "# Home\n\n\n", "# Home\r"])
      expect(findText(known, sha256Of(asReleased(copy))).isFound, copy).toBe(true);
    for (const other of ["", " # Home", "# Home\u00a0", "# Home \n", "# home\n"])
      expect(findText(known, sha256Of(asReleased(other))).isFound, other).toBe(false);
    const address = `https://acme.org/versions/data/${second}/`;
    expect(findCitation(known, `Acme, “Data”, ${address} SHA-256: ${two ?? ""}`)).toEqual({
      isFound: true,
      sentence: `This is the text of /data/ (“Data”) that was published on February 10, 2026 and stood there until March 10, 2026. It holds from April 1, 2026.`,
    });
    expect(findCitation(known, `${address} ${one ?? ""}`)).toEqual({
      isFound: false,
      sentence: `The text of /data/ that was published on February 10, 2026 has the SHA-256 ${two ?? ""}, and not ${one ?? ""}.`,
    });
    expect(findCitation(known, address.replace("02", "05"))?.isFound).toBe(false);
    for (const lost of [address.slice(0, -1), `${address}index.md`, `<${address.slice(0, -1)}>.`])
      expect(findCitation(known, lost)?.isFound, lost).toBe(true);
    for (const cut of [one, two?.slice(0, 60)])
      expect(findCitation(known, `${address} ${cut ?? ""}`)?.isFound, cut).toBe(false);
    const other = `https://acme.org/versions/data/${first}/`;
    expect(findCitation(known, `${address} ${two ?? ""}\n\n${other} ${one ?? ""}`)).toEqual({
      isFound: true,
      sentence: expect.stringMatching(
        /on February 10, 2026 and .*\n.* on January 10, 2026 and/,
      ) as unknown,
    });
    expect(findCitation(known, `${address} ${two ?? ""}\n${other} ${two ?? ""}`)?.isFound).toBe(
      false,
    );
    expect(findCitation(known, `SHA-256 ${one ?? ""}`)?.isFound).toBe(true);
    expect(findCitation(known, "I remember it well.")).toBe(undefined);
  });

  test("is known by its text below a notice, and by a citation in a file", async () => {
    const known = { published: publishedTexts(await releasesIn(folder)), words: wordsOf("en") };
    const text = "# Data\n\nOne.\n";
    const { sentence } = await find(known, text, sha256Of);
    expect(sentence).toMatch(/^This is the text of \/data\/ .* until February 10, 2026\.$/);
    for (const copy of [
      withNotice(text, "**It is to come.**"),
      `\ufeff> So.\r\n\r\n# Data\r\n\r\nOne.`,
    ])
      expect(await find(known, copy, sha256Of), "what is added is not passed over").toEqual({
        isFound: true,
        sentence: `${sentence} What stands above its title is not part of it.`,
      });
    for (const other of [
      `More.\n\n${text}`,
      withNotice("# Data\n", "So."),
      `# X\n\n${sha256Of(text)}\n`,
    ])
      expect((await find(known, other, sha256Of)).isFound, other).toBe(false);
    const citation = `Acme, /versions/data/${first}/\nSHA-256: ${sha256Of(text)}`;
    for (const digest of [sha256Of, undefined])
      expect(await find(known, citation, digest)).toEqual({ isFound: true, sentence });
    expect((await find(known, text, undefined)).sentence).toContain("encrypted connection");
  });

  test("that is interrupted leaves nothing, and what a killed one left is taken away", async () => {
    const releases = join(folder, "releases");
    const left = join(releases, ".unfinished-2026-04-30-1");
    await mkdir(left);
    await utimes(left, new Date(0), new Date(0));
    await expect(
      writeRelease(folder, "2026-05-01", [
        ["releases/2026-05-01/index.md", ""],
        ["releases/2026-05-01/index.md/manifest.yaml", ""],
      ]),
    ).rejects.toThrow();
    expect(await readdir(releases)).toEqual([first, second, third]);
    expect(await said()).toEqual([]);
    await release(folder, { date: "2026-05-02", pages: { "/": "# Home!\n" } });
    expect(await readdir(releases)).toEqual([first, second, third, "2026-05-02"]);
    const rights = async (name: string) => (await stat(join(folder, name))).mode;
    expect(await rights("releases/2026-05-02"), "others read it, too").toBe(
      await rights("releases"),
    );
    await expect(writeRelease(folder, first, [[`releases/${first}/a`, ""]])).rejects.toThrow();
    expect(await filesIn(first)).toHaveLength(3);
  });

  test("of one day is written whole by one of two that write it at the same time", async () => {
    const files = Array.from(
      { length: 50 },
      (_, at) => `releases/2026-05-01/${String(at)}/index.md`,
    );
    const results = await Promise.allSettled(
      ["One.\n", "Two.\n"].map((text) =>
        writeRelease(
          folder,
          "2026-05-01",
          files.map((file) => [file, text] as const),
        ),
      ),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    expect(new Set(texts).size).toBe(1);
    expect(await readdir(join(folder, "releases"))).toEqual([first, second, third, "2026-05-01"]);
  });
});

test.describe("a release is refused", () => {
  const pages = { "/": "# Home\n" };
  const terms = { noticeDays: 30, openPoints: 0 };

  test.beforeEach(() => release(folder, { date: first, pages }));

  for (const [what, given, held, expected] of [
    [
      "when nothing changed",
      { date: second, pages },
      terms,
      [/^Nothing has changed since .*01-10/],
    ],
    [
      "on a second of one day",
      { date: first, pages: { "/": "# Other\n" } },
      terms,
      [/^There is a release of 2026-01-10 already/],
    ],
    [
      "before the last one",
      { date: "2026-01-01", pages: { "/": "# Other\n" } },
      terms,
      [/^The last release is of 2026-01-10, which is after today, 2026-01-01/],
    ],
    [
      "with a notice that is too short",
      { date: second, kind: "substantive", effective: "2026-03-11", pages: { "/": "# Other\n" } },
      terms,
      [/^A substantive change is announced 30 days .* write --effective=2026-03-12 or a later day/],
    ],
    [
      "that holds before it is published",
      { date: second, effective: "2026-02-09", pages: { "/": "# Other\n" } },
      terms,
      [/write --effective=2026-02-10 or a later day/],
    ],
    [
      "while facts are open",
      { date: second, pages: { "/": "# Other\n" } },
      { ...terms, openPoints: 2 },
      [/^2 facts await confirmation; .* add --draft/],
    ],
    [
      "with two ids alike",
      { date: second, pages: { "/": ["# Other\n", "a", "b", "a"] } },
      terms,
      [/^Two things on \/ have the id "a"/],
    ],
    [
      "as a draft of what was published already",
      { date: second, isDraft: true, pages },
      terms,
      [/^Nothing has changed since .*01-10/],
    ],
    ["of no texts", { date: second, pages: {} }, terms, [/has no text in Markdown/]],
  ] as const)
    test(what, async () => {
      expect(
        refusals(await releasesIn(folder), asked(given as Parameters<typeof asked>[0]), held),
      ).toEqual(expected.map((pattern): unknown => expect.stringMatching(pattern)));
    });

  for (const [what, given, held] of [
    ["with enough notice", { kind: "substantive", effective: "2026-03-12" }, terms],
    ["at once, where it is editorial", { kind: "editorial" }, terms],
    ["at once, where no notice is asked for", { kind: "substantive" }, { ...terms, noticeDays: 0 }],
    ["as a draft, while facts are open", { isDraft: true }, { ...terms, openPoints: 2 }],
  ] as const)
    test(`but not ${what}`, async () => {
      const other = asked({ date: second, ...given, pages: { "/": "# Other\n" } });
      expect(refusals(await releasesIn(folder), other, held)).toEqual([]);
    });

  test.describe("where it only confirms a draft", () => {
    const draft = { "/": "# Draft\n" };
    const confirming = async (given: { effective?: string; kind?: "substantive" }) => {
      const releases = await releasesIn(folder);
      const confirmed = asked({ date: third, kind: "substantive", ...given, pages: draft });
      const effective = given.effective ?? firstDay(releases, confirmed);
      return { effective, refused: refusals(releases, { ...confirmed, effective }, terms) };
    };

    test("not for want of notice: that of the draft counts", async () => {
      const effective = "2026-03-12";
      await release(folder, {
        ...{ date: second, kind: "substantive", effective },
        ...{ isDraft: true, pages: draft },
      });
      expect(await confirming({})).toEqual({ effective, refused: [] });
      expect((await confirming({ effective: third })).refused).toEqual([
        expect.stringMatching(
          /^This only confirms the draft of 2026-02-10, whose texts hold from 2026-03-12; leave --effective out, or write --effective=2026-03-12\.$/,
        ),
      ]);
    });

    test("not once the draft holds, and it holds at once", async () => {
      await release(folder, { date: second, isDraft: true, pages: draft });
      expect(await confirming({})).toEqual({ effective: third, refused: [] });
      expect((await confirming({ effective: "2026-06-01" })).refused).toHaveLength(1);
      const changed = asked({ date: third, kind: "substantive", pages: { "/": "# Other\n" } });
      expect(firstDay(await releasesIn(folder), changed)).toBe(third);
      expect(refusals(await releasesIn(folder), changed, terms), "with a change").toEqual([
        expect.stringContaining("--effective=2026-04-09"),
      ]);
    });
  });

  test("but not where it confirms what was a draft", async () => {
    await release(folder, { date: second, isDraft: true, pages: { "/": "# Draft\n" } });
    const confirmed = { date: third, pages: { "/": "# Draft\n" } };
    expect(refusals(await releasesIn(folder), asked(confirmed), terms)).toEqual([]);
    await release(folder, confirmed);
    const { versions } = await releasesIn(folder);
    expect(versions.get("/")?.map(({ isDraft }) => isDraft)).toEqual([false, false]);
  });
});

test.describe("what was published and is gone", () => {
  const edit = async (file: string, by: (text: string) => string) => {
    const path = join(folder, file);
    await writeFile(path, by(await readFile(path, "utf8")));
  };

  test.beforeEach(() =>
    release(folder, {
      date: first,
      pages: {
        "/faq/": ["# Questions\n", "who-owns-data", "topic-securing-data"],
        "/security/": ["# Security\n", "bug-bounty"],
        "/statements/privacy-shield/": "# Shield\n",
      },
    }),
  );

  test("is nothing as long as all is there", async () => {
    expect(await said()).toEqual([]);
  });

  test("is an error where it is a heading, with the line to add", async () => {
    const heading = /^## Bug bounty$/im;
    const page = "pages/security.mdx";
    expect(await readFile(join(folder, page), "utf8")).toMatch(heading);
    await edit(page, (text) => text.replace(heading, "## Bug bounties"));
    expect(await said()).toEqual([
      expect.stringMatching(
        /^pages\/security\.mdx:\d+ "#bug-bounty" was published on January 10, 2026 and is gone; give it back its words, or add to the front matter: formerIds: \{bug-bounty: bug-bounties\}$/,
      ),
    ]);
    await edit(page, (text) =>
      text.replace(/^owner:/m, "formerIds: {bug-bounty: bug-bounties}\nowner:"),
    );
    expect(await said()).toEqual([]);
  });

  test("is an error where it is a question, with the line to add", async () => {
    const gone = await readFile(join(folder, "faq/who-owns-data.mdx"), "utf8");
    await rm(join(folder, "faq/who-owns-data.mdx"));
    await writeFile(join(folder, "faq/data-owner.mdx"), gone);
    expect(await said()).toContainEqual(
      expect.stringMatching(
        /^releases\/2026-01-10\/manifest\.yaml:\d+ "#who-owns-data" on \/faq\/ was published .* formerly: \[who-owns-data\]$/,
      ),
    );
    await edit("faq/data-owner.mdx", (text) =>
      text.replace(/^owner:/m, "formerly: [who-owns-data]\nowner:"),
    );
    expect((await said()).filter((line) => line.includes("was published"))).toEqual([]);
  });

  test("is an error where it is a page or a statement", async () => {
    for (const file of ["pages/security.mdx", "statements/privacy-shield.mdx"])
      await rm(join(folder, file));
    const found = (await said()).filter((line) => line.includes("was published"));
    expect(found.map((line) => line.replaceAll(folder, "content"))).toEqual([
      expect.stringMatching(
        /manifest\.yaml:\d+ \/security\/ was published .* front matter of the page that says it now: formerly: \[security\]$/,
      ),
      expect.stringMatching(
        /manifest\.yaml:\d+ \/statements\/privacy-shield\/ .* put content\/statements\/privacy-shield\.mdx back$/,
      ),
    ]);
  });

  for (const [what, line, expected] of [
    ["is still there", "{bug-bounty: bug-bounty}", /has the id "bug-bounty"; delete it/],
    ["leads nowhere", "{old: bug-bountie}", /no.* "bug-bountie"; did you mean "bug-bounty"\?$/],
  ] as const)
    test(`and a former id that ${what} is an error`, async () => {
      await edit("pages/security.mdx", (text) =>
        text.replace(/^owner:/m, `formerIds: ${line}\nowner:`),
      );
      expect(await said()).toEqual([expect.stringMatching(expected)]);
    });
});
