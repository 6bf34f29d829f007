import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { format, resolveConfig } from "prettier";
import { confirmed } from "../bench/contents.ts";
import { readWrk } from "../bench/load.ts";
import { writeQuestions } from "../bench/questions.ts";
import { withReport } from "../bench/report.ts";
import { readResults } from "../bench/results.ts";

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

test("every error that wrk prints is counted", () => {
  const sound = "  146081 requests in 10.00s, 1.1GB read\nRequests/sec:  14608.12\n";
  expect(readWrk(sound)).toEqual({ perSecond: 14608, errors: 0 });
  const faulty = `  Socket errors: connect 1, read 2, write 3, timeout 4
  Non-2xx or 3xx responses: 10
${sound}`;
  expect(readWrk(faulty)).toEqual({ perSecond: 14608, errors: 20 });
  expect(() => readWrk("unable to connect")).toThrow("wrk printed no rate");
});
