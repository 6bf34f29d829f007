import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { normalizePath, type Plugin } from "vite";
import type { Language } from "./languages.ts";

const folder = normalizePath(dirname(fileURLToPath(import.meta.url)));

/**
 * What scripts import as `virtual:words`: the catalogue of one language. Each room of scripts has a
 * copy of its own, of which the bundler leaves out what the room does not use. One that all rooms
 * share would be a file of its own: one request more for each script, for words of all others too.
 */
export const wordsForScripts = (language: Language): Plugin => ({
  name: "words-for-scripts",
  enforce: "pre",
  resolveId(source, importer = "") {
    if (source === "virtual:words")
      return `${folder}/${language}.ts?for=${dirname(importer).split("/").at(-1) ?? ""}`;
    const [file = "", copy] = importer.split("?for=");
    return copy !== undefined && dirname(file) === folder && source.startsWith("./")
      ? `${folder}/${source.slice(2)}?for=${copy}`
      : undefined;
  },
});
