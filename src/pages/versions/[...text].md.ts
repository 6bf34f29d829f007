import type { APIRoute, GetStaticPaths } from "astro";
import { twinOf, versionPath } from "../../centre/addresses";
import { getReleases } from "../../releases/published";

/** Each text as it was released, byte for byte: what its SHA-256 is of. */
export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getReleases()).versions.values()].flat().flatMap(({ path, date, text }) =>
    text === undefined
      ? []
      : [
          {
            params: {
              text: twinOf(versionPath(path, date)).slice("/versions/".length, -".md".length),
            },
            props: { text },
          },
        ],
  );

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) => new Response(text);
