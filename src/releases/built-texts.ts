import { existsSync, globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { builtFileOf, isReleased, twinName, twinOf } from "../centre/addresses.ts";
import type { BuiltText } from "./new-release.ts";
import { withoutNotice } from "./notice.ts";

/** The ids within the main part of a page, in its order. Those of its frame begin with a capital. */
const idsIn = (html: string): string[] => {
  const [, main = ""] = /<main\b[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return [...main.matchAll(/<[a-z][^>]*? id="([^"A-Z][^"]*)"/g)].map(([, id = ""]) => id);
};

/** The texts of a built site that a release keeps, by the paths of their pages. */
export const builtTexts = (site: string): Map<string, BuiltText> =>
  new Map(
    globSync(`**/${twinName}`, { cwd: site })
      .map((file) => `/${file.replaceAll(sep, "/").slice(0, -twinName.length)}`)
      .filter((path) => isReleased(path) && existsSync(join(site, builtFileOf(path))))
      .sort()
      .map((path) => [
        path,
        {
          text: withoutNotice(readFileSync(join(site, twinOf(path)), "utf8")),
          ids: idsIn(readFileSync(join(site, builtFileOf(path)), "utf8")),
        },
      ]),
  );
