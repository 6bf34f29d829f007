import type { HostedSite } from "../hosted-site.ts";

/** Of more lines than these Cloudflare reads no redirects from a path (Cloudflare Pages, "Limits"). */
const mostLines = 2_000;

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it; both keep the query, and put it before the
 * fragment. Netlify sends the page that leads on, unless told to redirect all the same by a mark
 * that Cloudflare does not know: it takes a line that has it for faulty, counts it, and reads the
 * next. Past what Cloudflare reads, lines are Netlify's alone, and on Cloudflare the pages that lead
 * on do the work.
 */
export const redirectRules = ({ moved }: HostedSite): string =>
  [
    "# Written by the build, for Netlify (301!) and Cloudflare Pages (301).",
    ...moved.flatMap(({ from, to }, position) => [
      `${from} ${to} 301!`,
      ...(2 * (position + 1) <= mostLines ? [`${from} ${to} 301`] : []),
    ]),
    "",
  ].join("\n");
