import type { Site } from "../schemas/site.ts";

/** The grounds that text stands on, in light and in dark; the accent must be legible on them. */
export const grounds = {
  light: { paper: "#fdfcfa", wash: "#f4f1ea" },
  dark: { paper: "#121416", wash: "#1a1d20" },
} as const;

/**
 * Marks where the reader is in a table of contents. Here and not in the stylesheet, whose optimiser
 * does not know the selector yet (CSS Overflow 5) and would complain at every build.
 */
const whereTheReaderIs =
  ".contents a:target-current{color:var(--accent);text-decoration:underline 2px}";

/** What the stylesheet takes as given: the grounds, and the organisation's accent. */
export const themeCss = ({ light, dark }: Site["accent"]): string =>
  `:root{--paper:light-dark(${grounds.light.paper},${grounds.dark.paper});--wash:light-dark(${grounds.light.wash},${grounds.dark.wash});--accent:light-dark(${light},${dark})}${whereTheReaderIs}`;
