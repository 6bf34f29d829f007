import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { wordsOf } from "../../src/words/index.ts";

const folder = "test-results/new-site";
const site = "test-results/new-site-dist";

const { tests } = wordsOf("en").accessibility;

test("a site that was just started builds, as a draft", () => {
  test.setTimeout(90_000);
  for (const made of [folder, site]) rmSync(made, { recursive: true, force: true });
  const words = ["--name", 'Finch & "Ostrea"', "--legal-name", "Finch: Ltd #1"];
  const addresses = ["--url", "https://www.acme.org/", "--address", "https://privacy.acme.org"];
  execFileSync("node", ["src/cli/new.ts", "site", "--folder", folder, ...words, ...addresses]);
  execFileSync("npm", ["run", "build"], {
    env: { ...process.env, CONTENT_DIR: folder, DIST_DIR: site },
    shell: process.platform === "win32",
  });
  const index = readFileSync(join(site, "index.html"), "utf8");
  expect(index).toContain("Finch &amp; ");
  expect(index).toContain('name="robots"');
  expect(existsSync(join(site, "draft/index.html"))).toBe(true);
  const statement = readFileSync(join(site, "accessibility/index.html"), "utf8");
  expect(statement, "measured on the site of another organization").toContain(
    tests.measuredElsewhere,
  );
  expect(statement).not.toContain(tests.measuredHere);
});
