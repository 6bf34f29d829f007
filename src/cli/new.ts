import { contentFolder } from "../environment.ts";
import { createInterface } from "node:readline/promises";
import { scaffold } from "../scaffold/scaffold.ts";
import { UserError } from "../scaffold/generator.ts";
import { askIn } from "./terminal.ts";

/**
 * `npm run new [-- question | page | fact <list> | statement | site] [--name words …]`: adds
 * something to the content or starts a site, and asks in the terminal for what was not given.
 */

const isDialogue = process.stdin.isTTY && process.stdout.isTTY;
const terminal = isDialogue
  ? createInterface({ input: process.stdin, output: process.stdout })
  : undefined;
const ask = terminal && askIn(terminal);

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0"))
  .join("-");

try {
  await scaffold(
    process.argv.slice(2),
    { folder: contentFolder, today },
    {
      ask: ask && ((prompt) => ask(`\n${prompt}`)),
      say: (line) => {
        process.stdout.write(`${line}\n`);
      },
    },
  );
} catch (reason) {
  const isStopped = reason instanceof Error && reason.name === "AbortError";
  if (!isStopped && !(reason instanceof UserError)) throw reason;
  process.stderr.write(`${isStopped ? "" : reason.message}\nNothing was written.\n`);
  process.exitCode = 1;
} finally {
  terminal?.close();
}
