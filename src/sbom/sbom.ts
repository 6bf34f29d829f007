import { writeFile } from "node:fs/promises";
import type { AstroIntegration } from "astro";
import { buildDay } from "../build/build-day.ts";
import { billOfMaterials, type Supplier } from "./bill-of-materials.ts";
import { billPath } from "./sbom-path.ts";
import { readLockfile } from "./lockfile.ts";
import { onlyShipped } from "./only-shipped.ts";

/**
 * Keeps other packages out of what visitors receive, and writes what the site is made of beside
 * the pages.
 * @param supplier whose site it is
 */
export const materials = (supplier: Supplier = {}): AstroIntegration => {
  let root: URL;
  return {
    name: "materials",
    hooks: {
      "astro:config:setup": ({ config, updateConfig }) => {
        root = config.root;
        updateConfig({ vite: { plugins: [onlyShipped()] } });
      },
      "astro:build:done": async ({ dir }) => {
        const bill = billOfMaterials(readLockfile(root), supplier, buildDay());
        await writeFile(new URL(billPath, dir), bill);
      },
    },
  };
};
