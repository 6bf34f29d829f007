import type { Plugin } from "vite";
import { shipped } from "./shipped.ts";

const bundledNames = new Set<string>(
  shipped.filter(({ bundled }) => bundled).map(({ name }) => name),
);

const packageOf = (module: string) =>
  /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module.replaceAll("\\", "/"))?.[1];

/**
 * A Vite plugin that fails the build if a browser script bundles a package that is not listed as
 * shipped.
 */
export const onlyShipped = (): Plugin => ({
  name: "only-shipped",
  apply: "build",
  applyToEnvironment: ({ config }) => config.consumer === "client",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      for (const module of file.type === "chunk" ? file.moduleIds : []) {
        const name = packageOf(module);
        if (name !== undefined && !bundledNames.has(name))
          this.error(
            `the script ${file.fileName} would bring the package "${name}" to every visitor; do without it in the browser, or name it in src/sbom/shipped.ts`,
          );
      }
  },
});
