import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { FullConfig, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { siteFolder } from "../src/environment.ts";
import { readLockfile } from "../src/sbom/lockfile.ts";
import {
  variants,
  type AccessibilityRun,
  type Variant,
} from "../src/transparency/accessibility-run.ts";
import { pagesDigest } from "../src/transparency/digest.ts";
import { pages } from "./site/pages.ts";

/** The kind of annotation with which a test tells what it has measured. */
export const measured = "measured";

/** What a test tells of a page: how it was shown, what with, and how many barriers it has. */
export interface Measurement {
  readonly path: string;
  readonly variant: Variant;
  readonly findings: number;
  /** The browser, with its version. */
  readonly browser: string;
}

const file = "src/transparency/accessibility-run.json";

/**
 * Writes down what the tests of accessibility have measured, for the statement on accessibility. A
 * run that has not looked at every page in every way leaves the last one as it was.
 */
export default class AccessibilityRecorder implements Reporter {
  private readonly measurements = new Map<string, Measurement>();
  private playwright = "";

  onBegin({ version }: FullConfig): void {
    this.playwright = version;
  }

  onTestEnd(_: TestCase, { annotations }: TestResult): void {
    for (const { type, description = "" } of annotations) {
      if (type !== measured) continue;
      const measurement = JSON.parse(description) as Measurement;
      this.measurements.set(`${measurement.path} ${measurement.variant}`, measurement);
    }
  }

  onEnd(): void {
    const all = [...this.measurements.values()];
    if (all.length < pages.length * variants.length) {
      console.log(`${file} is as it was: not every page was looked at in every way.`);
      return;
    }
    const axe = readLockfile(pathToFileURL("./")).get("node_modules/axe-core")?.version ?? "";
    const run: AccessibilityRun = {
      date: new Date().toISOString().slice(0, 10),
      digest: pagesDigest(siteFolder),
      pages: pages.length,
      findings: Object.fromEntries(
        variants.map((name) => [
          name,
          all
            .filter(({ variant }) => variant === name)
            .reduce((sum, { findings }) => sum + findings, 0),
        ]),
      ) as Record<Variant, number>,
      tools: [
        `axe-core ${axe}`,
        `Playwright ${this.playwright}`,
        ...new Set(all.map(({ browser }) => browser)),
      ],
    };
    writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
    console.log(`Wrote ${file}. Build the site again, and commit it.`);
  }
}
