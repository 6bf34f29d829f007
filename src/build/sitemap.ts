import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { builtFileOf, isVersion, unlistedPages } from "../centre/addresses.ts";
import { isRedirect } from "../hosting/moved.ts";

/** The sitemap, without unlisted pages and redirects. */
export const sitemapOfPages = (): AstroIntegration[] => {
  let folder: string;
  const isListed = (url: string) => {
    const path = new URL(url).pathname;
    return (
      !unlistedPages.includes(path) &&
      !isVersion(path) &&
      !isRedirect(readFileSync(join(folder, builtFileOf(path)), "utf8"))
    );
  };
  return [
    {
      name: "sitemap-of-pages",
      hooks: {
        "astro:build:generated": ({ dir }) => {
          folder = fileURLToPath(dir);
        },
      },
    },
    sitemap({ filter: isListed }),
  ];
};
