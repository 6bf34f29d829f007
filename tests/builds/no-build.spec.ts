import { fork, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/* Within the project, where MDX finds its packages. */
const folder = "test-results/faulty-content/content";
const built = "test-results/faulty-content/dist";

const page = "pages/security.mdx";

/** What `npm run build` says of the content. */
const build = (environment: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      CONTENT_DIR: folder,
      DIST_DIR: built,
      GITHUB_ACTIONS: "",
      ...environment,
    },
  });
  return { status, stdout, stderr };
};

test.describe("bad content stops the build and destroys nothing", () => {
  test.beforeEach(() => {
    rmSync("test-results/faulty-content", { recursive: true, force: true });
    cpSync("tests/fixtures/sound", folder, { recursive: true });
    mkdirSync(built, { recursive: true });
    /* The site of before. */
    writeFileSync(join(built, "404.html"), "Nothing here");
  });

  for (const [what, change, sentence] of [
    [
      "that cannot be read",
      (text: string) => text.replace(/^title: .*$/m, "title: 'Security"),
      /^test-results\/faulty-content\/content\/pages\/security\.mdx:2:\d+ – /,
    ],
    [
      "that only the check finds",
      (text: string) => `${text}\nSee [the old page](/nowhere/).\n`,
      /security\.mdx:\d+:\d+ – .*\/nowhere\//,
    ],
  ] as const)
    test(`content ${what}`, () => {
      const file = join(folder, page);
      writeFileSync(file, change(readFileSync(file, "utf8")));
      const { status, stdout, stderr } = build();
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toMatch(sentence);
      expect(stderr).toMatch(/1 problem in 1 file\. Nothing was built\.\n$/);
      expect(stderr.trim().split("\n")).toHaveLength(2);
      expect(readdirSync(built)).toEqual(["404.html"]);
    });

  test("before it is known, Astro reads the content, and makes and says nothing", async () => {
    const store = join("node_modules/.astro", folder.replaceAll(/\W+/g, "-"), "data-store.json");
    rmSync(store, { force: true });
    const pages = fork("src/cli/build-pages.ts", {
      env: { ...process.env, CONTENT_DIR: folder, DIST_DIR: built },
      silent: true,
    });
    let said = "";
    for (const output of [pages.stdout, pages.stderr])
      output?.on("data", (text: Buffer) => (said += text.toString()));
    await expect.poll(() => existsSync(store), { timeout: 60_000 }).toBe(true);
    pages.kill();
    expect(said).toBe("");
    expect(readdirSync(built)).toEqual(["404.html"]);
  });
});

test.describe("what cannot be built stops the build and destroys nothing", () => {
  const other = "test-results/no-site";

  test.beforeEach(() => {
    rmSync(other, { recursive: true, force: true });
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, "letter.txt"), "Dear all");
  });

  for (const [name, value, sentence] of [
    ["DIST_DIR", folder, `DIST_DIR cannot be "${folder}": it would be emptied, and ${folder}`],
    ["DIST_DIR", `${folder}/site`, `DIST_DIR cannot be "${folder}/site": it would be emptied, and`],
    ["DIST_DIR", "..", 'DIST_DIR cannot be "..": it would be emptied, and src is there'],
    ["DIST_DIR", other, `"${other}" would be emptied, and what is in it is no site`],
    [
      "DIST_DIR",
      `${other}/letter.txt`,
      `DIST_DIR cannot be "${other}/letter.txt", which is a file`,
    ],
    ["SOURCE_DATE_EPOCH", "yesterday", 'SOURCE_DATE_EPOCH cannot be "yesterday"; write whole'],
    ["SOURCE_DATE_EPOCH", "9".repeat(17), `SOURCE_DATE_EPOCH cannot be "${"9".repeat(17)}"; write`],
  ] as const)
    test(`${name}=${value}`, () => {
      cpSync("tests/fixtures/sound", folder, { recursive: true });
      const { status, stdout, stderr } = build({ [name]: value });
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr.startsWith(sentence), stderr).toBe(true);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(readdirSync(folder)).toContain("site.yaml");
      expect(readdirSync(other)).toEqual(["letter.txt"]);
    });
});
