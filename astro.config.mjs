import { readFileSync } from "node:fs";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { parse } from "yaml";
import { contentFolder } from "./src/centre/records.ts";
import { compressFiles } from "./src/hosting/compress-files.ts";
import { sealPages } from "./src/hosting/seal-pages.ts";
import { searchIndex } from "./src/search/search-index.ts";

const { centre } = parse(readFileSync(`${contentFolder}/site.yaml`, "utf8"));

/** Pages that repeat the content of others, or have none of their own. */
const notForSitemap = ["/draft/", "/everything/", "/search/"];

export default defineConfig({
  site: centre.url,
  trailingSlash: "always",
  build: { inlineStylesheets: "always" },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({ features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  integrations: [
    mdx(),
    sitemap({ filter: (url) => !notForSitemap.includes(new URL(url).pathname) }),
    searchIndex(),
    sealPages(),
    compressFiles(),
  ],
  vite: {
    plugins: [tailwindcss()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      /* The MDX integration marks its modules with a directive that Rolldown does not know. */
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
