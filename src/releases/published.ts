import { contentFolder } from "../environment.ts";
import { readReleases } from "../parse/releases.ts";
import { releasesOf, type Releases } from "./releases.ts";

/** What was published of this content, read anew. */
export const readPublished = async (): Promise<Releases> =>
  releasesOf(await readReleases(contentFolder));

let known: Promise<Releases> | undefined;

/** What was published of this content. Read once a build; anew for each page of the preview. */
export const getReleases = (): Promise<Releases> =>
  import.meta.env.DEV ? readPublished() : (known ??= readPublished());
