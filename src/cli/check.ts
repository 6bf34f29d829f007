import { readCommandLine } from "./command-line.ts";
import { printCheck } from "./print-check.ts";

/**
 * `npm run check [-- --report]`: prints what is wrong with the content, and fails if the site cannot
 * be built from it. `--report` adds what could be better.
 */
const { values } = readCommandLine({ options: { report: { type: "boolean", default: false } } });
await printCheck(values.report);
