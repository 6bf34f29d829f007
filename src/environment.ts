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
 * The day of the build as an ISO date, in UTC: the one that SOURCE_DATE_EPOCH says (seconds since
 * 1970, https://reproducible-builds.org/specs/source-date-epoch/), else today.
 * @throws where SOURCE_DATE_EPOCH is no whole number, or after the year 9999
 */
export const buildDay = (): string => {
  const epoch = read("SOURCE_DATE_EPOCH");
  const moment = epoch ? new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : NaN) : new Date();
  if (!(moment.getTime() < Date.UTC(10_000, 0)))
    throw new Error(
      `SOURCE_DATE_EPOCH cannot be "${String(epoch)}"; write whole seconds since 1970, such as $(git log -1 --format=%ct)`,
    );
  return moment.toISOString().slice(0, 10);
};

/** Whether this runs in continuous integration, where nobody's working copy is to be changed. */
export const isInCi = (): boolean => read("CI") !== undefined;

/** Whether this runs in a GitHub workflow, which shows issues beside their lines. */
export const isGitHubWorkflow = (): boolean => read("GITHUB_ACTIONS") === "true";

/** Makes Astro and Vite build what visitors are to see, whatever NODE_ENV says. */
export const buildForProduction = (): void => {
  process.env["NODE_ENV"] = "production";
};
