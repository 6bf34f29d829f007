import { nearest } from "../parse/nearest.ts";
import type { Content } from "../parse/content.ts";
import { facts, type FactName } from "../schemas/facts.ts";
import { UserError, type Generator, type Context } from "./generator.ts";
import { centre } from "./site.ts";
import { chosen, listed, toChoose, type Choice } from "./choices.ts";
import { fact } from "./fact.ts";
import type { Dialogue } from "./ask.ts";
import { page, question, statement } from "./prose.ts";

/** What can be started. */
export const kinds = {
  question: "A question and its answer",
  page: "A page",
  fact: "A contact, a provider or another record of the lists of facts",
  statement: "A statement that no longer applies and is kept for the record",
  centre: "The centre of another organisation, in a folder of its own",
} as const;

type Kind = keyof typeof kinds;

const generators = { question, page, statement, centre };

/** The lists of facts, each with what its file says of itself in its first line. */
const lists = ({ texts }: Content): Choice[] =>
  Object.keys(facts).map((id) => ({
    id,
    title: /^# (.+)/.exec(texts.get(`facts/${id}.yaml`) ?? "")?.[1] ?? "",
  }));

/**
 * The one of the choices that a word names; where there is none, the one that is chosen when asked.
 * @returns nothing where no word is given and nobody is there to choose
 * @throws {UserError} where the word names none
 */
const pick = async (
  word: string | undefined,
  prompt: string,
  choices: readonly Choice[],
  { ask, say }: Dialogue,
): Promise<string | undefined> => {
  const ids = choices.map(({ id }) => id);
  const strange = (one: string) => {
    const meant = nearest(one, ids);
    return `"${one}" cannot be started; ${meant === undefined ? `write one of: ${ids.join(", ")}` : `did you mean "${meant}"?`}`;
  };
  if (word !== undefined) {
    if (!ids.includes(word)) throw new UserError(strange(word));
    return word;
  }
  while (ask) {
    const answer = await ask(`${[prompt, ...listed(choices)].join("\n")}\n> `);
    const id = chosen(answer, choices);
    if (ids.includes(id)) return id;
    say(id === "" ? toChoose(choices) : strange(id));
  }
  return undefined;
};

/** Something to start, by the words that name it. */
export interface Named {
  readonly what: readonly string[];
  readonly generator: Generator;
}

/**
 * What the words at the beginning of a command name: a kind, and the list for a fact. What they
 * leave open is asked for.
 * @returns nothing where something is left open and nobody is there to choose
 * @throws {UserError} where they name nothing that can be started
 */
export const named = async (
  [kindWord, listWord]: readonly string[],
  context: Context,
  dialogue: Dialogue,
): Promise<Named | undefined> => {
  const choices = Object.entries(kinds).map(([id, title]) => ({ id, title }));
  const kind = (await pick(kindWord, "What do you want to start?", choices, dialogue)) as
    Kind | undefined;
  if (kind === undefined) return undefined;
  if (kind !== "fact") return { what: [kind], generator: generators[kind](context) };
  const list = await pick(listWord, "In which list?", lists(context.content), dialogue);
  return list === undefined
    ? undefined
    : { what: [kind, list], generator: fact(list as FactName, context) };
};
