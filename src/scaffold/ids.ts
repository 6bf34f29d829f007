import { idLike } from "../check/files/ids.ts";

/** Words that say nothing of what a question or a title is about. */
const small = new Set(
  (
    "a an and any are as at be by can could did do does for from had has have i if in into is it its " +
    "me my of on or our shall should so that the their them there these this those to us was we were " +
    "what will with would you your"
  ).split(" "),
);

/** So many words say what a question is about, and keep its address short. */
const mostWords = 5;

const idOf = (words: readonly string[]) => idLike(words.slice(0, mostWords).join(" "));

/**
 * The permanent name that follows from words: the first that say something, without the name of
 * the organisation.
 * @returns nothing where the words have no letter that an id can have
 */
export const idFrom = (words: string, organisation = ""): string | undefined => {
  const own = organisation.toLowerCase();
  const all = words
    .toLowerCase()
    .replaceAll(own === "" ? /$^/g : own, " ")
    .replace(/['’]s?(?![\p{L}\p{N}])/gu, "")
    .replace(/['’]/gu, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
  return idOf(all.filter((word) => !small.has(word))) || idOf(all) || idLike(words) || undefined;
};

/** The same id, with a number behind it where it is taken. */
export const freeId = (id: string, taken: readonly string[]): string => {
  const isTaken = (one: string) => taken.includes(one);
  for (let number = 2, free = id; ; number += 1) {
    if (!isTaken(free)) return free;
    free = `${id}-${String(number)}`;
  }
};
