import { isInCi } from "../environment.ts";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import { readContent } from "../parse/content.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { withListTable, withSchemaMapping } from "./sections.ts";
import { snippets } from "./snippets.ts";

const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The content folder that the settings in `.vscode/` are for. */
const contentIn = (root: URL) => new URL("content/", root);

const textAt = (file: URL) => readFile(file, "utf8").catch(() => undefined);

/**
 * What editors and those who edit need to complete and explain the content of the project at `root`:
 * the text of each file, by its path. Of files that are written by hand but for a part, those that
 * are there.
 */
export const editorFiles = async (root: URL): Promise<Map<string, string>> => {
  const { lists } = await readContent(fileURLToPath(contentIn(root)), ["lists/"]);
  const declared = lists.filter(({ columns }) => columns.length > 0);
  const parts = {
    ".vscode/settings.json": (settings: string) => withSchemaMapping(settings, declared),
    "content/README.md": withListTable,
  };
  const completed = await Promise.all(
    Object.entries(parts).map(async ([path, complete]): Promise<[string, string][]> => {
      const written = await textAt(new URL(path, root));
      return written === undefined ? [] : [[path, complete(written)]];
    }),
  );
  return new Map([
    ...Object.entries(jsonSchemas(declared)).map(([name, schema]): [string, string] => [
      `${schemaFolder}${name}.json`,
      text(schema),
    ]),
    [".vscode/prose.code-snippets", text(snippets())],
    ...completed.flat(),
  ]);
};

const schemaFolder = ".vscode/schemas/";

/** Removes the schemas of lists that are no longer there. */
const removeStale = async (root: URL, current: readonly string[]): Promise<void> => {
  const there = await readdir(new URL(schemaFolder, root)).catch(() => []);
  const stale = there.map((name) => schemaFolder + name).filter((path) => !current.includes(path));
  await Promise.all(stale.map((path) => rm(new URL(path, root))));
};

/** Writes those files that differ into the project at `root`, and returns their paths. */
export const writeEditorFiles = async (root: URL): Promise<string[]> => {
  const written: string[] = [];
  const files = await editorFiles(root);
  await removeStale(root, [...files.keys()]);
  for (const [path, content] of files) {
    const file = new URL(path, root);
    if ((await textAt(file)) === content) continue;
    await mkdir(new URL(".", file), { recursive: true });
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
    /* A declared list has its schema from the columns that it declares. */
    "astro:server:setup": ({ server }) => {
      const root = pathToFileURL(`${server.config.root}/`);
      const lists = fileURLToPath(new URL("lists/", contentIn(root)));
      server.watcher.on("all", (_, path) => {
        if (path.startsWith(lists) && !isInCi()) void writeEditorFiles(root);
      });
    },
    "astro:config:done": async ({ config, logger }) => {
      if (isInCi()) return;
      for (const path of await writeEditorFiles(config.root))
        logger.info(`wrote ${path}; commit it`);
    },
  },
});
