import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/browser.ts";

const inCi = Boolean(process.env["CI"]);
const port = Number(process.env["PORT"] ?? 4399);
const executablePath = findChromium();

/** Chromium calls home by itself; the tests that look for such calls need it to keep still. */
const quiet = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,InterestFeedContentSuggestions,Translate",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
];

const browser = {
  baseURL: `http://localhost:${String(port)}`,
  locale: "en-GB",
  actionTimeout: 10_000,
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    /* Chromium refuses to sandbox itself under root. */
    args: process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet,
  },
};

export default defineConfig({
  fullyParallel: true,
  forbidOnly: inCi,
  workers: "100%",
  timeout: 30_000,
  reporter: inCi ? [["line"], ["github"]] : [["line"]],
  webServer: {
    command: "node src/cli/serve.ts",
    url: `http://localhost:${String(port)}/`,
    env: { PORT: String(port) },
    timeout: 30_000,
  },
  projects: [
    { name: "unit", testDir: "tests/unit" },
    { name: "content", testDir: "tests/content" },
    { name: "hosting", testDir: "tests/hosting", use: browser },
    /* Builds of other contents, one after the other: in one folder they get in each other's way. */
    { name: "builds", testDir: "tests/builds", use: browser, workers: 1, fullyParallel: false },
    {
      name: "site",
      testDir: "tests/site",
      /* It runs on another content: see another-organisation.config.ts. */
      testIgnore: "another-organisation.spec.ts",
      use: browser,
    },
  ],
});
