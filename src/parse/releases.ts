import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { release, type ReleaseManifest } from "../schemas/release.ts";
import { readYaml, type YamlText } from "./yaml.ts";

/** The folder of the releases in the content folder. Commands write it, and nobody edits it. */
export const releasesFolder = "releases";

const manifestName = "manifest.yaml";
const textName = "index.md";

/** The folder of a release, as read. */
export interface ReleaseFolder {
  /** Its name, which is the day of the release. */
  readonly date: string;
  /** The manifest's file, from the content folder. */
  readonly file: string;
  /** The manifest as written; undefined where there is none. */
  readonly source: string | undefined;
  readonly yaml: YamlText;
  /** Undefined where the manifest is not well formed. */
  readonly manifest: ReleaseManifest | undefined;
  /** The text of each page, by the page's path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files, from the content folder, that no release has. */
  readonly strays: readonly string[];
}

/** The file of a release's manifest, from the content folder. */
export const manifestFile = (date: string): string => `${releasesFolder}/${date}/${manifestName}`;

/** The file of a text in a release, from the content folder, by the path of its page. */
export const releasedFile = (date: string, path: string): string =>
  `${releasesFolder}/${date}${path}${textName}`;

/** Git may write other line ends than those that were released. */
const read = async (path: string) => (await readFile(path, "utf8")).replaceAll("\r\n", "\n");

const readRelease = async (
  root: string,
  date: string,
  files: readonly string[],
): Promise<ReleaseFolder> => {
  const file = manifestFile(date);
  const within = `${releasesFolder}/${date}`;
  const source = files.includes(file) ? await read(join(root, file)) : undefined;
  const yaml = readYaml(file, source ?? "");
  const texts = files.filter((name) => name.endsWith(`/${textName}`));
  const { data: manifest } = release.safeParse(yaml.value);
  return {
    date,
    file,
    source,
    yaml,
    manifest: yaml.issues.length === 0 ? manifest : undefined,
    texts: new Map(
      await Promise.all(
        texts.map(
          async (name) =>
            [name.slice(within.length, -textName.length), await read(join(root, name))] as const,
        ),
      ),
    ),
    strays: files.filter((name) => name !== file && !texts.includes(name)),
  };
};

/**
 * The files of all releases, from the content folder. What a command was writing as it was interrupted
 * has a name that begins with a period, and is none.
 */
export const releasedFiles = async (root: string): Promise<readonly string[]> => {
  const folder = join(root, releasesFolder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (reason: unknown) => {
      const { code } = reason as NodeJS.ErrnoException;
      /* A file in place of the folder is one that the site does not read, as the check says. */
      if (code === "ENOENT" || code === "ENOTDIR") return [];
      /* What was published is not passed over because it cannot be read. */
      throw reason;
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => !path.includes("/."))
    .sort();
};

/** The folders of all releases of a content folder, the earliest first. */
export const readReleases = async (root: string): Promise<ReleaseFolder[]> => {
  const byDate = Map.groupBy(await releasedFiles(root), (path) => path.split("/")[1] ?? "");
  return Promise.all([...byDate].map(([date, own]) => readRelease(root, date, own)));
};
