import { globSync, readFileSync } from "node:fs";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { parse } from "yaml";
import { contentFolder } from "./src/centre/records.ts";
import { compressFiles } from "./src/hosting/compress-files.ts";
import { sealPages } from "./src/hosting/seal-pages.ts";
import { siteFolder } from "./src/hosting/site-folder.ts";
import { searchIndex } from "./src/search/search-index.ts";

const { centre } = parse(readFileSync(`${contentFolder}/site.yaml`, "utf8"));

/** Addresses that pages used to have; what stands there only leads on. */
const moved = globSync(`${contentFolder}/pages/*.mdx`)
  .flatMap((file) => parse(readFileSync(file, "utf8").split(/^---$/m)[1]).formerly ?? [])
  .map((id) => `/${id}/`);

/** Pages that repeat the content of others, or have none of their own. */
const notForSitemap = ["/draft/", "/everything/", "/search/", ...moved];

export default defineConfig({
  site: centre.url,
  outDir: siteFolder,
  /* Another content has a store of its own, or each would find the entries of the other. */
  cacheDir: `./node_modules/.astro/${contentFolder.replaceAll(/\W+/g, "-")}`,
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
