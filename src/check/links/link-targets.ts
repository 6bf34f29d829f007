import type { Content } from "../../parse/content.ts";
import { vocabulary } from "../../schemas/vocabulary.ts";
import { anchorsByPath, type Anchor } from "./anchors.ts";

/** Something one can link to, and where the words are written that stand there. */
type LinkTarget = Pick<Anchor, "id" | "words">;

/** Paths of the centre, each with what one can link to there. */
export type Addresses = ReadonlyMap<string, readonly LinkTarget[]>;

/** Headings of components that need a script, which the page that holds everything leaves out. */
const ofScripts: readonly string[] = Object.values(vocabulary).flatMap((word) =>
  "headings" in word ? word.headings : [],
);

/** What stands on the page that holds everything: each part below its title, its ids behind its own. */
const anchorsOfEverything = (
  content: Content,
  byPath: ReadonlyMap<string, readonly Anchor[]>,
): LinkTarget[] =>
  (["pages", "statements"] as const).flatMap((name) =>
    content.prose[name].flatMap(({ id }) => {
      const file = `${name}/${id}.mdx`;
      const part = name === "pages" ? id : `statements_${id}`;
      return [
        { id: part, words: { file, place: content.placeOf(file, ["title"]) } },
        ...(byPath.get(pathOf(file)) ?? [])
          .filter(({ id }) => !ofScripts.includes(id))
          .map(({ id, words }) => ({ id: `${part}_${id}`, words })),
      ];
    }),
  );

/** Every path that the centre will have, with what one can link to there. */
export const addressesOf = (content: Content): Addresses => {
  const byPath = anchorsByPath(content);
  return new Map<string, readonly LinkTarget[]>([
    ...byPath,
    ["/everything/", anchorsOfEverything(content, byPath)],
    ["/search/", []],
    ["/this-site/", []],
  ]);
};

/** An address with its percent signs read; as it is where they cannot be. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The path at which what stands in a file is read. */
export const pathOf = (file: string): string => {
  const [folder = "", name = ""] = file.replace(/\.mdx$/, "").split("/");
  if (folder === "faq") return "/faq/";
  if (folder === "statements") return `/statements/${name}/`;
  return name === "index" ? "/" : `/${name}/`;
};
