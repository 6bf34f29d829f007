import type { Plugin } from "vite";
import { shipped } from "./shipped.ts";

const bundled = new Set<string>(shipped.filter((one) => one.bundled).map(({ name }) => name));

const packageOf = (module: string) =>
  /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module.replaceAll("\\", "/"))?.[1];

/**
 * A plugin for Vite that fails the build where a script for the browser holds a package that is
 * not meant to reach visitors.
 */
export const onlyShipped = (): Plugin => ({
  name: "only-shipped",
  apply: "build",
  applyToEnvironment: ({ config }) => config.consumer === "client",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      for (const module of file.type === "chunk" ? file.moduleIds : []) {
        const name = packageOf(module);
        if (name !== undefined && !bundled.has(name))
          this.error(
            `the script ${file.fileName} would bring the package "${name}" to every visitor; do without it in the browser, or name it in src/sbom/shipped.ts`,
          );
      }
  },
});
