import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { ownCopies } from "./src/build/own-copies.ts";
import { sitemapOfPages } from "./src/build/sitemap.ts";
import { keepReviewedTexts } from "./src/check/keep-reviewed-texts.ts";
import { desk } from "./src/desk/desk.ts";
import { contentFolder, siteFolder, tellNobody } from "./src/environment.ts";
import { ownModules } from "./src/markdown/own-modules.ts";
import { linkedHeadings } from "./src/markdown/linked-headings.ts";
import { storedContent } from "./src/markdown/stored-content.ts";
import { typedTables } from "./src/markdown/typed-tables.ts";
import { languageOf, readContent } from "./src/parse/content.ts";
import { onlyShipped } from "./src/sbom/only-shipped.ts";
import { keepEditorFiles } from "./src/vscode/editor-files.ts";
import { wordsForScripts } from "./src/words/for-scripts.ts";

tellNobody();

/* What is not well formed is left out here, and named by the check. */
const { site } = await readContent(contentFolder, ["site.yaml"]);

const language = site.center?.language ?? "en";

/* Another content has a store of its own, or each would find the entries of the other. */
const cacheDir = `./node_modules/.astro/${contentFolder.replaceAll(/\W+/g, "-")}`;

export default defineConfig({
  site: site.center?.url,
  outDir: siteFolder,
  cacheDir,
  trailingSlash: "always",
  /* Styles are put into the pages once these are made; while one is written, others are made. */
  build: { inlineStylesheets: "never", concurrency: 4 },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({
      features: { smartPunctuation: false },
      hastPlugins: [...linkedHeadings(languageOf({ site })), typedTables],
    }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), keepEditorFiles(), keepReviewedTexts(), sitemapOfPages(), desk()],
  vite: {
    plugins: [
      ...[tailwindcss(), onlyShipped(), wordsForScripts(language), ownCopies()],
      ...[ownModules(contentFolder), storedContent(cacheDir)],
    ],
    /* Every page names the script of the search: the hash of it is name enough. */
    environments: {
      client: {
        build: { rolldownOptions: { output: { entryFileNames: "_astro/[hash].js" } } },
      },
    },
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      /* The MDX integration marks its modules with a directive that Rolldown does not know. */
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
