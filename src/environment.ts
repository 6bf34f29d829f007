/*
 * The only reader of environment variables. An empty variable counts as one that is not set.
 */

const read = (name: string): string | undefined => process.env[name] || undefined;

/** The folder that holds the content, relative to the project: `content`, or what CONTENT_DIR says. */
export const contentFolder = read("CONTENT_DIR") ?? "content";

/** The folder that the site is built into, relative to the project: `dist`, or what DIST_DIR says. */
export const siteFolder = read("DIST_DIR") ?? "dist";

/** Where `npm start` listens: what PORT says, as it is written there, else 4321. */
export const portAsWritten = read("PORT") ?? "4321";

/**
 * The moment that a build pretends to happen at, as it is written: seconds since 1970
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export const sourceDateEpoch = (): string | undefined => read("SOURCE_DATE_EPOCH");

/** Whether this runs in continuous integration, where nobody's working copy is to be changed. */
export const isInCi = (): boolean => read("CI") !== undefined;

/** Whether this runs in a GitHub workflow, which shows issues beside their lines. */
export const isGitHubWorkflow = (): boolean => read("GITHUB_ACTIONS") === "true";

/** Makes Astro and Vite build what visitors are to see, whatever NODE_ENV says. */
export const buildForProduction = (): void => {
  process.env["NODE_ENV"] = "production";
};
