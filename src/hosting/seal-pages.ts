import { glob, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { pagePolicy } from "./policy.ts";

/** The tag in the document shell that the policy is written into. */
const slot = '<meta http-equiv="Content-Security-Policy" content="">';

/**
 * Writes into every built page the policy that fits exactly what it holds.
 * @throws where a page has no place for its policy.
 */
export const sealPages = (): AstroIntegration => ({
  name: "seal-pages",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for await (const name of glob("**/*.html", { cwd: folder })) {
        const path = join(folder, name);
        const html = await readFile(path, "utf8");
        if (!html.includes(slot)) throw new Error(`${name} has no place for its security policy`);
        await writeFile(
          path,
          html.replace(slot, () => slot.replace('""', `"${pagePolicy(html)}"`)),
        );
      }
    },
  },
});
