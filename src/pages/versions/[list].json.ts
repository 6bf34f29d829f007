import type { APIRoute, GetStaticPaths } from "astro";
import { catalogOf } from "../../releases/published-texts";
import { getReleases } from "../../releases/published";

/** The list exists only where something was released. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getReleases()).all.length > 0 ? [{ params: { list: "index" } }] : [];

/** What was published, for scripts; the build adds what no release has yet. */
export const GET: APIRoute = async () => Response.json(catalogOf(await getReleases()));
