import { z } from "zod";
import type { Content } from "../parse/content.ts";
import { inner, keysOf, targetOf } from "../schemas/introspection.ts";
import type { Target } from "../schemas/records.ts";
import { namedList } from "./lists.ts";
import type { Field } from "./fields.ts";

/** A record or value that can be chosen, and its title. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

const titleOf = (record: object, key: string | undefined): string => {
  const title: unknown = Object.entries(record).find(([name]) => name === key)?.[1];
  return typeof title === "string" ? title : "";
};

/** The choices for a field; undefined if it takes free text. */
export const choicesOf = ({ schema }: Field, content: Content): Choice[] | undefined => {
  const field = inner(schema);
  if (field instanceof z.ZodEnum)
    return field.options.map((option) => ({ id: String(option), title: "" }));
  const target = targetOf(schema) as Target | undefined;
  if (target === undefined) return undefined;
  if (target === "pages")
    return content.prose.pages.map(({ id, data }) => ({ id, title: data.title ?? "" }));
  const list = namedList(content, target.replace(/^lists\//, ""));
  if (list === undefined) return undefined;
  const [, title] = keysOf(list.schema);
  return list.records.map((record) => ({ id: record.id, title: titleOf(record, title) }));
};

/** Choices as a numbered list, line by line. */
export const numberedList = (choices: readonly Choice[]): string[] =>
  choices.map(
    ({ id, title }, at) =>
      `${String(at + 1).padStart(4)}  ${title === "" ? id : `${title} (${id})`}`,
  );

/** The id of the choice that an answer names by its number, its title, or its id; else the answer. */
export const idOfChoice = (answer: string, choices: readonly Choice[]): string => {
  const word = answer.trim();
  if (word === "" || choices.some(({ id }) => id === word)) return word;
  const titled = choices.find(({ title }) => title.toLowerCase() === word.toLowerCase());
  return choices[Number(word) - 1]?.id ?? titled?.id ?? word;
};

/** How to choose, in a sentence. */
export const howToChoose = (choices: readonly Choice[]): string =>
  `type a number from 1 to ${String(choices.length)}`;

/** The message for an answer that names none of the choices; undefined if it names one. */
export const choiceFault = (word: string, choices: readonly Choice[]): string | undefined => {
  if (choices.some(({ id }) => id === word)) return undefined;
  return word === ""
    ? howToChoose(choices)
    : `"${word}" is not one of these; ${howToChoose(choices)}`;
};
