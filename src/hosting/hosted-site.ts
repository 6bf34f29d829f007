import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathOfBuilt } from "../centre/addresses.ts";
import { builtFiles } from "./built-files.ts";
import { isRedirect, movedAddress, type MovedAddress } from "./moved.ts";
import { anyPagePolicy, asHeader, needsOf, pagePolicy } from "./policy.ts";

/** What a host needs to know about a page of the built site. */
interface HostedPage {
  /** The path of its address, such as /data/. */
  readonly path: string;
  /** The path of its file, such as /data/index.html. */
  readonly file: string;
  /** Its Content-Security-Policy as a header. */
  readonly policy: string;
}

/** What a host needs to know about the built site. */
export interface HostedSite {
  /** All pages except redirects. */
  readonly pages: readonly HostedPage[];
  /** The addresses that hosts answer with 301, where they can. */
  readonly moved: readonly MovedAddress[];
  /** The paths of all files, sorted. */
  readonly files: readonly string[];
  /** A Content-Security-Policy that fits every page, as a header. */
  readonly anyPage: string;
}

/** Reads the built site in a folder. Paths begin with a slash, on Windows too. */
export const readSite = (folder: string): HostedSite => {
  const files = builtFiles(folder).map((file) => `/${file}`);
  const htmlFiles = files
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      const path = pathOfBuilt(file);
      const moved = isRedirect(html) ? movedAddress(path, html) : undefined;
      return { path, file, moved, needs: needsOf(html) };
    });
  return {
    files,
    pages: htmlFiles
      .filter(({ moved }) => moved === undefined)
      .map(({ path, file, needs }) => ({ path, file, policy: asHeader(pagePolicy(needs)) })),
    moved: htmlFiles.flatMap(({ moved }) => moved ?? []),
    anyPage: asHeader(anyPagePolicy(htmlFiles.map(({ needs }) => needs))),
  };
};
