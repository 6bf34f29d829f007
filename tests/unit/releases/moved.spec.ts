import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { changedPageAnchor } from "../../../src/centre/addresses.ts";
import { completeCatalog } from "../../../src/build/complete-catalog.ts";
import type { Catalog } from "../../../src/releases/catalog.ts";
import {
  addressOfChange,
  changedPages,
  changesOf,
  noteOn,
  toldPages,
} from "../../../src/releases/changed-pages.ts";
import { noticeOn } from "../../../src/releases/notice.ts";
import { sha256Of } from "../../../src/releases/digest.ts";
import { catalogOf, publishedTexts } from "../../../src/releases/published-texts.ts";
import { latestOf, termsUntilLast, versionBefore } from "../../../src/releases/releases.ts";
import { findCitation, findText } from "../../../src/releases/verify.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { copyForTests } from "../../content-copy.ts";
import { sound } from "../../faulty-content.ts";
import { release, releasesIn } from "../../releases.ts";

const copy = copyForTests(sound, tmpdir());
const { redline } = wordsOf("en");
const [first, second, third] = ["2026-01-10", "2026-02-10", "2026-03-10"] as const;

const text = (days: number) => `# Data\n\nWe keep it ${String(days)} days.\n`;

/** A page that moves with the second release, and changes with that and the third. */
const moved = async (folder: string, formerly: readonly string[] = ["/data/"]) => {
  await release(folder, { date: first, pages: { "/": "# H\n", "/data/": text(30) } });
  await release(folder, {
    date: second,
    effective: "2026-05-01",
    pages: { "/": "# H\n", "/information/": text(60) },
    formerly: { "/information/": formerly },
  });
  return releasesIn(folder);
};

test("a page that moved is told once, with its changes", async () => {
  const folder = copy();
  const releases = await moved(folder);
  expect(await readFile(join(folder, "releases", second, "manifest.yaml"), "utf8")).toContain(
    "    from: /data/\n",
  );
  const [, release] = releases.all;
  const pages = release ? toldPages(changedPages(releases, release)) : [];
  expect(pages.map(({ path }) => path)).toEqual(["/information/"]);
  expect(pages[0]?.figures).toEqual([
    { what: "Data", before: "30", after: "60 days", isInRow: false },
  ]);
  expect(pages.map((page) => noteOn(page, redline))).toEqual([redline.movedFrom("/data/")]);
  expect(pages[0] && versionBefore(releases, pages[0].version)?.path).toBe("/data/");
});

test("those who follow a page by where it was are led to where it is", async () => {
  const releases = await moved(copy());
  const [, gone] = changesOf(releases, "/data/");
  expect(gone && noteOn(gone.page, redline)).toBe(redline.movedTo("/information/"));
  expect(gone && addressOfChange(gone.page)).toBe(`/changes/${second}/#information`);
  expect(latestOf(releases, "/data/")?.path).toBe("/information/");
});

test("what applies until a page that moved takes effect is what it said where it was", async () => {
  const folder = copy();
  const releases = await moved(folder);
  expect(
    termsUntilLast(releases, "/information/", second).map(({ version }) => version.path),
  ).toEqual(["/data/"]);
  await release(folder, { date: third, pages: { "/": "# H\n", "/information/": text(90) } });
  const linked = (address: string) => (words: string) => `[${words}](${address})`;
  expect(
    noticeOn(releases, "/information/", second, wordsOf("en"), linked)?.until,
    "where it stood",
  ).toBe(`Until then, the [version of January 10, 2026](/versions/data/${first}/) applies.`);
  const later = await releasesIn(folder);
  expect(later.versions.get("/information/")?.at(-1)?.holdsFrom).toBe("2026-05-01");
  expect(later.versions.get("/information/")?.map(({ from }) => from)).toEqual([
    "/data/",
    undefined,
  ]);
});

test("a text is found at the path that its page had, and by an address with the one it has", async () => {
  const published = publishedTexts(await moved(copy()));
  expect(published.map(({ path, from }) => [path, from])).toEqual([
    ["/", undefined],
    ["/data/", undefined],
    ["/information/", "/data/"],
  ]);
  const known = { published, words: wordsOf("en") };
  const sentence =
    "This is the text of /data/ (“Data”) that was published on January 10, 2026 and stood there until February 10, 2026. The page then moved to /information/.";
  expect(findText(known, sha256Of(text(30)))).toEqual({ isFound: true, sentence });
  for (const path of ["data", "information"])
    expect(findCitation(known, `https://acme.example/versions/${path}/${first}/.`)).toEqual({
      isFound: true,
      sentence,
    });
  expect(findCitation(known, `/versions/data/${third}/`)?.isFound).toBe(false);
});

test("what no release has yet moved from where the site leads on", async () => {
  const site = test.info().outputPath("site");
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  };
  const releases = await moved(copy());
  write("versions/index.json", JSON.stringify(catalogOf(releases)));
  const led = (to: string) =>
    `<meta http-equiv="refresh" content="1"><link rel="canonical" href="https://a.example${to}">`;
  /* One leads on to a page that was there before: it is gone. */
  write("data/index.html", led("/information/"));
  write("information/index.html", led("/facts/"));
  const texts = [
    { path: "/", markdown: "# H\n" },
    { path: "/facts/", markdown: "# Facts\n" },
  ];
  for (const { path, markdown } of texts) write(`${path}index.md`, markdown);
  completeCatalog(
    site,
    texts.map((text) => ({ ...text, answers: new Map(), rows: new Set() })),
  );
  const { unreleased } = JSON.parse(
    readFileSync(join(site, "versions/index.json"), "utf8"),
  ) as Catalog;
  expect(unreleased).toMatchObject([
    { path: "/facts/", from: "/information/", file: "/facts/index.md" },
    { path: "/information/", file: "" },
  ]);
});

for (const formerly of [[], ["/rights/"]])
  test(`a page that was formerly ${formerly.join("") || "nowhere"} is new, and another removed`, async () => {
    const releases = await moved(copy(), formerly);
    const [, release] = releases.all;
    const pages = release ? toldPages(changedPages(releases, release)) : [];
    expect(pages.map((page) => noteOn(page, redline))).toEqual([
      redline.removedPage,
      redline.newPage,
    ]);
  });

test("a page that moved back is told as moved again", async () => {
  const folder = copy();
  await moved(folder);
  await release(folder, {
    date: third,
    pages: { "/": "# H\n", "/data/": text(60) },
    formerly: { "/data/": ["/information/"] },
  });
  const releases = await releasesIn(folder);
  const last = releases.all.at(-1);
  const pages = last ? toldPages(changedPages(releases, last)) : [];
  expect(pages.map((page) => noteOn(page, redline))).toEqual([redline.movedFrom("/information/")]);
  expect(latestOf(releases, "/information/")?.date).toBe(third);
});

test("a page that was emptied keeps its title, and one whose markup alone changed says so", async () => {
  const folder = copy();
  await release(folder, { date: first, pages: { "/": "# Home\n", "/data/": text(30) } });
  await release(folder, { date: second, pages: { "/": "Home\n====\n", "/data/": "" } });
  const releases = await releasesIn(folder);
  const [home, data] = releases.all[1] ? changedPages(releases, releases.all[1]) : [];
  expect(home && noteOn(home, redline)).toBe(redline.noWords);
  expect(data?.title).toBe("Data");
  expect(data?.changes.map(({ type }) => type)).toEqual(["removed", "removed"]);
});

test("no two pages have the same id in the list of what changed", () => {
  const paths = [
    "/",
    "/faq/",
    "/faq/terms/",
    "/faq-terms/",
    "/statements/a-b/",
    "/statements-a-b/",
  ];
  expect(new Set(paths.map(changedPageAnchor)).size).toBe(paths.length);
});
