import { addressesOf } from "../../check/links/link-targets.ts";
import { readContent } from "../../parse/content.ts";
import { isRecord } from "../../schemas/introspection.ts";
import type { Target } from "../../schemas/records.ts";
import { listOf, recordsAt, titleIn } from "../editor/titles.ts";
import { dataOf, withEdit } from "../store/edit.ts";
import { Refusal } from "../store/refusal.ts";
import { fileOfPath, withFormerId } from "./former.ts";
import type { Renaming } from "./mend.ts";
import { fileIn, mendedTexts, planOf, soundPlan, type Ground, type Plan } from "./plan.ts";

/** A record, and the id that it gets. */
export interface Rename {
  readonly file: string;
  readonly record: string;
  readonly id: string;
}

/** The list or folder whose records a file holds, as references name it. */
export const targetOfFile = (file: string): Target => {
  const name = file.replace(/\.yaml$/, "");
  return (name.startsWith("lists/") ? name : name.replace(/^facts\//, "")) as Target;
};

/** Why the ids of a list stay as they are; undefined if they may change. */
export const keepsIds = (file: string): string | undefined => {
  if (file === "facts/countries.yaml")
    return "The id of a country is its code, and says which it is. Add a record for another country.";
  if (file === "facts/topics.yaml")
    return "The id of a topic is an address, and nothing can lead on from it. Add another topic, and choose that for its questions.";
  return /^(?:facts|lists)\//.test(file) &&
    listOf(file, undefined) === undefined &&
    !file.startsWith("lists/")
    ? "This is no list of records."
    : undefined;
};

/** What stands on the pages of the site under other ids after a step, by the paths of the pages. */
type Anchors = ReadonlyMap<string, ReadonlyMap<string, string>>;

const idsByPath = (addresses: ReturnType<typeof addressesOf>) =>
  new Map([...addresses].map(([path, targets]) => [path, targets.map(({ id }) => id)]));

/** The rows that have another id once a record has; all else on the site stays in its place. */
const changedAnchors = async (
  { folder, content }: Ground,
  texts: ReadonlyMap<string, string>,
): Promise<Anchors> => {
  const before = idsByPath(addressesOf(content));
  const after = idsByPath(addressesOf(await readContent(folder, undefined, texts)));
  return new Map(
    [...before].map(([path, ids]) => {
      const now = after.get(path) ?? [];
      const isSameCount = now.length === ids.length;
      return [
        path,
        new Map(
          ids.flatMap((id, at) => {
            const other = now[at];
            return !isSameCount || other === undefined || other === id ? [] : [[id, other]];
          }),
        ),
      ];
    }),
  );
};

/**
 * Plans to give a record another id, which has been judged before.
 * @throws {Refusal} if it cannot have one
 */
export const planRename = async (ground: Ground, { file, record, id }: Rename): Promise<Plan> => {
  const stays = keepsIds(file);
  if (stays !== undefined) throw new Refusal(stays);
  const { text } = fileIn(ground, file);
  const value = dataOf(file, text)?.value;
  const list = listOf(file, value);
  const records = list ? recordsAt(value, list.path) : [];
  const at = records.findIndex((other) => isRecord(other) && other["id"] === record);
  if (!list || at === -1) throw new Refusal(`there is no record “${record}” in ${file} any more`);
  const target = targetOfFile(file);
  const renaming: Renaming = {
    site: ground.content.site.center?.url,
    id: (of, name) => (of === target && name === record ? id : name),
    place: (place) => place,
  };
  const named = (texts: Map<string, string>) =>
    texts.set(
      file,
      withEdit(file, texts.get(file) ?? text, {
        kind: "set",
        path: [...list.path, at, "id"],
        value: id,
      }),
    );
  const anchors = await changedAnchors(ground, named(mendedTexts(ground, renaming, [record])));
  const texts = named(
    mendedTexts(
      ground,
      {
        ...renaming,
        place: ({ path, fragment }) => ({
          path,
          fragment: anchors.get(path)?.get(fragment) ?? fragment,
        }),
      },
      [record],
    ),
  );
  for (const [path, changed] of anchors) {
    const page = fileOfPath(ground.opened.keys(), path);
    if (page === undefined) continue;
    for (const [old, now] of changed)
      texts.set(
        page,
        withFormerId(page, texts.get(page) ?? fileIn(ground, page).text, old, now, true),
      );
  }
  const name = titleIn(records[at], list.titled);
  return soundPlan(
    await planOf(
      ground,
      `Gave “${name}” the id ${id} in place of ${record}.`,
      texts,
      [id, record],
      undefined,
      (reviewed) => (reviewed === `${file}#${record}` ? `${file}#${id}` : reviewed),
    ),
  );
};
