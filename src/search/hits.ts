import type { PageResult, SubResult } from "./engine.ts";
import { isMeant } from "./words.ts";

/** What a search finds: a page, or the question or heading on it that matches. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly section: string;
  readonly archived: boolean;
  /** The matching passage, cut where matching words begin and end. */
  readonly excerpt: readonly { readonly text: string; readonly matches: boolean }[];
}

/** Where on a page one word matches, and how much that says: of several, the rarer says more. */
export interface Matches {
  readonly word: string;
  readonly weight: number;
  readonly places: readonly SubResult[];
}

const unescaped = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The words of an excerpt without the heading that it often begins with. */
const withoutTitle = (excerpt: string, title: string) => {
  const words = excerpt.split(" ");
  const heading = title.trim().split(/\s+/);
  /* Pagefind ends a heading with a full stop. */
  const begins = heading.every(
    (word, at) =>
      words[at]?.replace(/<\/?mark>/g, "").replace(/\.$/, "") === word.replace(/\.$/, ""),
  );
  return words.slice(begins ? heading.length : 0).join(" ");
};

const passage = (excerpt: string, title: string) =>
  withoutTitle(excerpt, title)
    .split(/<\/?mark>/)
    .map((html, position) => ({ text: unescaped(html), matches: position % 2 === 1 }))
    .filter(({ text }) => text !== "");

const scoreOf = ({ weighted_locations }: SubResult) =>
  weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);

/**
 * What matches on one page, best first.
 * @param matches of one query or more; what matches less than half as well as the best is left out
 * @param stems what `isMeant` takes
 */
export const hitsOn = (
  { meta, filters }: Pick<PageResult, "meta" | "filters">,
  matches: readonly Matches[],
  stems: RegExp,
): Hit[] => {
  const places = matches
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ word, weight, places }) =>
      places.map((place) => ({
        place,
        weight: isMeant(word, place.title.split(/\s+/), stems) ? 2 * weight : weight,
      })),
    );
  const all = Object.values(Object.groupBy(places, ({ place }) => place.url))
    .flatMap((same) => (same?.[0] ? [{ same, shown: same[0].place }] : []))
    .map(({ same, shown }) => ({
      shown,
      weight: same.reduce((sum, { weight }) => sum + weight, 0),
      score: same.reduce((sum, { place }) => sum + scoreOf(place), 0),
    }))
    .toSorted((a, b) => b.weight - a.weight || b.score - a.score);
  return all
    .filter(({ weight }) => weight >= (all[0]?.weight ?? 0) / 2)
    .map(({ shown: { title, url, excerpt } }) => ({
      href: url,
      title,
      section: filters["section"]?.[0] ?? "",
      archived: meta["status"] !== undefined,
      excerpt: passage(excerpt, title),
    }));
};
