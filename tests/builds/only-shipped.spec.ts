import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { build } from "vite";
import { onlyShipped } from "../../src/sbom/only-shipped.ts";

test.describe("a script for the browser", () => {
  /** Bundles a script that imports a package of the project, as the site's scripts are. */
  const bundle = async (name: string) => {
    const script = test.info().outputPath("script.js");
    const main = createRequire(import.meta.url).resolve(name);
    writeFileSync(script, `import * as all from ${JSON.stringify(main)}; console.log(all);`);
    await build({
      plugins: [onlyShipped()],
      root: test.info().outputDir,
      configFile: false,
      logLevel: "silent",
      build: { write: false, rolldownOptions: { input: script } },
    });
  };

  test("may hold the package that is meant to be shipped", async () => {
    await bundle("clipboard-polyfill");
  });

  test("may hold no other package, or the build fails", async () => {
    await expect(bundle("fastest-levenshtein")).rejects.toThrow(
      /the script .+\.js would bring the package "fastest-levenshtein" to every visitor; .+src\/sbom\/shipped\.ts/,
    );
  });
});
