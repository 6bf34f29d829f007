import { isChanged, type BuiltText } from "../releases/new-release.ts";
import type { Releases } from "../releases/releases.ts";
import type { Words } from "../words/index.ts";

/**
 * Of which version the texts of a site are: of the last that was released, unless they have changed
 * since. Where nothing was released, the day of the latest review stands for it.
 * @param texts of the built site, by the paths of their pages
 * @param asOf the day of the latest review
 */
export const versionLine = (
  releases: Releases,
  texts: ReadonlyMap<string, BuiltText>,
  asOf: string,
  { date, footer, releases: says }: Pick<Words, "date" | "footer" | "releases">,
): string => {
  const last = releases.all.at(-1);
  if (!last) return footer.asOf(date(asOf));
  const day = date(last.date);
  if (isChanged(releases, { date: last.date, pages: texts })) return says.changedSince(day);
  const version = (last.draft ? says.draftOf : says.of)(day);
  return last.effective > last.date
    ? `${version} · ${says.holdsFrom(date(last.effective))}`
    : version;
};
