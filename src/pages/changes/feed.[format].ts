import type { APIRoute, GetStaticPaths } from "astro";
import { getCentre } from "../../centre";
import { feedFormats, type FeedFormat } from "../../centre/addresses";
import { changesAsFeed } from "../../releases/feed";
import { getReleases } from "../../releases/published";

/** The feeds exist only where something was released. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getReleases()).all.length > 0
    ? feedFormats.map((format) => ({ params: { format }, props: { format } }))
    : [];

/** What changed, for those who follow it: Atom and JSON Feed. */
export const GET: APIRoute<{ format: FeedFormat }> = async ({ props, site }) =>
  new Response(
    changesAsFeed(
      await getReleases(),
      await getCentre(),
      props.format,
      site ?? new URL("http://localhost/"),
    ),
  );
