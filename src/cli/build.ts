import { spawn } from "node:child_process";
import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import { buildDay, buildForProduction } from "../environment.ts";
import { siteFolderError } from "../build/site-folder.ts";
import { exitWithError, readCommandLine } from "./command-line.ts";

/**
 * `npm run build`: checks the content, and builds the site from it. If the content has errors, they
 * are printed, and nothing is built or removed. Astro is loaded while the check runs.
 */
readCommandLine({});
const fault = siteFolderError();
if (fault !== undefined) exitWithError(fault);
try {
  buildDay();
} catch (error) {
  exitWithError((error as Error).message);
}
buildForProduction();
/* Loading Astro is a fifth of a small build; most of that is compiling it. */
const { directory } = enableCompileCache(resolve("node_modules/.cache/compiled"));

const check = spawn(process.execPath, ["src/cli/check-before-build.ts"], {
  stdio: "inherit",
  env: { ...process.env, NODE_COMPILE_CACHE: directory },
});
const checked = new Promise<number | null>((end, fail) => {
  check.once("exit", end).once("error", fail);
});
const astro = Promise.all([import("astro"), import("../../astro.config.mjs")]);
/* A failure to load is reported below, after what the check found. */
astro.catch(() => undefined);
const code = await checked;
if (code === null) exitWithError("The check was stopped. Nothing was built.");
if (code !== 0) process.exit(1);
const [{ build }] = await astro;
try {
  await build({});
} catch (error) {
  /* Astro has reported what it knows; the stack is for developers. */
  exitWithError(error instanceof Error ? String(error.stack) : String(error));
}
