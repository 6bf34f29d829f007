import { spawn } from "node:child_process";
import { readCommandLine } from "./command-line.ts";

/**
 * `npm run build`: checks the content, and builds the site from it. Where the content has errors
 * they are all that is said, and nothing is built or removed. While the check runs, Astro and what
 * the site is built with are loaded.
 */
readCommandLine({});
const check = spawn(process.execPath, ["src/cli/check.ts"], { stdio: "inherit" });
const [failed, { build }] = await Promise.all([
  new Promise<number | null>((ended) => check.once("exit", ended)),
  import("astro"),
  import("../../astro.config.mjs"),
]);
if (failed !== 0) process.exit(1);
try {
  await build({});
} catch (error) {
  console.error(error);
  process.exit(1);
}
