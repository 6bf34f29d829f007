/*
 * The only reader of environment variables. An empty variable counts as not set.
 */

const read = (name: string): string | undefined => process.env[name] || undefined;

/** The folder of the content, relative to the project: CONTENT_DIR, or `content`. */
export const contentFolder = read("CONTENT_DIR") ?? "content";

/** The folder that the site is built into, relative to the project: DIST_DIR, or `dist`. */
export const siteFolder = read("DIST_DIR") ?? "dist";

/** The port of `npm start`: PORT as it was typed, or 4321. */
export const portAsWritten = read("PORT") ?? "4321";

/**
 * The day of the build as an ISO date, in UTC: that of SOURCE_DATE_EPOCH (seconds since 1970,
 * https://reproducible-builds.org/specs/source-date-epoch/), or today.
 * @throws if SOURCE_DATE_EPOCH is not a whole number, or after the year 9999
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

/** The executable of Chromium that somebody has chosen: CHROMIUM_PATH. */
export const chosenChromium = (): string | undefined => read("CHROMIUM_PATH");

/** The folders in which programs are looked for: PATH. */
export const programFolders = (): string => read("PATH") ?? "";

/** Whether the build makes the file that holds everything, and offers it: PACK. */
export const isPacked = (): boolean => read("PACK") !== undefined;

/** Has this build, and the processes that it starts, make that file. */
export const pack = (): void => {
  process.env["PACK"] = "1";
};

/** Whether this runs in continuous integration, where the working copy must not change. */
export const isInCi = (): boolean => read("CI") !== undefined;

/** Whether this runs in a GitHub workflow, which shows issues beside their lines. */
export const isGitHubWorkflow = (): boolean => read("GITHUB_ACTIONS") === "true";

/** Variables that tie Git to another repository than that of the folder it is run in, as in a hook. */
const tiesOfGit = [
  ...["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"],
  "GIT_OBJECT_DIRECTORY",
];

/** The environment for a Git that is run in a folder. */
export const environmentOfGit = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !tiesOfGit.includes(name)));

/** Whether somebody has said how Git is to reach other machines: GIT_SSH_COMMAND. */
export const isSshOfGitSet = (): boolean => read("GIT_SSH_COMMAND") !== undefined;

/** The name under which GitHub forwards a port of this codespace; undefined anywhere else. */
export const forwardedHost = (port: number | undefined): string | undefined => {
  const [name, domain] = ["CODESPACE_NAME", "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN"].map(read);
  return name && domain && port ? `${name}-${String(port)}.${domain}` : undefined;
};

/** Makes Astro and Vite build for production, whatever NODE_ENV says. */
export const buildForProduction = (): void => {
  process.env["NODE_ENV"] = "production";
};

/** Has Astro tell nobody of a build or a preview, and what it is of. */
export const tellNobody = (): void => {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
};
