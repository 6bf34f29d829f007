import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { normalizePath, type Plugin } from "vite";
import type { Language } from "./languages.ts";

const folder = normalizePath(dirname(fileURLToPath(import.meta.url)));

/**
 * A Vite plugin that resolves `virtual:words` to the catalogue of the site's language. Each room of
 * scripts gets its own copy, from which the bundler drops what the room does not use. A shared copy
 * would be a separate file: another request for each script, with the words of all others.
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
