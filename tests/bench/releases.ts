import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { readYaml } from "../../src/parse/yaml.ts";
import { builtTexts } from "../../src/releases/built-texts.ts";
import { filesOfRelease } from "../../src/releases/new-release.ts";
import { releasesOf } from "../../src/releases/releases.ts";
import type { ReleaseFolder } from "../../src/parse/releases.ts";
import { release } from "../../src/schemas/release.ts";

/** How many pages each release but the first changes. */
const changed = 2;

const week = 7 * 24 * 60 * 60 * 1000;

/** The day of a release, by its number from 0. */
const dayOf = (number: number): string =>
  new Date(Date.UTC(2022, 0, 1) + number * week).toISOString().slice(0, 10);

/**
 * Writes releases into a content, one for each week: the first of all pages, each other of two in
 * which a sentence is another. The same site gives the same bytes.
 * @param content its folder
 * @param site the folder of the site built from it
 * @param count how many
 */
export const writeReleases = (content: string, site: string, count: number): void => {
  const pages = new Map(
    [...builtTexts(site)].map(([path, { text }]) => [path, { text, ids: [] as string[] }]),
  );
  const paths = [...pages.keys()];
  const released: ReleaseFolder[] = [];
  for (let number = 0; number < count; number += 1) {
    const turns = number === 0 ? [] : Array.from({ length: changed }, (_, turn) => turn);
    for (const path of turns.map((turn) => paths[(number * changed + turn) % paths.length] ?? "")) {
      const { text = "" } = pages.get(path) ?? {};
      pages.set(path, { text: text.replace(/\.$/m, ` (${String(number)}).`), ids: [] });
    }
    const date = dayOf(number);
    const files = filesOfRelease(releasesOf(released), {
      ...{ date, effective: date, kind: "editorial", isDraft: false, pages },
      summary: `Wording, for the ${String(number + 1)}th time.`,
    });
    for (const [file, text] of files) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    }
    const [file = "", source = ""] = files.at(-1) ?? [];
    released.push({
      ...{ date, file, source, yaml: readYaml(file, source), strays: [] },
      manifest: release.parse(parse(source)),
      texts: new Map(),
    });
  }
};
