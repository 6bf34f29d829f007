import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";

test("npm test says what is wrong with the content, on GitHub beside its line, before anything else", () => {
  test.setTimeout(120_000);
  const { status, stdout, stderr } = spawnSync("npm", ["test", "--silent"], {
    env: { ...process.env, GITHUB_ACTIONS: "true", CONTENT_DIR: "nowhere" },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(stdout + stderr).toMatch(/^::error file=nowhere,line=1,col=1::/);
  expect(status).toBe(1);
});
