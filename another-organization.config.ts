import { defineConfig } from "@playwright/test";
import shipped from "./playwright.config.ts";

/*
 * The tests of the site and of its content once more, on the centre of an invented organization:
 * the proof that content is content. The tests read these settings when they are loaded, which is
 * after this file; the server builds the centre before it serves it.
 */
process.env["CONTENT_DIR"] = "tests/fixtures/another-organization";
process.env["DIST_DIR"] = "dist-another-organization";

const { projects = [] } = shipped;
const [server] = [shipped.webServer].flat();

export default defineConfig({
  ...shipped,
  webServer: { ...server, command: "npm run build && node src/cli/serve.ts", timeout: 120_000 },
  projects: projects
    .filter(({ name }) => name === "content" || name === "site")
    /* What is planted is found whatever the content. */
    .map((project) => ({ ...project, testIgnore: "planted-leaks.spec.ts" })),
});
