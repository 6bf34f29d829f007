import { spawn, type ChildProcess } from "node:child_process";
import { expect, test } from "@playwright/test";

const port = Number(process.env["PORT"] ?? 4399) + 1;

/** The address of a path of the preview that the tests of a file start. */
export const at = (path: string): string => `http://localhost:${String(port)}${path}`;

/** A preview that runs until it is stopped. */
export interface RunningPreview {
  readonly stop: () => Promise<void>;
}

/**
 * Starts a preview, and waits until it answers with its desk.
 * @param env what its environment has beside that of the tests, such as the content folder
 */
export const startPreview = async (
  env: Readonly<Record<string, string>>,
): Promise<RunningPreview> => {
  /* It is waited for in a hook, whose time is that of a test by default. */
  test.setTimeout(120_000);
  const preview: ChildProcess = spawn("node_modules/.bin/astro", ["dev", "--port", String(port)], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = new Promise((end) => preview.once("exit", end));
  const stop = async () => {
    preview.kill();
    await ended;
  };
  try {
    await expect
      .poll(async () => (await fetch(at("/desk/")).catch(() => undefined))?.status, {
        timeout: 100_000,
      })
      .toBe(200);
  } catch (reason) {
    await stop();
    throw reason;
  }
  return { stop };
};
