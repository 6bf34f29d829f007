import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";

/** Sees to it that a program ends when the tests do, however they end. */
export const endWithTests = <Program extends ChildProcess>(program: Program): Program => {
  process.once("exit", () => program.kill());
  return program;
};

/** Ends a program that the tests have started, by force where it does not go within 5 seconds. */
export const end = async (program: ChildProcess): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, "exit");
  program.kill();
  const waited = new AbortController();
  await Promise.race([
    gone,
    setTimeout(5_000, undefined, { signal: waited.signal }).then(
      () => program.kill("SIGKILL"),
      () => false,
    ),
  ]);
  waited.abort();
  await gone;
};
