import { changePath } from "../centre/addresses.ts";
import type { Centre } from "../centre/centre.ts";
import { ics } from "../calendar/ics.ts";
import type { Releases } from "./releases.ts";

/**
 * The first day on which each release holds, as a calendar (RFC 5545). The entry of a release is
 * known by what seals it, whatever the site is called later, and wherever it is.
 * @param site the address of the site
 */
export const effectiveDates = (
  { all }: Releases,
  { site: { organization, center }, words }: Pick<Centre, "site" | "words">,
  site: URL,
): string => {
  const { releases: says } = words;
  const name = `${organization.name} ${center.name}`;
  return ics(
    "Releases",
    all.map(({ date, effective, summary, kind, draft, sha256 }) => ({
      day: effective,
      title: says.holdsToday(name, summary),
      description: [
        [says.kinds[kind], ...(draft ? [says.draft] : [])].join(" · "),
        new URL(changePath(date), site).href,
      ].join("\n"),
      uid: sha256,
      made: new Date(date),
    })),
    `${name}: ${says.title}`,
  );
};
