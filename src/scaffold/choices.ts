import { z } from "zod";
import type { Content } from "../parse/content.ts";
import { inner, keysOf } from "../schemas/introspection.ts";
import { facts, type FactName } from "../schemas/facts.ts";
import { targetOf, type Field } from "./fields.ts";

/** Something that can be chosen, with the words by which one knows it. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

const titleOf = (record: object, key: string | undefined): string => {
  const title: unknown = Object.entries(record).find(([name]) => name === key)?.[1];
  return typeof title === "string" ? title : "";
};

/** What a field can be filled with; nothing where it is for free words. */
export const choicesOf = ({ schema }: Field, content: Content): Choice[] | undefined => {
  const field = inner(schema);
  if (field instanceof z.ZodEnum)
    return field.options.map((option) => ({ id: String(option), title: "" }));
  const target = targetOf(schema);
  if (target === undefined) return undefined;
  if (target === "pages")
    return content.prose.pages.map(({ id, data }) => ({ id, title: data.title ?? "" }));
  const name = target as FactName;
  const [, title] = keysOf(facts[name]);
  return content.facts[name].map((record) => ({ id: record.id, title: titleOf(record, title) }));
};

/** Choices as a numbered list. */
export const listed = (choices: readonly Choice[]): string[] =>
  choices.map(
    ({ id, title }, at) =>
      `${String(at + 1).padStart(4)}  ${title === "" ? id : `${title} (${id})`}`,
  );

/** An answer in which a number of the list, or a title, stands for what it names. */
export const chosen = (answer: string, choices: readonly Choice[]): string => {
  const word = answer.trim();
  if (word === "" || choices.some(({ id }) => id === word)) return word;
  const titled = choices.find(({ title }) => title.toLowerCase() === word.toLowerCase());
  return choices[Number(word) - 1]?.id ?? titled?.id ?? word;
};

/** How one chooses. */
export const toChoose = (choices: readonly Choice[]): string =>
  `type a number from 1 to ${String(choices.length)}`;

/** What to do instead where a word names none of the choices; nothing where it does. */
export const notChosen = (word: string, choices: readonly Choice[]): string | undefined => {
  if (choices.some(({ id }) => id === word)) return undefined;
  return word === "" ? toChoose(choices) : `"${word}" is none of these; ${toChoose(choices)}`;
};
