import type { APIRoute, GetStaticPaths } from "astro";
import { getCentre } from "../../../centre";
import { feedFormats, historyPath, type FeedFormat } from "../../../centre/addresses";
import { changesAsFeed } from "../../../releases/feed";
import { getReleases } from "../../../releases/published";

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getReleases()).versions.keys()].flatMap((path) =>
    feedFormats.map((format) => ({
      params: { page: historyPath(path).slice("/versions/".length, -1), format },
      props: { path, format },
    })),
  );

/** What changed on a page, for those who follow it: Atom and JSON Feed. */
export const GET: APIRoute<{ path: string; format: FeedFormat }> = async ({ props, site }) =>
  new Response(
    changesAsFeed(
      await getReleases(),
      await getCentre(),
      props.format,
      site ?? new URL("http://localhost/"),
      props.path,
    ),
  );
