import { once } from "node:events";
import { exitWithError } from "./command-line.ts";

/*
 * Astro as the build runs it, in a process of its own. It reads the content while that is checked, but
 * makes nothing and says nothing until it is told that there are no errors: those are the check's to
 * name.
 */
const outputs = [process.stdout, process.stderr];
for (const output of outputs) output.cork();
const isChecked = once(process, "message").then(() => {
  process.disconnect();
  for (const output of outputs) output.uncork();
});
try {
  const [{ build }] = await Promise.all([import("astro"), import("../../astro.config.mjs")]);
  await build({
    integrations: [{ name: "after-the-check", hooks: { "astro:build:start": () => isChecked } }],
  });
} catch (error) {
  await isChecked;
  /* Astro has reported what it knows; the stack is for developers. */
  exitWithError(error instanceof Error ? String(error.stack) : String(error));
}
