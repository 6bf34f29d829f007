import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const root = join(import.meta.dirname, "../..");

for (const [what, options, environment, sentence] of [
  [
    "a port that is no number",
    [],
    { PORT: "eighty" },
    'PORT cannot be "eighty"; write a number up to 65535, as in: PORT=8080 npm start',
  ],
  [
    "a site that is not built",
    [],
    { DIST_DIR: "not-built" },
    "There is no built site in not-built; run `npm run build` first",
  ],
  ["an option", ["--port=80"], {}, "--port is not recognized; remove it"],
] as const)
  test(`the server says what is wrong with ${what}`, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "src/cli/serve.ts"), ...options],
      { cwd: root, env: { ...process.env, ...environment }, encoding: "utf8", timeout: 10_000 },
    );
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: `${sentence}\n` });
  });
