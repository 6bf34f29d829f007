import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isReleased, twinOf, versionsFile } from "../centre/addresses.ts";
import type { PageText } from "../machine-readable/markdown.ts";
import { pagesIn, type Catalog, type Text } from "../releases/catalog.ts";
import { sha256Of } from "../releases/digest.ts";
import { titleOf } from "../releases/releases.ts";

/**
 * Adds to the list of what was published what no release has yet: the texts in Markdown are known
 * only once the site is built.
 * @param folder of the built site
 * @param built the texts of its pages
 */
export const completeCatalog = (folder: string, built: readonly PageText[]): void => {
  const file = join(folder, versionsFile);
  if (!existsSync(file)) return;
  const catalog = JSON.parse(readFileSync(file, "utf8")) as Catalog;
  const texts = new Map(
    built
      .filter(({ path }) => isReleased(path))
      .map(({ path, markdown }) => [path, markdown] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const latest = new Map(
    catalog.published.filter(({ until }) => !until).map(({ path, sha256 }) => [path, sha256]),
  );
  const unreleased = [
    ...[...texts].map(([path, text]): Text => ({
      path,
      title: titleOf({ path, text }),
      file: twinOf(path),
      sha256: sha256Of(text),
    })),
    ...[...pagesIn(catalog)]
      .filter(([path]) => !texts.has(path) && latest.has(path))
      .map(([path, title]): Text => ({ path, title, file: "", sha256: "" })),
  ].filter(({ path, sha256 }) => latest.get(path) !== sha256);
  writeFileSync(file, JSON.stringify({ ...catalog, unreleased }));
};
