import { defineConfig } from "@playwright/test";
import "./tests/another-content.ts";
import shipped from "./playwright.config.ts";

/*
 * The tests of the site and of its content once more, on the centre of an invented organization:
 * the proof that content is content. The server builds the centre before it serves it.
 */

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
