import { defineConfig } from "@playwright/test";
import { findChromium, sandboxing } from "./src/pack/chromium.ts";
import { engines, type EngineName } from "./tests/engines/engines.ts";
import type { EngineOptions } from "./tests/engines/test.ts";

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

/** What every test has that visits the site. */
const visiting = {
  baseURL: `http://localhost:${String(port)}`,
  locale: "en-GB",
  actionTimeout: 10_000,
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [...quiet, ...sandboxing],
  },
};

export default defineConfig<object, EngineOptions>({
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
    { name: "content", testDir: "tests/content" },
    { name: "hosting", testDir: "tests/hosting", use: visiting },
    /* Builds of other contents, one after the other: in one folder they get in each other's way.
       A busy machine may keep a preview waiting for too long, so CI tries again, and names what
       passed at the second try only. */
    {
      name: "builds",
      testDir: "tests/builds",
      use: visiting,
      workers: 1,
      fullyParallel: false,
      retries: inCi ? 1 : 0,
    },
    {
      name: "site",
      testDir: "tests/site",
      /* It runs on another content: see another-organization.config.ts. */
      testIgnore: "another-organization.spec.ts",
      use: visiting,
    },
    /* One browser serves all tests of an engine: each takes seconds to start. On a busy machine a
       driver may lose a key press, so CI tries again, and names what passed at the second try only. */
    ...(Object.keys(engines) as EngineName[]).map((engine) => ({
      name: engine,
      testDir: "tests/engines",
      fullyParallel: false,
      retries: inCi ? 1 : 0,
      timeout: 60_000,
      expect: { timeout: 15_000, toPass: { timeout: 15_000 } },
      use: { ...visiting, engine },
    })),
  ],
});
