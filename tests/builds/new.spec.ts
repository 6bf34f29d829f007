import { execFile } from "node:child_process";
import { cp, mkdtemp, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { sound } from "../faulty-content.ts";

const results = "test-results";

/** A copy of a sound centre, as a path within the project. */
let folder: string;

test.beforeEach(async () => {
  await mkdir(results, { recursive: true });
  folder = await mkdtemp(join(results, "new-"));
  await cp(sound, folder, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command `npm run new` stands for, without a terminal. */
const run = (...args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["src/cli/new.ts", ...args],
      { env: { ...process.env, CONTENT_DIR: folder } },
      (failure, out, err) => {
        resolve({ code: failure ? Number(failure.code) : 0, out, err });
      },
    );
    child.stdin?.end();
  });

const day = () => new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format();

test("the command writes into the folder of the content, as of today, and says where", async () => {
  const words = ["--topic", "hosting-and-transfers", "--question", "Where?", "--answer", "Here."];
  const before = day();
  expect(await run("question", "--id", "where", ...words)).toEqual({
    code: 0,
    out: expect.stringContaining(`Written: ${folder}/faq/where.mdx:9\n`) as unknown as string,
    err: "",
  });
  const text = await readFile(join(folder, "faq/where.mdx"), "utf8");
  const [, reviewed] = /^lastReviewed: "(.*)"$/m.exec(text) ?? [];
  expect([before, day()]).toContain(reviewed);
});

test("the command says how it is used", async () => {
  const { code, out, err } = await run("--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("npm run new -- statement");
});

test("without words and terminal the command says how it is used, and fails", async () => {
  const { code, out, err } = await run();
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("npm run new -- question");
});

test("a command that refuses fails with a sentence alone", async () => {
  expect(await run("question", "--topik", "x")).toEqual({
    code: 1,
    out: "",
    err: "--topik is not recognized; did you mean --topic?\nNothing was written.\n",
  });
});
