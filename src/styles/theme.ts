import type { Site } from "../schemas/site.ts";

/** The backgrounds of text, in light and in dark; the accent color must be legible on them. */
export const backgrounds = {
  light: { paper: "#fdfcfa", wash: "#f4f1ea" },
  dark: { paper: "#121416", wash: "#1a1d20" },
} as const;

/**
 * Highlights the section being read in a table of contents. It is here and not in the stylesheet,
 * whose optimizer does not know the selector yet (CSS Overflow 5) and would warn at every build.
 */
const currentSection =
  "@media(width>=62rem){.beside a:target-current::before{content:'';position:absolute;inset:0 auto 0 -1px;border-left:3px solid}}";

/** The variables that the stylesheet uses: the backgrounds, and the organization's accent color. */
export const themeCss = ({ light, dark }: Site["accent"]): string =>
  `:root{--paper:light-dark(${backgrounds.light.paper},${backgrounds.dark.paper});--wash:light-dark(${backgrounds.light.wash},${backgrounds.dark.wash});--accent:light-dark(${light},${dark})}${currentSection}`;
