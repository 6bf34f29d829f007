import { contrast } from "../../styles/contrast.ts";
import { backgrounds } from "../../styles/theme.ts";
import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** The contrast that text needs (WCAG 2.2, success criterion 1.4.3). */
const minimum = 4.5;

/** Rounded down, so that a ratio just below the minimum is not shown as the minimum. */
const ratio = (value: number) => `${String(Math.floor(value * 100) / 100)}:1`;

/** Accents in which text is hard to read on the backgrounds of their color scheme. */
export const lowContrastAccents = ({ site, placeOf }: Content): Issue[] =>
  (["light", "dark"] as const).flatMap((scheme) => {
    const accent = site.accent?.[scheme];
    if (accent === undefined) return [];
    const reached = Math.min(
      ...Object.values(backgrounds[scheme]).map((background) => contrast(accent, background)),
    );
    return reached >= minimum
      ? []
      : [
          error(
            "site.yaml",
            placeOf("site.yaml", ["accent", scheme]),
            `the accent color ${accent} has a contrast of ${ratio(reached)} on the ${scheme} background, but text needs ${ratio(minimum)}; write a ${scheme === "light" ? "darker" : "lighter"} color`,
          ),
        ];
  });
