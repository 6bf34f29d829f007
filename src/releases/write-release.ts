import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { releasesFolder } from "../parse/releases.ts";

/** What the folder is called that a release is written into before it has its name. */
const unfinished = ".unfinished-";

/**
 * Writes a release: all of it, or nothing. Until every file is written, the release has a name that
 * nobody reads; what an interrupted command has left is removed by the next.
 * @param folder of the content
 * @param date the name of the release
 * @param files paths from the content folder, each with its text
 * @throws if there is a release of that name
 */
export const writeRelease = async (
  folder: string,
  date: string,
  files: readonly (readonly [file: string, text: string])[],
): Promise<void> => {
  const releases = join(folder, releasesFolder);
  await mkdir(releases, { recursive: true });
  for (const name of await readdir(releases))
    if (name.startsWith(unfinished)) await rm(join(releases, name), { recursive: true });
  /* With the rights of any folder: others who build the site read it, too. */
  const written = join(releases, unfinished + date);
  await mkdir(written);
  for (const [file, text] of files) {
    const path = join(written, file.slice(`${releasesFolder}/${date}/`.length));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await rename(written, join(releases, date));
};
