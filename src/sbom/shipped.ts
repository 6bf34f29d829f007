/**
 * Every package of which something reaches those who visit the site, and whether it is bundled into
 * scripts. The build fails where a script holds another. What of each reaches them the site's words
 * say, by its name.
 */
export const shipped = [
  { name: "clipboard-polyfill", bundled: true },
  { name: "pagefind", bundled: false },
  { name: "tailwindcss", bundled: false },
  { name: "world-atlas", bundled: false },
] as const;
