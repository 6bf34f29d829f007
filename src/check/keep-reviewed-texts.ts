import type { AstroIntegration } from "astro";
import { contentFolder } from "../environment.ts";
import { readContent } from "../parse/content.ts";

/** Keeps what was reviewed whenever the site is previewed; the check before a build does the same. */
export const keepReviewedTexts = (): AstroIntegration => ({
  name: "reviewed-texts",
  hooks: {
    "astro:server:setup": async ({ logger }) => {
      const { keepReviewed } = await import("./keep-reviewed.ts");
      const file = await keepReviewed(contentFolder, await readContent(contentFolder));
      if (file !== undefined) logger.info(`wrote ${file}; commit it`);
    },
  },
});
