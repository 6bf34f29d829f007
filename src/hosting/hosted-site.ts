import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathOfBuilt } from "../centre/addresses.ts";
import { builtFiles } from "./built-files.ts";
import { leadsOn, movedAddress, type MovedAddress } from "./moved.ts";
import { anyPagePolicy, asHeader, pagePolicy } from "./policy.ts";

/** A page of the built site as a host has to know it. */
interface HostedPage {
  /** The path it is asked for by, such as /data/. */
  readonly path: string;
  /** The path of its file, such as /data/index.html. */
  readonly file: string;
  /** Its Content-Security-Policy as a header. */
  readonly policy: string;
}

/** The built site as a host has to know it. */
export interface HostedSite {
  /** Without those that only lead on. */
  readonly pages: readonly HostedPage[];
  /** What hosts that can do so answer with 301. */
  readonly moved: readonly MovedAddress[];
  /** The paths of all files, in order. */
  readonly files: readonly string[];
  /** A Content-Security-Policy that fits every page, as a header. */
  readonly anyPage: string;
}

/** Reads the built site in a folder. Paths begin with a slash, on Windows too. */
export const readSite = async (folder: string): Promise<HostedSite> => {
  const files = builtFiles(folder).map((file) => `/${file}`);
  const all = await Promise.all(
    files
      .filter((file) => file.endsWith(".html"))
      .map(async (file) => ({
        path: pathOfBuilt(file),
        file,
        html: await readFile(join(folder, file), "utf8"),
      })),
  );
  return {
    files,
    pages: all
      .filter(({ html }) => !leadsOn(html))
      .map(({ path, file, html }) => ({ path, file, policy: asHeader(pagePolicy(html)) })),
    moved: all
      .filter(({ html }) => leadsOn(html))
      .map(({ path, html }) => movedAddress(path, html)),
    anyPage: asHeader(anyPagePolicy(all.map(({ html }) => html))),
  };
};
