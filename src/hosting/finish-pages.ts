import { globSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { stylesFitter } from "./fit-styles.ts";
import { sealed } from "./seal-pages.ts";

/** Gives every built page the styles that fit it, then the policy that fits what it holds. */
export const finishPages = (): AstroIntegration => ({
  name: "finish-pages",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const fitStyles = stylesFitter(folder);
      for (const name of globSync("**/*.html", { cwd: folder })) {
        const path = join(folder, name);
        /* Waiting lets what indexes the pages go on meanwhile. */
        const html = await fitStyles(await readFile(path, "utf8"));
        writeFileSync(path, sealed(html, name));
      }
    },
  },
});
