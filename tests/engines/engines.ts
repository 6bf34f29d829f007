import type { Program } from "../machine.ts";

/** The engines beside Chromium, each with the programs that it takes to drive it. */
export const engines = {
  firefox: ["firefox"],
  webkit: ["WebKitWebDriver", "Xvfb"],
} as const satisfies Record<string, readonly Program[]>;

/** The name of an engine, and of the project of its tests. */
export type EngineName = keyof typeof engines;
