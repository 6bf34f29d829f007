import { test as base } from "@playwright/test";
import { unavailable } from "../machine.ts";
import type { Driver, Settings } from "./driver.ts";
import { engines, type EngineName } from "./engines.ts";
import { startFirefox } from "./firefox.ts";
import { Visitor } from "./visitor.ts";
import { startWebKit } from "./webkit.ts";

const start: Record<EngineName, (settings: Settings) => Promise<Driver>> = {
  firefox: startFirefox,
  webkit: startWebKit,
};

/** What a project or a file chooses. */
export interface EngineOptions extends Settings {
  /** The engine in which the tests run. */
  readonly engine: EngineName;
}

/**
 * A test in an engine beside Chromium, which is there as `page` to compare with. Where the engine
 * is missing, the test is skipped and a sentence says why; in CI it fails with that sentence.
 */
export const test = base.extend<
  { visitor: Visitor },
  EngineOptions & { driver: Driver | undefined }
>({
  engine: ["firefox", { scope: "worker", option: true }],
  scripting: [true, { scope: "worker", option: true }],
  driver: [
    async ({ engine, scripting }, use) => {
      const [isSkipped, why] = unavailable(...engines[engine]);
      if (isSkipped) console.warn(`\nThe tests in ${engine} are skipped. ${why}`);
      const driver = isSkipped ? undefined : await start[engine]({ scripting });
      await use(driver);
      await driver?.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  visitor: async ({ driver, engine, baseURL }, use, testInfo) => {
    if (!driver) {
      testInfo.skip(...unavailable(...engines[engine]));
      return;
    }
    const visitor = new Visitor(driver, String(baseURL));
    await visitor.resize(1280);
    await use(visitor);
  },
});
