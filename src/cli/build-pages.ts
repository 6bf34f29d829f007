import { once } from "node:events";
import { exitWithError } from "./command-line.ts";

/* Astro as the build runs it, in a process of its own. It is loaded at once, and begins when told. */
const astro = Promise.all([import("astro"), import("../../astro.config.mjs")]);
/* A failure to load is reported below, after what the check found. */
astro.catch(() => undefined);
await once(process, "message");
process.disconnect();
try {
  const [{ build }] = await astro;
  await build({});
} catch (error) {
  /* Astro has reported what it knows; the stack is for developers. */
  exitWithError(error instanceof Error ? String(error.stack) : String(error));
}
