/** The folder that the site is built into, relative to the project: `dist`, or what DIST_DIR says. */
export const siteFolder = process.env["DIST_DIR"] ?? "dist";
