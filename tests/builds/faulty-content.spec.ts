import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/* Within the project, where MDX finds its packages. */
const folder = "test-results/faulty-content/content";
const built = "test-results/faulty-content/dist";

const page = "pages/security.mdx";

/** What `npm run build` says of the content, with the site of before where it is built to. */
const build = () => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, CONTENT_DIR: folder, DIST_DIR: built, GITHUB_ACTIONS: "" },
  });
  return { status, stdout, stderr };
};

test.describe("bad content stops the build and destroys nothing", () => {
  test.beforeEach(() => {
    rmSync("test-results/faulty-content", { recursive: true, force: true });
    cpSync("tests/fixtures/sound", folder, { recursive: true });
    mkdirSync(built, { recursive: true });
    writeFileSync(join(built, "index.html"), "The site of before");
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
      expect(readdirSync(built)).toEqual(["index.html"]);
    });
});
