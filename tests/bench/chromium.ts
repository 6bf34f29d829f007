import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "../browser.ts";

/**
 * Starts the Chromium that the tests run in.
 * @param port where it can be told what to do by others too
 */
export const startChromium = (port?: number): Promise<Browser> => {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      /* Chromium refuses to sandbox itself under root. */
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(port === undefined ? [] : [`--remote-debugging-port=${String(port)}`]),
    ],
  });
};
