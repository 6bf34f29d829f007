import type { Content } from "../../parse/content.ts";
import { splitProse } from "../../parse/front-matter.ts";
import { isFactName } from "../../schemas/facts.ts";
import { prose, type ProseName } from "../../schemas/prose.ts";
import { accessibilityFile } from "../../schemas/records.ts";
import type { Layer, SavedRecords, UnsavedProse } from "./layers.ts";

const nameIn = (file: string) => file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");

const isProseName = (name: string): name is ProseName => Object.hasOwn(prose, name);

/** The records with those of a file in the place of the saved ones. */
const withFile = (saved: SavedRecords, file: string, content: SavedRecords): SavedRecords => {
  const [folder = ""] = file.split("/");
  const name = nameIn(file);
  if (file === "site.yaml") return { ...saved, site: content.site };
  if (file === accessibilityFile) return { ...saved, accessibility: content.accessibility };
  if (folder === "templates") return { ...saved, template: content.template };
  if (folder === "facts" && isFactName(name))
    return { ...saved, facts: { ...saved.facts, [name]: content.facts[name] } };
  const own = content.lists.filter(({ id }) => id === name);
  return folder === "lists"
    ? { ...saved, lists: [...saved.lists.filter(({ id }) => id !== name), ...own] }
    : saved;
};

/**
 * What files are to be laid over the saved content.
 * @param content as it is with these files
 * @param files without errors, from the content folder
 */
export const layerOf = (content: Content, files: readonly string[]): Layer => ({
  /* Without errors in a file, its part of the content is whole. */
  records: (saved) =>
    files.reduce(
      (records, file) => withFile(records, file, content as unknown as SavedRecords),
      saved,
    ),
  prose: files.flatMap((file): UnsavedProse[] => {
    const [collection = ""] = file.split("/");
    if (!isProseName(collection)) return [];
    const id = nameIn(file);
    const data = content.prose[collection].find((item) => item.id === id)?.data;
    const text = content.texts.get(file);
    if (data === undefined || text === undefined) return [];
    return [{ id, collection, data, body: splitProse(text).body.trim(), file, text }];
  }),
});
