import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { chosenChromium, programFolders } from "../environment.ts";

/**
 * Debian's Chromium without windows: the same engine, which starts and prints sooner, and in which
 * tests take half as long. It keeps no pages for the way back.
 */
export const withoutWindows = "chromium-headless-shell";

/** Chromium as visitors have it. */
export const asVisitorsHave = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** What brings a Chromium to a machine that has none. */
export const howToGetChromium =
  "Install the package `chromium` of your system, or run `npx playwright install chromium`, or set CHROMIUM_PATH to its executable.";

/** Chromium refuses to sandbox itself under root. */
export const sandboxing: readonly string[] = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Whether there is a file at a path that can be started. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The Chromium that prints, and that the tests run in: the one that CHROMIUM_PATH names, else the first of its names
 * that is on the PATH, else the one that Playwright has downloaded.
 * @returns the path of its executable, or nothing where there is none
 */
export const findChromium = (
  names: readonly string[] = [withoutWindows, ...asVisitorsHave],
): string | undefined => {
  const chosen = chosenChromium();
  if (chosen !== undefined) return chosen;
  const folders = programFolders().split(delimiter);
  return (
    names
      .flatMap((name) => folders.map((folder) => join(folder, name)))
      .find((path) => isExecutable(path)) ??
    [chromium.executablePath()].find((path) => existsSync(path))
  );
};
