import { createHash } from "node:crypto";
import { zipSync } from "fflate";

/** The file in a ZIP that lists the others with their hashes. */
export const manifestFile = "manifest.txt";

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/**
 * Files and a list of them with their SHA-256, in the format of `sha256sum`, as one ZIP. The same
 * files give the same bytes on every machine.
 * @param files by their names in the ZIP
 * @param day as an ISO date, which stands for the time of every file
 */
export const zipped = (files: Readonly<Record<string, Uint8Array>>, day: string): Uint8Array => {
  const manifest = Object.entries(files)
    .map(([name, content]) => `${sha256(content)}  ${name}\n`)
    .join("");
  /* A ZIP has the time that clocks show where it is made: noon is on the same day everywhere. */
  return zipSync(
    { ...files, [manifestFile]: Buffer.from(manifest) },
    { level: 9, mtime: new Date(`${day}T12:00:00`) },
  );
};
