import { twinOf, versionPath } from "../centre/addresses.ts";
import type { Catalog, Published } from "./catalog.ts";
import { titleOf, versionAfter, type Releases } from "./releases.ts";

/** Every text that was published, the earliest first. */
export const publishedTexts = (releases: Releases): Published[] =>
  [...releases.versions.values()]
    .flat()
    .filter(({ text }) => text !== undefined)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((version) => {
      const { path, from, date, holdsFrom, isDraft, sha256 } = version;
      const until = versionAfter(releases, version)?.date;
      return {
        ...{ path, title: titleOf(version), file: twinOf(versionPath(path, date)), sha256 },
        ...(from !== undefined && { from }),
        ...{ date, ...(until !== undefined && { until }), holdsFrom, isDraft },
      };
    });

/** What was published, as browsers look it up. */
export const catalogOf = (releases: Releases): Catalog => ({
  days: releases.all.map(({ date }) => date),
  published: publishedTexts(releases),
});
