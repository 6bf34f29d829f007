import { isSealed, sha256Of } from "../../releases/digest.ts";
import { contentFolder } from "../../environment.ts";
import type { Content } from "../../parse/content.ts";
import { error, top, type Issue } from "../../parse/issue.ts";
import { manifestFile, releasedFile, type ReleaseFolder } from "../../parse/releases.ts";
import { day } from "../../schemas/fields.ts";
import { release } from "../../schemas/release.ts";

const isDay = (name: string) => day("").safeParse(name).success;

/** What to do with what is not as it was written, or is gone: a file, or the folder of a release. */
const restored = (file: string) =>
  `put it back as it was, for example with: git checkout -- ${contentFolder}/${file}`;

/** What in a manifest is not well formed. */
const faultyManifest = ({ file, source, yaml }: ReleaseFolder): readonly Issue[] => {
  if (source === undefined || yaml.issues.length > 0) return yaml.issues;
  return (release.safeParse(yaml.value).error?.issues ?? []).map(({ path, message }) => {
    const steps = path.map((step) => (typeof step === "symbol" ? "" : step));
    const what = steps.length === 0 ? "this manifest" : `"${steps.join(" ")}"`;
    return error(
      file,
      yaml.placeOf(steps),
      `${what} is not as a release has it (${message}); ${restored(file)}`,
    );
  });
};

/** Files in the folder of the releases that no release has written. */
const strays = ({ date, file, source, texts, strays: files }: ReleaseFolder): Issue[] => {
  if (!isDay(date))
    return [
      error(
        `releases/${date}`,
        top,
        "releases are in folders that have the name of their day; move this out of the folder of releases",
      ),
    ];
  return [
    ...files.map((stray) =>
      error(stray, top, "no release has written this file; move it out of the content folder"),
    ),
    ...(source === undefined && texts.size > 0
      ? [error(file, top, `the manifest of this release is missing; ${restored(file)}`)]
      : []),
  ];
};

/** Whether the texts of a release are those that its manifest names, to the letter. */
const changedTexts = ({ date, file, manifest, yaml, texts }: ReleaseFolder): Issue[] => {
  if (!manifest) return [];
  const named = Object.entries(manifest.texts);
  return [
    ...named.flatMap(([path, { sha256 }]): Issue[] => {
      const text = texts.get(path);
      const own = releasedFile(date, path);
      const place = yaml.placeOf(["texts", path, "sha256"]);
      if (text === undefined)
        return [error(file, yaml.placeOf(["texts", path]), `${own} is missing; ${restored(own)}`)];
      return sha256Of(text) === sha256
        ? []
        : [
            error(
              own,
              top,
              `this text is not the one that was released (its SHA-256 is not that of line ${String(place.line)} of manifest.yaml); ${restored(own)}, and release what should change by itself`,
            ),
          ];
    }),
    ...[...texts.keys()]
      .filter((path) => !named.some(([known]) => known === path))
      .map((path) =>
        error(
          releasedFile(date, path),
          top,
          "the manifest of this release does not name this text; move it out of the content folder",
        ),
      ),
  ];
};

/** Whether a manifest is the one that was written, and names nothing twice. */
const changedManifest = ({ file, source, manifest, yaml }: ReleaseFolder): Issue[] => {
  if (source === undefined || !manifest) return [];
  const twice = Object.entries(manifest.texts).flatMap(([path, { ids = [] }]) =>
    ids.flatMap((id, at) => {
      const first = ids.indexOf(id);
      const line = (position: number) => yaml.placeOf(["texts", path, "ids", position]);
      return first === at
        ? []
        : [
            error(
              file,
              line(at),
              `the id "${id}" is already on line ${String(line(first).line)}; ${restored(file)}`,
            ),
          ];
    }),
  );
  return twice.length > 0 || isSealed(source)
    ? twice
    : [
        error(
          file,
          yaml.placeOf(["sha256"]),
          `this manifest has been changed since it was written (this SHA-256 is not that of the lines above it); ${restored(file)}`,
        ),
      ];
};

/** Whether each release follows the one before it. */
const brokenOrder = (folders: readonly ReleaseFolder[]): Issue[] =>
  folders.flatMap(({ date, file, manifest, yaml }, at): Issue[] => {
    if (!manifest) return [];
    const before = folders[at - 1];
    const { previous } = manifest;
    if (!before)
      return previous === undefined
        ? []
        : [
            error(
              file,
              yaml.placeOf(["previous", "date"]),
              `the release of ${previous.date}, which this one follows, is missing; ${restored(`releases/${previous.date}`)}`,
            ),
          ];
    if (previous?.date !== before.date) {
      const isThere = folders.some((folder) => folder.date === previous?.date);
      const place = yaml.placeOf(previous ? ["previous", "date"] : []);
      return [
        previous === undefined || isThere
          ? error(
              file,
              place,
              `this release was made without the one of ${before.date}, which is before it; delete the folder releases/${date}, and release again`,
            )
          : error(
              file,
              place,
              `the release of ${previous.date}, which this one follows, is missing; ${restored(`releases/${previous.date}`)}`,
            ),
      ];
    }
    return before.manifest && previous.sha256 !== before.manifest.sha256
      ? [
          error(
            before.file,
            before.yaml.placeOf(["sha256"]),
            `this is not the release that the one of ${date} follows (line ${String(yaml.placeOf(["previous", "sha256"]).line)} of ${manifestFile(date)}); ${restored(before.file)}`,
          ),
        ]
      : [];
  });

/** Releases that are not as they were written. */
export const frozenReleases = ({ releases }: Content): Issue[] => {
  const dated = releases.filter(({ date, source }) => isDay(date) && source !== undefined);
  return [
    ...releases.flatMap(strays),
    ...dated.flatMap((release) => [
      ...faultyManifest(release),
      ...changedManifest(release),
      ...changedTexts(release),
    ]),
    ...brokenOrder(dated),
  ];
};
