import { fileURLToPath } from "node:url";
import type { Language } from "./languages.ts";

/** What scripts import as `virtual:words`, as Vite resolves it: the catalogue of one language. */
export const wordsForScripts = (language: Language): Record<"virtual:words", string> => ({
  "virtual:words": fileURLToPath(new URL(`${language}.ts`, import.meta.url)),
});
