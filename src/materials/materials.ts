import { writeFile } from "node:fs/promises";
import type { AstroIntegration } from "astro";
import { billOfMaterials } from "./bill-of-materials.ts";
import { billPath } from "./bill-path.ts";
import { readLockfile } from "./lockfile.ts";
import { onlyShipped } from "./only-shipped.ts";

/**
 * Keeps other packages out of what visitors receive, and writes what the site is made of beside
 * the pages.
 */
export const materials = (): AstroIntegration => {
  let root: URL;
  return {
    name: "materials",
    hooks: {
      "astro:config:setup": ({ config, updateConfig }) => {
        root = config.root;
        updateConfig({ vite: { plugins: [onlyShipped()] } });
      },
      "astro:build:done": async ({ dir }) => {
        await writeFile(new URL(billPath, dir), billOfMaterials(readLockfile(root)));
      },
    },
  };
};
