import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { format, resolveConfig } from "prettier";
import { confirmed } from "../bench/contents.ts";
import { readWrk } from "../bench/load.ts";
import { writeQuestions } from "../bench/questions.ts";
import { writeReleases } from "../bench/releases.ts";
import { withReport } from "../bench/report.ts";
import { readResults } from "../bench/results.ts";
import { frozenReleases } from "../../src/check/releases/frozen-releases.ts";
import { readContent } from "../../src/parse/content.ts";
import { readReleases } from "../../src/parse/releases.ts";

const path = join(import.meta.dirname, "../../docs/performance.md");
const page = readFileSync(path, "utf8");

test("docs/performance.md carries what was measured last, and nothing else", async () => {
  const written = withReport(page, readResults());
  const settings = await resolveConfig(path);
  expect(await format(written, { ...settings, filepath: path })).toBe(page);
});

test("a page without a place for what was measured is named, with what to write", () => {
  expect(() => withReport("# Title\n", {})).toThrow(
    /docs\/performance\.md:1: .* write `<!-- bench -->`/,
  );
});

test("a released content has nothing left to confirm, and is otherwise the same", () => {
  const yaml = `# A list.
- id: one
  confirmed: false
  question: Is this
    the address?

- id: two
  question: What is asked elsewhere stays.
`;
  expect(confirmed(yaml)).toBe(`# A list.
- id: one

- id: two
  question: What is asked elsewhere stays.
`);
  expect(confirmed("url: https://centre.example\n")).toBe("url: https://centre.test\n");
});

test("invented questions vary, and are the same each time", () => {
  const read = () => {
    const folder = mkdtempSync(join(tmpdir(), "questions-"));
    writeQuestions(folder, 20, ["one", "two"]);
    const texts = readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8"));
    rmSync(folder, { recursive: true });
    return texts;
  };
  const texts = read();
  expect(read()).toEqual(texts);
  expect(new Set(texts.map((text) => /^question: .*/m.exec(text)?.[0])).size).toBe(20);
  for (const text of texts) {
    const words = text.split(/^---$/m)[2]?.match(/[a-z]+/gi) ?? [];
    expect(words.length).toBeGreaterThan(60);
    expect(words.length).toBeLessThan(700);
  }
});

test("invented releases are sound: the first has all pages, each other another two", async () => {
  const folder = mkdtempSync(join(tmpdir(), "releases-"));
  const [content, site] = [join(folder, "content"), join(folder, "dist")];
  for (const name of ["a", "b", "c"]) {
    mkdirSync(join(site, name), { recursive: true });
    writeFileSync(join(site, name, "index.html"), "<main></main>");
    writeFileSync(join(site, name, "index.md"), `# ${name}\n\nOne sentence.\n`);
  }
  writeReleases(content, site, 3);
  const releases = await readReleases(content);
  expect(frozenReleases(await readContent(content))).toEqual([]);
  expect(releases.map(({ texts }) => [...texts.keys()].sort())).toEqual([
    ["/a/", "/b/", "/c/"],
    ["/a/", "/c/"],
    ["/b/", "/c/"],
  ]);
  expect(releases[2]?.texts.get("/c/")).toBe("# c\n\nOne sentence (1) (2).\n");
  rmSync(folder, { recursive: true });
});

test("the report says how many times as long a build takes with releases", () => {
  const cost = { questions: 28, seconds: 2, peak: 1e9 };
  const page = { path: "/", bytes: 1 };
  const figures = [
    { ...cost, page, long: page, released: { releases: 200, seconds: 3, processor: 4, peak: 1e9 } },
    { ...cost, page, long: page },
  ];
  const build = { date: "2026-01-01", node: "24.0.0", cores: 2, busy: 0, figures };
  expect(withReport("<!-- bench --><!-- /bench -->", { build })).toMatch(
    /\| With 200 releases: [^|]*\| 3\.0 s \(× 1\.5\) \| – \|/,
  );
});

test("every error that wrk prints is counted", () => {
  const sound = "  146081 requests in 10.00s, 1.1GB read\nRequests/sec:  14608.12\n";
  expect(readWrk(sound)).toEqual({ perSecond: 14608, errors: 0 });
  const faulty = `  Socket errors: connect 1, read 2, write 3, timeout 4
  Non-2xx or 3xx responses: 10
${sound}`;
  expect(readWrk(faulty)).toEqual({ perSecond: 14608, errors: 20 });
  expect(() => readWrk("unable to connect")).toThrow("wrk printed no rate");
});
