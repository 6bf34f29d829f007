import type { APIRoute } from "astro";
import { getCentre } from "../../centre";
import { requestContent } from "../../request/content";

/**
 * What the request builder takes from the content, as a module: too large to stand in the page,
 * whose first view has a bound, and not to be fetched from a page that may not fetch anything.
 */
export const GET: APIRoute = async () =>
  new Response(`export default ${JSON.stringify(requestContent(await getCentre()))}`, {
    headers: { "Content-Type": "text/javascript" },
  });
