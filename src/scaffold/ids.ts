import { languageOf, type Content } from "../parse/content.ts";
import { idLike } from "../check/files/ids.ts";
import { isRefusedByWindows } from "../schemas/fields.ts";

/** Words that do not say what a question or title is about, by language. */
const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    (
      "a an and any are as at be by can could did do does for from had has have i if in into is it its " +
      "me my of on or our shall should so that the their them there these this those to us was we were " +
      "what will with would you your"
    ).split(" "),
  ),
  de: new Set(
    (
      "ab aber als am an auf aus bei beim bin bis da dann das dass dein deine dem den der des die du " +
      "durch ein eine einem einen einer eines er es für gegen hat habe haben ich ihnen ihr ihre ihrem " +
      "ihren ihrer ihres im in ins ist kann können könnte man mein meine meinem meinen meiner meines " +
      "mich mir mit nach oder sein seine sich sie sind so soll sollte über um und uns unser unsere " +
      "unserem unseren unserer unseres unter vom von vor war was wenn werde werden wie wir wird " +
      "wurde zu zum zur"
    ).split(" "),
  ),
};

/** Enough words to say what a question is about, and few enough for a short address. */
const mostWords = 5;
/** How many letters such an address has at most; a file's name cannot have many more than 200. */
const mostLetters = 60;

const idOf = (words: readonly string[], language: string) =>
  idLike(words.slice(0, mostWords).join(" "), language).slice(0, mostLetters).replace(/-$/, "");

/**
 * An id from the first meaningful words of a text, without the organization's name.
 * @param language the language of the words, a BCP 47 tag
 * @returns undefined if none of the letters can be in an id: figures alone say nothing
 */
export const idFrom = (words: string, language: string, organization = ""): string | undefined => {
  const [primary = ""] = language.split("-");
  const own = organization.toLowerCase();
  const all = words
    .toLowerCase()
    .replaceAll(own === "" ? /$^/g : own, " ")
    .replace(/['’]s?(?![\p{L}\p{N}])/gu, "")
    .replace(/['’]/gu, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
  const telling = all.filter((word) => stopWords[primary]?.has(word) !== true);
  const id = idOf(telling, language) || idOf(all, language) || idOf([words], language);
  return id === "" || (/\p{L}/u.test(words) && !/[a-z]/.test(id)) ? undefined : id;
};

/** The id itself or, if it is taken, the id with the first free number from 2. */
export const freeId = (id: string, taken: readonly string[]): string => {
  for (let number = 2, free = id; ; number += 1) {
    if (!taken.includes(free) && !isRefusedByWindows(free)) return free;
    free = `${id}-${String(number)}`;
  }
};

/** The id that a title suggests, free among those taken; undefined if it suggests none. */
export const proposedId = (
  title: string,
  content: Content,
  taken: readonly string[],
): string | undefined => {
  const derived = idFrom(title, languageOf(content), content.site.organization?.name);
  return derived && freeId(derived, taken);
};

/** Says that an id is taken, and suggests a free one. */
export const idIsTaken = (id: string, taken: readonly string[]): string =>
  `the id "${id}" is taken; write another, such as ${freeId(id, taken)}`;
