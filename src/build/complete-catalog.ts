import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtFileOf, isReleased, twinOf, versionsFile } from "../centre/addresses.ts";
import { isRedirect, movedAddress } from "../hosting/moved.ts";
import type { PageText } from "../machine-readable/markdown.ts";
import { pagesIn, type Catalog, type Text } from "../releases/catalog.ts";
import { sha256Of } from "../releases/digest.ts";
import { titleOf } from "../releases/releases.ts";

/** Where a page of the built site leads on from a path; undefined where it does not. */
const ledOnTo = (folder: string, path: string): string | undefined => {
  const file = join(folder, builtFileOf(path));
  const html = existsSync(file) ? readFileSync(file, "utf8") : "";
  return isRedirect(html) ? movedAddress(path, html).to : undefined;
};

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
  const gone = [...pagesIn(catalog)].filter(([path]) => !texts.has(path) && latest.has(path));
  const moved = new Map(
    gone.flatMap(([path]) => {
      const to = ledOnTo(folder, path);
      return to === undefined || latest.has(to) ? [] : [[to, path] as const];
    }),
  );
  const unreleased = [
    ...[...texts]
      .filter(([path, text]) => latest.get(path) !== sha256Of(text))
      .map(([path, text]): Text => {
        const twin = twinOf(path);
        /* What is fetched may stand below a notice. */
        const sha256 = sha256Of(readFileSync(join(folder, twin), "utf8"));
        const from = moved.get(path);
        return { path, title: titleOf({ path, text }), file: twin, sha256, ...(from && { from }) };
      }),
    ...gone.map(([path, title]): Text => ({ path, title, file: "", sha256: "" })),
  ];
  writeFileSync(file, JSON.stringify({ ...catalog, unreleased }));
};
