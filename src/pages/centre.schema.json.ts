import type { APIRoute } from "astro";
import { getCentre } from "../centre";
import { centreSchema } from "../machine-readable/centre-schema";

/** What is in `/centre.json`, field by field. */
export const GET: APIRoute = async () => {
  const { lists } = await getCentre();
  return new Response(`${JSON.stringify(centreSchema(lists), undefined, 2)}\n`, {
    headers: { "Content-Type": "application/schema+json" },
  });
};
