import { exitWithError } from "./command-line.ts";

/**
 * The executable of the Chromium that prints the site. Where there is none, the command ends before
 * anything is built, and says what to install.
 */
export const chromiumToPrint = async (): Promise<string> => {
  try {
    const { findChromium, howToGetChromium, isExecutable } = await import("../pack/chromium.ts");
    const path = findChromium();
    if (path !== undefined && isExecutable(path)) return path;
    return exitWithError(
      `The PDF is printed by Chromium or Chrome, and there is none ${path === undefined ? "here" : `at ${path}`}. ${howToGetChromium} Nothing was built.`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return exitWithError(
      "The PDF is printed with Playwright, which is not installed; run `npm ci` with its development dependencies. Nothing was built.",
    );
  }
};
