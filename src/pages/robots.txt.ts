import { sitemapFile } from "../centre/addresses";
import type { APIRoute } from "astro";
import { getCentre } from "../centre";

/**
 * `robots.txt` (RFC 9309). Pages that must stay out of search engines say so themselves, which a
 * crawler that may not read them would never see.
 */
export const GET: APIRoute = async ({ site }) => {
  const { openPoints } = await getCentre();
  const sitemap = openPoints.length > 0 ? "" : `\nSitemap: ${new URL(sitemapFile, site).href}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
