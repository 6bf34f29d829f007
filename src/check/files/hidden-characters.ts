import type { Content } from "../../parse/content.ts";
import { error, placeAt, type Issue } from "../../parse/issue.ts";

/** Characters that nobody sees or that were lost on the way, by what they are; the first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u, "a mark that turns the direction of text"],
  [/\u00ad/u, "a hyphen that shows only at the end of a line"],
  [/[\u200b-\u200d\u2060-\u2064\ufeff]/u, "a character without width"],
  [/[\u2028\u2029\u0085]/u, "a line break of another kind"],
  [/[\ue000-\uf8ff\ufffd]/u, "a character that was lost in copying"],
  [/\p{Cc}/u, "a control character"],
];

/** Joiners belong between letters of the scripts that join, and within a picture of several. */
const joined =
  /[\p{Script=Arabic}\p{Script_Extensions=Deva}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\ufe0f]$/u;
const isJoiner = (character: string) => character === "\u200c" || character === "\u200d";

const strange =
  /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ufffd]|[^\P{Cc}\t\n\r]/gu;

const codeOf = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

const wordAround = (text: string, offset: number): string => {
  const [before = ""] = /[\p{L}\p{M}\p{N}'’-]{0,20}$/u.exec(text.slice(0, offset)) ?? [];
  const [after = ""] = /^[\p{L}\p{M}\p{N}'’-]{0,20}/u.exec(text.slice(offset + 1)) ?? [];
  return `${before}${after}`;
};

/** Characters in prose and facts that nobody can see. */
export const hiddenCharacters = ({ texts }: Content): Issue[] =>
  [...texts].flatMap(([file, text]) =>
    [...text.matchAll(strange)]
      .filter(({ 0: found, index }) => !isJoiner(found) || !joined.test(text.slice(0, index)))
      .map(({ 0: found, index }) => {
        const [, what = ""] = kinds.find(([looks]) => looks.test(found)) ?? [];
        const word = wordAround(text, index);
        return error(
          file,
          placeAt(text, index),
          `there is ${what} (${codeOf(found)}) ${word === "" ? "here; delete what stands on both sides of it and type it anew" : `in "${word}"; delete the word and type it anew`}`,
        );
      }),
  );
