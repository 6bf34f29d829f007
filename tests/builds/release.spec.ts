import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { sound } from "../faulty-content.ts";

const root = "test-results/release";
const folder = join(root, "content");
const site = join(root, "dist");

/** Seconds since 1970 on a day. */
const on = (day: string) => String(Date.parse(`${day}T12:00:00Z`) / 1000);

/** Runs the command on the site as it was built, and says what it printed of the release. */
const run = (day: string, ...options: readonly string[]) => start("release", day, options);

/** Runs a command on a day. */
const start = (command: string, day: string, options: readonly string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      [`src/cli/${command}.ts`, ...options],
      {
        env: {
          ...process.env,
          ...{ CONTENT_DIR: folder, DIST_DIR: site, SOURCE_DATE_EPOCH: on(day) },
        },
      },
      (failure, out, err) => {
        const said = failure ? err : (out.trimEnd().split("\n").at(-1) ?? "");
        resolve({ code: failure ? Number(failure.code) : 0, said });
      },
    );
  });

const write = (path: string, main: string, markdown: string) => {
  mkdirSync(join(site, path), { recursive: true });
  writeFileSync(
    join(site, path, "index.html"),
    `<body id="x"><main id="Content">${main}</main></body>`,
  );
  writeFileSync(join(site, path, "index.md"), markdown);
};

const released = () =>
  existsSync(join(folder, "releases")) ? readdirSync(join(folder, "releases")) : [];

test.describe("npm run release", () => {
  test.beforeAll(() => {
    rmSync(root, { recursive: true, force: true });
    cpSync(sound, folder, { recursive: true });
    const settings = join(folder, "site.yaml");
    writeFileSync(settings, `${readFileSync(settings, "utf8")}\nreleases:\n  noticeDays: 30\n`);
    write("", "<h1>Home</h1>", "# Home\n");
    write("security", '<h1>S</h1><h2 id="bug-bounty">B</h2><p id="unknown">', "# S\n\n## B\n");
    write("this-site", "<h1>Measured</h1>", "# Measured\n");
  });

  test("refuses what cannot be, and writes nothing", async () => {
    const summary = ["--summary", "It begins."];
    for (const [options, sentence] of [
      [[], /^A release says what changed; write it like this: --summary "/],
      [[...summary, "--kind=editoral"], /^--kind cannot be "editoral"; did you mean editorial\?/],
      [[...summary, "--effective=2026-02-30"], /^--effective cannot be "2026-02-30"; write a day/],
      [
        [...summary, "--effectiv=2026-02-03"],
        /^--effectiv is not recog.* did you mean --effective/,
      ],
      [[...summary, "--built"], /^\d+ facts? awaits? .* add --draft\.\nNothing was released\.\n$/],
    ] as const) {
      const { code, said } = await run("2026-02-01", ...options);
      expect(said).toMatch(sentence);
      expect(code).toBe(1);
    }
    expect(released()).toEqual([]);
  });

  test("keeps the texts of the built site, with the ids that the content answers for", async () => {
    const options = ["--summary=It begins.", "--draft", "--built"];
    const both = [run("2026-02-01", ...options), run("2026-02-01", ...options)];
    const [done, refused] = (await Promise.all(both)).toSorted(
      (one, other) => one.code - other.code,
    );
    expect(done).toEqual({
      code: 0,
      said: `Wrote ${folder}/releases/2026-02-01/; commit it. The next build publishes it.`,
    });
    expect(refused?.said, "whoever came second").toMatch(
      /^There is a release of 2026-02-01 already/,
    );
    expect(readdirSync(join(folder, "releases/2026-02-01"))).toEqual([
      "index.md",
      "manifest.yaml",
      "security",
    ]);
    const manifest = readFileSync(join(folder, "releases/2026-02-01/manifest.yaml"), "utf8");
    expect(manifest).toContain("    ids:\n      - bug-bounty\n");
    expect(manifest).not.toContain("unknown");
    expect(manifest).toContain('effective: "2026-02-01"\ndraft: true\n');
  });

  test("keeps only what changed, after due notice, and once a day", async () => {
    const options = ["--summary=It changed.", "--draft", "--built"];
    expect(await run("2026-02-01", ...options)).toMatchObject({ code: 1 });
    expect((await run("2026-02-02", ...options)).said).toMatch(
      /^Nothing has changed since .*02-01/,
    );
    write("", "<h1>Home</h1>", "# Home, sweet\n");
    expect((await run("2026-02-02", ...options)).said).toMatch(
      /^A substantive change .* 30 days .* write --effective=2026-03-04 or a later day/,
    );
    expect(await run("2026-02-02", ...options, "--effective", "2026-03-04")).toMatchObject({
      code: 0,
    });
    expect(readdirSync(join(folder, "releases/2026-02-02"))).toEqual(["index.md", "manifest.yaml"]);
  });

  test("can be asked whether a text stood on the site", async () => {
    const verify = (words: string) => start("verify", "2026-02-02", [words]);
    const text = join(folder, "releases/2026-02-01/index.md");
    expect(await verify(text)).toEqual({
      code: 0,
      said: expect.stringContaining(
        "on February 1, 2026 and stood there until February 2, 2026",
      ) as unknown,
    });
    expect(await verify(join(folder, "site.yaml"))).toMatchObject({ code: 1 });
    expect((await verify("it was so")).said).toBe(
      '"it was so" is no file, and has neither the address of a version nor a SHA-256 in it.\n',
    );
  });

  test("remembers where a page was that has moved", async () => {
    const [old, page] = ["security", "safety"].map((id) => join(folder, "pages", `${id}.mdx`));
    const moved = readFileSync(old ?? "", "utf8").replace(
      /^owner:/m,
      "formerly: [security]\nowner:",
    );
    writeFileSync(page ?? "", moved);
    rmSync(old ?? "");
    renameSync(join(site, "security"), join(site, "safety"));
    const options = ["--summary=It moved.", "--kind=editorial", "--draft", "--built"];
    expect(await run("2026-02-03", ...options)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "releases/2026-02-03/manifest.yaml"), "utf8")).toMatch(
      /^ {2}\/safety\/:\n {4}sha256: [0-9a-f]{64}\n {4}from: \/security\/\n[^]*^removed:\n {2}- \/security\/$/m,
    );
  });

  test("refuses while there are errors, and overwrites nothing", async () => {
    const frozen = join(folder, "releases/2026-02-01/index.md");
    writeFileSync(frozen, "# Another home\n");
    const { code } = await run("2026-02-04", "--summary=x", "--draft", "--built");
    expect(code).toBe(1);
    expect(released()).toEqual(["2026-02-01", "2026-02-02", "2026-02-03"]);
    expect(readFileSync(frozen, "utf8")).toBe("# Another home\n");
  });
});
