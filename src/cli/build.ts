import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import {
  buildDay,
  buildForProduction,
  contentFolder,
  isPacked,
  pack,
  siteFolder,
} from "../environment.ts";
import { siteFolderError } from "../build/site-folder.ts";
import { chromiumToPrint } from "./chromium-to-print.ts";
import { exitWithError, readCommandLine } from "./command-line.ts";

/**
 * `npm run build`, and with `--pack` `npm run pack`: checks the content, has Astro make the pages, and finishes the site. If the
 * content has errors, they are printed, and nothing is built or removed. The check and Astro have
 * processes of their own: Astro is loaded while the check runs, what finishes the site while Astro
 * works, and the memory of each is free again for the next.
 */
const { values } = readCommandLine({ options: { pack: { type: "boolean", default: false } } });
const fault = siteFolderError();
if (fault !== undefined) exitWithError(fault);
try {
  buildDay();
} catch (error) {
  exitWithError((error as Error).message);
}
if (values.pack) pack();
const chromium = isPacked() ? await chromiumToPrint() : undefined;
buildForProduction();
/* Loading Astro is a fifth of a small build; most of that is compiling it. */
const { directory } = enableCompileCache(resolve("node_modules/.cache/compiled"));

const start = (program: string): ChildProcess =>
  fork(program, { env: { ...process.env, NODE_COMPILE_CACHE: directory } });

/** Waits until a process has ended. It has said itself what is wrong, unless it was stopped. */
const ended = async (running: ChildProcess, stopped: string) => {
  const [code] = (await once(running, "exit")) as [number | null];
  if (code === null) exitWithError(stopped);
  if (code !== 0) process.exit(1);
};

const pages = start("src/cli/build-pages.ts");
process.once("exit", () => pages.kill());
const made = ended(pages, "Astro was stopped. The site is not finished.");
const check = start("src/cli/check-before-build.ts");
await ended(check, "The check was stopped. Nothing was built.");
pages.send("There are no errors.");
const [{ finishSite }, { readContent }, { wordsOf }] = await Promise.all([
  import("../build/finish-site.ts"),
  import("../parse/content.ts"),
  import("../words/index.ts"),
]);
const { site } = await readContent(contentFolder, ["site.yaml"]);
const words = wordsOf(site.center?.language ?? "en");
await made;
const digest = await finishSite(siteFolder, words, site.organization, chromium);
process.stdout.write(`The site is in ${siteFolder}; the digest of this build is ${digest}\n`);
