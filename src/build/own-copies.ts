import { dirname } from "node:path";
import type { Plugin } from "vite";

/** Packages that scripts of several rooms bundle. */
const packages = ["clipboard-polyfill"];

/**
 * A Vite plugin that gives each room of scripts its own copy of a small package. A shared copy would
 * be a separate file: another request for each script, once it has come.
 */
export const ownCopies = (): Plugin => ({
  name: "own-copies",
  enforce: "pre",
  applyToEnvironment: ({ config }) => config.consumer === "client",
  async resolveId(source, importer = "") {
    if (!packages.includes(source)) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${found.id}?for=${dirname(importer).split("/").at(-1) ?? ""}`;
  },
});
