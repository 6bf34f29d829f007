import { pagePath } from "../../centre/addresses.ts";
import type { Content } from "../../parse/content.ts";
import type { TermsOfContent } from "../../releases/prepare-release.ts";
import { openPointsOf } from "../facts/open-points.ts";
import { addressesOf } from "../links/link-targets.ts";

/** What a content holds its releases to. */
export const termsOf = (content: Content): TermsOfContent => ({
  noticeDays: content.site.releases?.noticeDays ?? 0,
  openPoints: openPointsOf(content).length,
  ids: new Set(
    [...addressesOf(content).values()].flatMap((targets) => targets.map(({ id }) => id)),
  ),
  formerly: new Map(
    content.prose.pages.map(({ id, data }) => [pagePath(id), (data.formerly ?? []).map(pagePath)]),
  ),
});
