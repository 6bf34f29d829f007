import type { APIRoute } from "astro";
import { getCentre } from "../../centre";
import { requestContent } from "../../request/content";

/**
 * The content that the request builder needs, as a module: too large for the page, whose first view
 * has a size limit, and the page may import but not fetch (`connect-src 'none'`).
 */
export const GET: APIRoute = async () =>
  new Response(`export default ${JSON.stringify(requestContent(await getCentre()))}`, {
    headers: { "Content-Type": "text/javascript" },
  });
