import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from "vite";
import type { Layer } from "./layers.ts";
import { unsavedModule } from "./unsaved-module.ts";

/* Has the pages of the preview find what is not saved, where a layer is laid over the content. */

const entries = "astro:content";
const resolved = "\0desk-content";
const laidOver = fileURLToPath(new URL("./laid-over.ts", import.meta.url));

/** Where a text that is not saved stands among the modules; no such file is ever written. */
const placeOf = (module: string) => resolve(module.slice(1));

/** The texts that are not saved, by their modules: for the page that is being rendered. */
const texts = new Map<string, string>();

let server: ViteDevServer | undefined;

const forget = (id: string) => {
  for (const environment of Object.values(server?.environments ?? {})) {
    const module = environment.moduleGraph.getModuleById(id);
    if (module) environment.moduleGraph.invalidateModule(module);
    if (!isRunnableDevEnvironment(environment)) continue;
    const evaluated = environment.runner.evaluatedModules.getModuleById(id);
    if (evaluated) environment.runner.evaluatedModules.invalidateModule(evaluated);
  }
};

/** Has the addresses of the site be found anew, which Astro remembers with what their pages show. */
const forgetAddresses = () => {
  for (const environment of Object.values(server?.environments ?? {}))
    environment.hot.send("astro:content-changed", {});
};

/** Renders with a layer, and leaves nothing of it behind. Only one may be at work at a time. */
export const withLayer = async <Answer>(
  { prose }: Layer,
  render: () => Promise<Answer>,
): Promise<Answer> => {
  for (const { file, text } of prose) texts.set(placeOf(unsavedModule(file)), text);
  forgetAddresses();
  try {
    return await render();
  } finally {
    for (const id of texts.keys()) forget(id);
    texts.clear();
    forgetAddresses();
  }
};

export const unsavedContent: Plugin = {
  name: "desk-unsaved-content",
  enforce: "pre",
  configureServer: (vite) => {
    server = vite;
  },
  resolveId: {
    order: "pre",
    handler: (id, importer) => {
      if (id === entries && importer !== resolved) return resolved;
      return id.startsWith(unsavedModule("")) ? placeOf(id) : undefined;
    },
  },
  load: (id) =>
    id === resolved
      ? `import * as saved from ${JSON.stringify(entries)};
import { laidOver } from ${JSON.stringify(laidOver)};
export * from ${JSON.stringify(entries)};
export const { getCollection, getEntry, render } = laidOver(saved);`
      : texts.get(id),
};
