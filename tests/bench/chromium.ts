import { chromium, type Browser, type Page } from "@playwright/test";
import { asVisitorsHave, findChromium } from "../../src/pack/chromium.ts";

interface Start {
  /** Where it can be told what to do by others too. */
  readonly port?: number;
  /** What to start instead of Chromium as visitors have it. */
  readonly executablePath?: string | undefined;
  readonly args?: readonly string[];
}

/** Starts Chromium. */
export const startChromium = ({
  port,
  executablePath = findChromium(asVisitorsHave),
  args = [],
}: Start = {}): Promise<Browser> => {
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      /* Chromium refuses to sandbox itself under root. */
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...args,
      ...(port === undefined ? [] : [`--remote-debugging-port=${String(port)}`]),
    ],
  });
};

/** Has a page run on a processor that is so many times slower. */
export const slowDown = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
};
