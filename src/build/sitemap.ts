import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { builtFileOf, draftPage, everythingPage, searchPage } from "../centre/addresses.ts";
import { isRedirect } from "../hosting/moved.ts";

/** Pages that repeat the content of others or have none of their own. */
const unlisted: readonly string[] = [draftPage, everythingPage, searchPage];

/** The sitemap, without unlisted pages and redirects. */
export const sitemapOfPages = (): AstroIntegration[] => {
  let folder: string;
  const isListed = (url: string) => {
    const path = new URL(url).pathname;
    return (
      !unlisted.includes(path) && !isRedirect(readFileSync(join(folder, builtFileOf(path)), "utf8"))
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
