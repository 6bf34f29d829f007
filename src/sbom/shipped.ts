/**
 * The packages of which some part reaches visitors, and whether they are bundled into scripts. The
 * build fails if a script bundles any other. `src/words` says, by package name, which part it is.
 */
export const shipped = [
  { name: "clipboard-polyfill", bundled: true },
  { name: "diff", bundled: true },
  { name: "marked", bundled: true },
  { name: "pagefind", bundled: false },
  { name: "tailwindcss", bundled: false },
  { name: "world-atlas", bundled: false },
] as const;
