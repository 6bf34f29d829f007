import type { HostedSite } from "../hosted-site.ts";

/** The most lines of redirects that Cloudflare reads (Cloudflare Pages, "Limits"). */
const maxLines = 2_000;

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it; both keep the query and put it before the
 * fragment. Netlify sends the redirect page unless the status ends with `!`, which Cloudflare does
 * not know: it counts such a line as faulty and reads the next. Beyond what Cloudflare reads, all
 * lines are for Netlify, and on Cloudflare the redirect pages do the work.
 */
export const redirectRules = ({ moved }: HostedSite): string =>
  [
    "# Written by the build, for Netlify (301!) and Cloudflare Pages (301).",
    ...moved.flatMap(({ from, to }, position) => [
      `${from} ${to} 301!`,
      ...(2 * (position + 1) <= maxLines ? [`${from} ${to} 301`] : []),
    ]),
    "",
  ].join("\n");
