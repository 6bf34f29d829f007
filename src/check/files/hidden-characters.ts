import type { Content } from "../../parse/content.ts";
import { error, placeAt, type Issue } from "../../parse/issue.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Body } from "../../parse/mdx.ts";
import { inBodies, type Finding } from "../findings.ts";

/** Characters that are invisible or were lost in copying; the first match applies. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [
    /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u,
    "an invisible mark that changes the direction of text",
  ],
  [/\u00ad/u, "a soft hyphen that shows only at the end of a line"],
  [/[\u200b-\u200d\u2060-\u2064\ufeff]/u, "a zero-width character"],
  [/[\u2028\u2029\u0085]/u, "an unusual line break"],
  [/[\ue000-\uf8ff\ufffd]/u, "a character that was lost in copying"],
  [/\p{Cc}/u, "a control character"],
];

/** What a joiner may follow: letters of scripts that join, and emoji made of several. */
const joinable =
  /[\p{Script=Arabic}\p{Script_Extensions=Deva}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\ufe0f]$/u;
const isJoiner = (character: string) => character === "\u200c" || character === "\u200d";

const hidden =
  /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ufffd]|[^\P{Cc}\t\n\r]/gu;

const codeOf = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

const wordAround = (text: string, offset: number): string => {
  const [before = ""] = /[\p{L}\p{M}\p{N}'’-]{0,20}$/u.exec(text.slice(0, offset)) ?? [];
  const [after = ""] = /^[\p{L}\p{M}\p{N}'’-]{0,20}/u.exec(text.slice(offset + 1)) ?? [];
  return `${before}${after}`;
};

const typed = ({ texts }: Content): Issue[] =>
  [...texts].flatMap(([file, text]) =>
    [...text.matchAll(hidden)]
      .filter(
        ({ 0: character, index }) => !isJoiner(character) || !joinable.test(text.slice(0, index)),
      )
      .map(({ 0: character, index }) => {
        const [, description = ""] = kinds.find(([pattern]) => pattern.test(character)) ?? [];
        const word = wordAround(text, index);
        return error(
          file,
          placeAt(text, index),
          `there is ${description} (${codeOf(character)}) ${word === "" ? "here; delete the text on both sides of it and type it again" : `in "${word}"; delete the word and type it again`}`,
        );
      }),
  );

/** Characters that nobody can see, written by name or number, such as &shy;. */
const named = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    if (node.type !== "text" || node.value.search(hidden) === -1) return [];
    const source = body.text.slice(start, end);
    if (source.search(hidden) !== -1) return [];
    const found = /&(?:shy|zwn?j|[lr]lm|#\d+|#x[0-9a-f]+);/i.exec(source) ?? /&\w+;/.exec(source);
    const { 0: name, index } = found ?? { 0: source, index: 0 };
    return [
      {
        offset: start + index,
        message: `${name} stands for a character that nobody can see; delete it`,
      },
    ];
  });

/** Backslashes in double quotes that were meant as such, as in the path of a file. */
const escaped = ({ texts, values }: Content): Issue[] =>
  [...values].flatMap(([file, all]) =>
    all.flatMap(({ source, value, start }) => {
      const match = /(?<=^"(?:[^\\]|\\.)*)\\(?:[abefv0]|(?<=[A-Za-z]:\\)[nrt])/.exec(source);
      return match === null || typeof value !== "string"
        ? []
        : [
            error(
              file,
              placeAt(texts.get(file) ?? "", start + match.index),
              `${match[0]} in double quotes stands for a character that nobody can see; write the backslash twice`,
            ),
          ];
    }),
  );

/** Characters in prose and facts that nobody can see. */
export const hiddenCharacters = (content: Content): Issue[] => [
  ...typed(content),
  ...escaped(content),
  ...inBodies(content, named),
];
