import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { contentFolder } from "../../src/environment.ts";
import { expectedOf, sound, spoil } from "../faulty-content.ts";

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
  await cp(sound, folder, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true }));

/** Runs the command `npm run check` stands for, outside of GitHub unless the environment says so. */
const run = (
  contentDir: string,
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = { GITHUB_ACTIONS: "" },
): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ["src/cli/check.ts", ...options],
      { env: { ...process.env, ...environment, CONTENT_DIR: contentDir } },
      (failure, stdout, stderr) => {
        resolve({ code: failure ? Number(failure.code) : 0, said: stdout + stderr });
      },
    );
  });

test("the command fails on faulty content and says file, line and sentence", async () => {
  spoil(folder, "tab");
  expect(await run(folder)).toEqual({
    code: 1,
    said: `${folder}/facts/providers.yaml:2:2 – this line starts with a tab; start it with spaces\n1 problem in 1 file. Nothing was built.\n`,
  });
});

test("the command succeeds on the content itself and says what it holds", async () => {
  const { code, said } = await run(contentFolder);
  expect(code).toBe(0);
  expect(said).toMatch(/^The content has no errors: \d+ questions, \d+ pages, .+\.$/m);
});

for (const fault of [
  "address-typed",
  "answers-in-a-circle",
  "component-refers-to-nothing",
  "facts-that-list-nothing",
  "former-id-in-use",
  "record-shown-twice",
  "unknown-component",
])
  test(`the sentences on "${fault}" name the folder of the content as it is called`, async () => {
    spoil(folder, fault);
    const { said } = await run(folder);
    expect(said).not.toMatch(/ content\/(?!README\.md)/);
    for (const line of expectedOf(fault))
      expect(said).toContain(
        line
          .replace(/^warning: /, "")
          .replaceAll(/(?<=^| |\()content\/(?!README\.md)/g, `${folder}/`),
      );
  });

for (const [typed, sentence] of [
  ["--reprot", "--reprot is not recognized; did you mean --report?"],
  ["report", '"report" is not recognized; did you mean --report?'],
  ["--quiet-please", "--quiet-please is not recognized; remove it, or write one of: --report"],
  ["--report=all", "--report takes no value; write it on its own"],
] as const)
  test(`the command "${typed}" is told what to type`, async () => {
    expect(await run(sound, [typed])).toEqual({ code: 1, said: `${sentence}\n` });
  });

test("warnings do not make the command fail, and come after the errors", async () => {
  spoil(folder, "overdue-review");
  const warned =
    `Warnings (the site can still be built):\n${folder}/pages/a-page.mdx:6:1 – ` +
    "this was last reviewed on January 31, 2001, and a review is due every 120 months; review it, and write the day on which you did\n\n";
  const { code, said } = await run(folder);
  expect(code).toBe(0);
  expect(said).toContain(`${warned}The content has no errors: `);
  spoil(folder, "tab");
  const failed = await run(folder);
  expect(failed.code).toBe(1);
  expect(failed.said).toMatch(/^.*providers\.yaml:2:2 – .*\nWarnings \(/);
  expect(failed.said).toContain(`${warned}1 problem in 1 file. Nothing was built.`);
});

test("notes, reading ease and open points are told in the report only", async () => {
  spoil(folder, "long-sentence");
  await writeFile(
    join(folder, "facts/providers.yaml"),
    "- id: one\n  name: One\n  confirmed: false\n  question: Is this the provider?\n",
  );
  const brief = await run(folder);
  expect(brief.code).toBe(0);
  expect(brief.said).not.toContain("this sentence has");
  expect(brief.said).not.toMatch(/Notes|Reading ease|Facts awaiting/);
  expect(brief.said).toContain("npm run check -- --report");
  const { code, said } = await run(folder, ["--report"]);
  expect(code).toBe(0);
  expect(said).toContain(
    `Notes on plain language:\n${folder}/pages/a-page.mdx:8:7 – this sentence has 44 words, and few readers follow one of more than 40; write two sentences, or a list\n`,
  );
  expect(said).toMatch(
    /\nReading ease \(Flesch: [^)]+\):\n(?: *-?\d+ {2}\S+\.mdx \(\d+ words, \d+ sentences?\)\n)+\n/,
  );
  expect(said).toMatch(/\nFacts awaiting confirmation:\n(?:\S+\.yaml:\d+:\d+ – .+\?.*\n)+\n/);
  expect(said).toContain(`${folder}/facts/providers.yaml:4:3 – Is this the provider?\n`);
});

test("on GitHub, issues are annotations of their lines", async () => {
  spoil(folder, "long-sentence");
  spoil(folder, "tab");
  const { code, said } = await run(folder, ["--report"], { GITHUB_ACTIONS: "true" });
  expect(code).toBe(1);
  expect(said.split("\n")).toEqual(
    expect.arrayContaining([
      `::error file=${folder}/facts/providers.yaml,line=2,col=2::this line starts with a tab; start it with spaces`,
      `::notice file=${folder}/pages/a-page.mdx,line=8,col=7::this sentence has 44 words, and few readers follow one of more than 40; write two sentences, or a list`,
    ]),
  );
});
