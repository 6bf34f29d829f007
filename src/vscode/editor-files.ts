import { isInCi } from "../environment.ts";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { jsonSchemas } from "./json-schemas.ts";
import { snippets } from "./snippets.ts";

const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What editors need to complete and explain the content: the text of each file, by its path. */
export const editorFiles = (): Map<string, string> =>
  new Map([
    ...Object.entries(jsonSchemas()).map(
      ([name, schema]) => [`.vscode/schemas/${name}.json`, text(schema)] as const,
    ),
    [".vscode/prose.code-snippets", text(snippets())],
  ]);

/** Writes those files that differ into the project at `root`, and returns their paths. */
export const writeEditorFiles = async (root: URL): Promise<string[]> => {
  const written: string[] = [];
  for (const [path, content] of editorFiles()) {
    const file = fileURLToPath(new URL(path, root));
    if ((await readFile(file, "utf8").catch(() => undefined)) === content) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    written.push(path);
  }
  return written;
};

/**
 * Keeps the files for editors in step with the schemas, whenever the site is built or previewed.
 * They are committed, so that an editor has them before anything is built. Continuous integration
 * writes nothing, or its tests could not tell that what was committed is out of date.
 */
export const keepEditorFiles = (): AstroIntegration => ({
  name: "editor-files",
  hooks: {
    "astro:config:setup": ({ command, updateConfig }) => {
      /* Writes the schemas of front matter that Astro's extension for VS Code completes from. */
      if (command === "dev") updateConfig({ experimental: { contentIntellisense: true } });
    },
    "astro:config:done": async ({ config, logger }) => {
      if (isInCi()) return;
      for (const path of await writeEditorFiles(config.root))
        logger.info(`wrote ${path}; commit it`);
    },
  },
});
