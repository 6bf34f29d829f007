import type { PageResult, SubResult } from "./engine.ts";
import { isMeant } from "./words.ts";

/** A search result: a page, or the question or heading on it that matches. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly section: string;
  readonly archived: boolean;
  /** The passage, split at the beginning and end of each match. */
  readonly excerpt: readonly { readonly text: string; readonly matches: boolean }[];
}

/** The places on a page where a word matches, and the word's weight: rarer words weigh more. */
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

/** An excerpt without the heading that it often begins with. */
const withoutTitle = (excerpt: string, title: string) => {
  const words = excerpt.split(" ");
  const heading = title.trim().split(/\s+/);
  /* Pagefind ends a heading with a period. */
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
 * The results on a page, best first.
 * @param matches of one or more queries; results less than half as good as the best are left out
 * @param stems the language's pattern for stems, as `isMeant` takes it
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
  const ranked = Object.values(Object.groupBy(places, ({ place }) => place.url))
    .flatMap((same) => (same?.[0] ? [{ same, shown: same[0].place }] : []))
    .map(({ same, shown }) => ({
      shown,
      weight: same.reduce((sum, { weight }) => sum + weight, 0),
      score: same.reduce((sum, { place }) => sum + scoreOf(place), 0),
    }))
    .toSorted((a, b) => b.weight - a.weight || b.score - a.score);
  return ranked
    .filter(({ weight }) => weight >= (ranked[0]?.weight ?? 0) / 2)
    .map(({ shown: { title, url, excerpt } }) => ({
      href: url,
      title,
      section: filters["section"]?.[0] ?? "",
      archived: meta["status"] !== undefined,
      excerpt: passage(excerpt, title),
    }));
};
