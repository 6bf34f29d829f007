import js from "@eslint/js";
import astro from "eslint-plugin-astro";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";
import { roomRules } from "./rooms.eslint.js";

export default defineConfig(
  globalIgnores(["dist*/", ".astro/", ".bench/", "test-results/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { process: "readonly", URL: "readonly" } },
  },
  ...roomRules,
  astro.configs.recommended,
  astro.configs["jsx-a11y-strict"],
  {
    files: ["**/*.astro"],
    rules: {
      /* Browsers drop the roles of tables that CSS shows as cards, Safari that of a list without bullets. */
      "astro/jsx-a11y/no-redundant-roles": [
        "error",
        {
          ul: ["list"],
          ol: ["list"],
          table: ["table"],
          thead: ["rowgroup"],
          tbody: ["rowgroup"],
          tr: ["row"],
        },
      ],
      "astro/jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { td: ["cell"] }],
    },
  },
);
