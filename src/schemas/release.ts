import { z } from "zod";
import { day, words } from "./fields.ts";

/** What a release can be: one that changes what holds, or one that mends how it is said. */
export const releaseKinds = ["substantive", "editorial"] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "a SHA-256 has 64 characters from 0 to 9 and a to f");

/** The path of a page on the site, which is that of its text in the folder of the release. */
const path = z
  .string()
  .regex(/^\/(?:[A-Za-z0-9_-]+\/)*$/, "the path of a page starts and ends with a slash");

/** `content/releases/DATE/manifest.yaml`: what a release says of itself. Commands write it. */
export const release = z.strictObject({
  summary: words("What changed, in a sentence", "Canceled accounts are deleted sooner."),
  kind: z.enum(releaseKinds, `a release is one of: ${releaseKinds.join(", ")}`),
  effective: day("The day from which it holds"),
  draft: z.boolean().default(false),
  /** The release before it, with what seals that one; the first has none. */
  previous: z.strictObject({ date: day("The day of the release before"), sha256 }).optional(),
  /** The texts that are new or changed, by the path of their page. */
  texts: z
    .record(
      path,
      z.strictObject({
        sha256,
        /** Where the page was until this release, if it has moved. */
        from: path.optional(),
        /** What can be linked to on the page; left out where it is what it was. */
        ids: z.array(z.string().min(1)).optional(),
      }),
    )
    .default({}),
  /** The pages that are there no more. */
  removed: z.array(path).default([]),
  /** Seals all of the above. */
  sha256,
});

export type ReleaseManifest = z.infer<typeof release>;
