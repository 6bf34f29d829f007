import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { releasesFolder } from "../parse/releases.ts";

/** How the folder is called that a release is written into before it has its name. */
const unfinished = ".unfinished-";

/** How old (ms) such a folder is that a command has left which was killed. */
const leftBehind = 60 * 60 * 1000;

const sweep = async (releases: string): Promise<void> => {
  for (const name of await readdir(releases)) {
    const path = join(releases, name);
    if (name.startsWith(unfinished) && (await stat(path)).mtimeMs < Date.now() - leftBehind)
      await rm(path, { recursive: true });
  }
};

/**
 * Writes a release: all of it, or nothing. Until every file is written, the release has a name that
 * nobody reads, and that no other command has that writes one at the same time.
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
  await sweep(releases);
  /* With the rights of any folder: others who build the site read it, too. */
  const written = join(releases, `${unfinished}${date}-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(written);
    for (const [file, text] of files) {
      const path = join(written, file.slice(`${releasesFolder}/${date}/`.length));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    await rename(written, join(releases, date));
  } finally {
    await rm(written, { recursive: true, force: true });
  }
};
