import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessibilityPage, builtFileOf } from "../centre/addresses.ts";
import { builtFiles } from "../hosting/built-files.ts";

/** The folder of `/this-site/`, which cannot contain a digest of itself. */
export const leftOut = "this-site";

/** The SHA-256 hash of a content, in hexadecimal. The digest of a build is that of its file list. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash("sha256").update(content).digest("hex");

/** The shell command that recomputes the digest of a build in the folder of the built site. */
export const digestCommand = `find . -type f ! -path './${leftOut}/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`;

const statementFile = builtFileOf(accessibilityPage).slice(1);

/**
 * The digest of what visitors see of a built site: its pages and scripts. The page with the statement
 * on accessibility is left out, since it tells whether the tests saw this very digest, and so is
 * `this-site`, which names the day of the build. All else that depends on the day is no page.
 * @param folder of the built site; its pages are finished
 */
export const pagesDigest = (folder: string): string =>
  sha256(fileList(folder, (path) => /\.(?:html|js)$/.test(path) && path !== statementFile));

/**
 * The files of a built site with their hashes, a line each, sorted by the bytes of their names, in
 * the format of `sha256sum`.
 * @param folder of the built site; `this-site` in it is left out
 * @param isListed says which of the others are listed; all unless given
 */
export const fileList = (
  folder: string,
  isListed: (path: string) => boolean = () => true,
): string =>
  builtFiles(folder)
    .filter((path) => !path.startsWith(`${leftOut}/`) && isListed(path))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((path) => `${sha256(readFileSync(join(folder, path)))}  ./${path}\n`)
    .join("");
