import { globSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Plugin } from "vite";
import { isMarkdownOnly } from "../parse/markdown-only.ts";
import { splitProse } from "../parse/front-matter.ts";

/** The module that tells Astro how to load the entries of its collections that are modules. */
const moduleImports = "astro:content-module-imports";
const resolved = "\0own-content-modules";

const importOf = (file: string): string => {
  const query = new URLSearchParams({
    "astro:content-layer-deferred-module": "",
    fileName: file,
    astroContentModuleFlag: "true",
  });
  const specifier = `astro:content-layer-deferred-module?${query.toString()}`;
  return `[${JSON.stringify(file)}, () => import(${JSON.stringify(specifier)})]`;
};

/**
 * Tells Astro which files of the content folder are modules. It writes the same into a file of the
 * project, which is there once for all contents: where another content is built or checked, a
 * preview would find the other's modules there, and none of its own.
 * @param folder relative to the project
 */
export const ownModules = (folder: string): Plugin => {
  const files = (isPreview: boolean) =>
    globSync("*/*.mdx", { cwd: folder })
      .map((file) => relative("", resolve(folder, file)).replaceAll(sep, "/"))
      .sort()
      /* What holds no component is rendered as data. A preview must know what gets one later. */
      .filter((file) => isPreview || !isMarkdownOnly(splitProse(readFileSync(file, "utf8")).body));
  return {
    name: "own-modules",
    enforce: "pre",
    resolveId: {
      order: "pre",
      handler: (id) => (id === moduleImports ? resolved : undefined),
    },
    load(id) {
      if (id !== resolved) return undefined;
      const imports = files(this.environment.mode === "dev").map(importOf);
      return `export default new Map([\n${imports.join(",\n")}\n]);`;
    },
    configureServer: ({ environments, watcher }) => {
      const forget = (path: string) => {
        if (!path.endsWith(".mdx") || !resolve(path).startsWith(resolve(folder) + sep)) return;
        for (const { moduleGraph } of Object.values(environments)) {
          const module = moduleGraph.getModuleById(resolved);
          if (module) moduleGraph.invalidateModule(module);
        }
      };
      watcher.on("add", forget).on("unlink", forget);
    },
  };
};
