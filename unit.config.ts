import { defineConfig } from "@playwright/test";

/* The tests that need nothing built, no server and no browser: `npm run test:unit`. */
export default defineConfig({
  testDir: "tests/unit",
  /* A folder of its own, so that a run of the other tests beside it keeps what it has written. */
  outputDir: "test-results/unit",
  /* What the check is expected to say stands beside the content it says it of. */
  snapshotPathTemplate: "tests/fixtures/broken/{arg}{ext}",
  /* A worker takes a whole file, and so loads once what the file imports. */
  fullyParallel: false,
  forbidOnly: Boolean(process.env["CI"]),
  workers: "100%",
  reporter: process.env["CI"] ? [["line"], ["github"]] : [["line"]],
});
