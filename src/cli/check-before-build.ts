import { keepReviewed } from "../check/keep-reviewed.ts";
import { contentFolder } from "../environment.ts";
import { printCheck } from "./print-check.ts";

/* The check as the build runs it, in a process of its own: what was reviewed is kept too. */
const content = await printCheck(false);
const file = content && (await keepReviewed(contentFolder, content));
if (file !== undefined) process.stdout.write(`Wrote ${file}; commit it.\n`);
