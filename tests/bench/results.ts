import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import type { GrowthCost } from "./build.ts";
import type { Load } from "./load.ts";
import type { PageCost } from "./pages.ts";
import type { SearchCost } from "./search.ts";
import type { Visit } from "./visit.ts";

interface Figures {
  readonly pages: readonly PageCost[];
  readonly visit: Visit;
  readonly search: readonly SearchCost[];
  readonly build: readonly GrowthCost[];
  readonly load: Load;
}

export type Part = keyof Figures;

export const parts: readonly Part[] = ["pages", "visit", "search", "build", "load"];

/** When and where a part was measured. */
export interface Occasion {
  /** ISO date. */
  readonly date: string;
  /** The version of Node. */
  readonly node: string;
  readonly cores: number;
  /** Processes that ran or waited to run when it began: what was measured had to share with them. */
  readonly busy: number;
}

type Measured<Name extends Part> = Occasion & { readonly figures: Figures[Name] };

/** What was measured last of each part. */
export type Results = { readonly [Name in Part]?: Measured<Name> };

/** This moment, on this machine. */
export const occasion = (): Occasion => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  cores: availableParallelism(),
  busy: Math.round(loadavg()[0] ?? 0),
});

export const resultsFile: string = join(import.meta.dirname, "results.json");

export const readResults = (): Results => JSON.parse(readFileSync(resultsFile, "utf8")) as Results;
