import run from "./accessibility-run.json" with { type: "json" };

/** The ways in which the tests show each page before they look for barriers. */
export const variants = [
  "light-narrow",
  "light-wide",
  "dark-narrow",
  "dark-wide",
  "forced-colors",
  "large-text",
  "print",
] as const;

export type Variant = (typeof variants)[number];

/** What the tests measured when they last looked for barriers on every page. */
export interface AccessibilityRun {
  /** The day of the run, an ISO date in UTC. */
  readonly date: string;
  /** The digest of the pages it looked at (`pagesDigest`). */
  readonly digest: string;
  /** How many pages there were. */
  readonly pages: number;
  /** How many barriers were found on all pages together, by the way in which they were shown. */
  readonly findings: Readonly<Record<Variant, number>>;
  /** The tools, each with its version. */
  readonly tools: readonly string[];
}

/**
 * The last run. Its file is the program's and not the content's, since nobody types it: `npm run
 * accessibility` writes it. It is kept with the source, so that the same commit builds the same page.
 */
export const lastRun: AccessibilityRun = run;
