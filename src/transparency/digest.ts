import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtFiles } from "../hosting/built-files.ts";

/** The folder of `/this-site/`, which cannot hold a digest of itself. */
export const leftOut = "this-site";

/** SHA-256, in hexadecimal. The digest of a build is that of its list of files. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash("sha256").update(content).digest("hex");

/** Computes the digest of a build anew, in the folder of the built site. */
export const digestCommand = `find . -type f ! -path './${leftOut}/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`;

/**
 * The files of a built site with their hashes, a line for each in the order of their names' bytes,
 * as `sha256sum` writes and checks them.
 * @param folder where the site was built; its folder `this-site` is left out
 */
export const fileList = (folder: string): string =>
  builtFiles(folder)
    .filter((path) => !path.startsWith(`${leftOut}/`))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((path) => `${sha256(readFileSync(join(folder, path)))}  ./${path}\n`)
    .join("");
