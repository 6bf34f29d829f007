import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The Chromium that the tests run in: the one that CHROMIUM_PATH names, else the first on the
 * PATH, else the one that Playwright has downloaded.
 * @returns the path of its executable, or nothing where there is none
 */
export const findChromium = (): string | undefined => {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return (
    names
      .flatMap((name) => folders.map((folder) => join(folder, name)))
      .find((path) => isExecutable(path)) ??
    [chromium.executablePath()].find((path) => existsSync(path))
  );
};

const isRoot = (): boolean => process.getuid?.() === 0;

/** Installs Debian's own Chromium, as root on a Debian that has apt-get. */
const install = (): void => {
  const options = {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const;
  execFileSync("apt-get", ["update"], options);
  execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], options);
};

if (import.meta.main) {
  if (!findChromium() && isRoot() && existsSync("/usr/bin/apt-get")) install();
  const found = findChromium();
  if (found) console.log(`The browser tests run in ${found}.`);
  else {
    console.error(
      "The browser tests need Chromium or Chrome, and there is none here. Install the package `chromium` of your system, or run `npx playwright install chromium`, or set CHROMIUM_PATH to its executable.",
    );
    process.exitCode = 1;
  }
}
