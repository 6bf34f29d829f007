import { rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { builtFiles } from "./built-files.ts";
import { stylesFitter } from "./fit-styles.ts";
import { sealed } from "./seal-pages.ts";

/** Gives every built page the styles that fit it, then the policy that fits what it holds. */
export const finishPages = (): AstroIntegration => ({
  name: "finish-pages",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const { fit, sheets } = stylesFitter(folder);
      for (const name of builtFiles(folder, ".html")) {
        const path = join(folder, name);
        /* Waiting lets what indexes the pages go on meanwhile. */
        const html = await fit(await readFile(path, "utf8"));
        writeFileSync(path, sealed(html, name));
      }
      /* What the pages need of them is in the pages now. */
      for (const name of sheets) rmSync(join(folder, name));
    },
  },
});
