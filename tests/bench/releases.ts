import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { builtTexts } from "../../src/releases/built-texts.ts";
import { filesOfRelease } from "../../src/releases/new-release.ts";
import { releasesOf } from "../../src/releases/releases.ts";
import type { ReleaseFolder } from "../../src/parse/releases.ts";
import { release } from "../../src/schemas/release.ts";

/** How many releases a content gets: of four years, if there is one a week. */
export const releaseCount = 200;

/** How many pages each release but the first changes. */
const changed = 2;

const dayLength = 24 * 60 * 60 * 1000;

/** The day of a release, by its number from 0. */
const dayOf = (number: number): string =>
  new Date(Date.UTC(2022, 0, 1) + 7 * number * dayLength).toISOString().slice(0, 10);

/**
 * Writes releases into a content: the first of all pages of its built site, each other of two pages
 * in which a sentence is another. The same site gives the same bytes.
 * @param content its folder
 * @param site the folder of the site built from it
 */
export const writeReleases = (content: string, site: string): void => {
  const pages = new Map(
    [...builtTexts(site)].map(([path, { text }]) => [path, { text, ids: [] as string[] }]),
  );
  const paths = [...pages.keys()];
  const texts = new Map(paths.map((path) => [path, pages.get(path)?.text ?? ""]));
  const released: ReleaseFolder[] = [];
  for (let number = 0; number < releaseCount; number += 1) {
    for (let turn = 0; number > 0 && turn < changed; turn += 1) {
      const path = paths[(number * changed + turn) % paths.length] ?? "";
      const text = (texts.get(path) ?? "").replace(/\.$/m, ` (${String(number)}).`);
      pages.set(path, { text, ids: [] });
    }
    const date = dayOf(number);
    const files = filesOfRelease(releasesOf(released), {
      ...{ date, effective: date, kind: "editorial", isDraft: false, pages },
      summary: `Wording, for the ${String(number)}th time.`,
    });
    for (const [file, text] of files) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    }
    const source = files.at(-1)?.[1] ?? "";
    released.push({
      ...{ date, file: "", source, yaml: undefined as never, strays: [] },
      manifest: release.parse(parse(source)),
      texts: new Map(),
    });
  }
};
