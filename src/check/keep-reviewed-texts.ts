import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { contentFolder, isInCi } from "../environment.ts";
import { readContent } from "../parse/content.ts";
import { reviewedFile } from "../parse/files.ts";
import { keptTexts } from "./facts/reviewed-texts.ts";

/**
 * Keeps what was reviewed, whenever the site is built or previewed, so that the check can tell what
 * has changed since. Continuous integration writes nothing: it holds what was committed to it.
 */
export const keepReviewedTexts = (): AstroIntegration => ({
  name: "reviewed-texts",
  hooks: {
    "astro:config:done": async ({ logger }) => {
      if (isInCi()) return;
      const content = await readContent(contentFolder);
      /* Of a file with an error, only a part was read. */
      if (content.issues.some(({ severity }) => severity === "error")) return;
      const text = keptTexts(content);
      if (text === undefined) return;
      const file = join(contentFolder, reviewedFile);
      await writeFile(file, text);
      logger.info(`wrote ${file}; commit it`);
    },
  },
});
