import { adviceFor, nearest } from "../parse/nearest.ts";
import type { Content } from "../parse/content.ts";
import { UserError, type Generator, type Context } from "./generator.ts";
import { site } from "./site.ts";
import { idOfChoice, numberedList, howToChoose, type Choice } from "./choices.ts";
import { fact } from "./fact.ts";
import type { Dialogue } from "./ask.ts";
import { allLists, namedList } from "./lists.ts";
import { page, question, statement } from "./prose.ts";

/** The kinds of content that can be started, with a description of each. */
export const kinds = {
  question: "A question and its answer",
  page: "A page",
  fact: "A contact, a provider, or another record in the lists of facts",
  statement: "A statement that no longer applies and is kept for the record",
  site: "The site of another organization, in a folder of its own",
} as const;

type Kind = keyof typeof kinds;

const generators = { question, page, statement, site };

/** The lists that a record can be added to, each with what it lists. */
const lists = (content: Content): Choice[] =>
  allLists(content).map(({ name, title }) => ({ id: name, title }));

/**
 * The id of the choice that a word names or, without a word, the one chosen when asked.
 * @returns undefined if no word is given and nobody is there to choose
 * @throws {UserError} if the word names no choice
 */
const chooseId = async (
  word: string | undefined,
  prompt: string,
  choices: readonly Choice[],
  { ask, say }: Dialogue,
): Promise<string | undefined> => {
  const ids = choices.map(({ id }) => id);
  const unknown = (answer: string) =>
    `"${answer}" is not one of the choices; ${adviceFor(nearest(answer, ids), ids, `write one of: ${ids.join(", ")}`)}`;
  if (word !== undefined) {
    if (!ids.includes(word)) throw new UserError(unknown(word));
    return word;
  }
  while (ask) {
    const answer = await ask(`${[prompt, ...numberedList(choices)].join("\n")}\n> `);
    const id = idOfChoice(answer, choices);
    if (ids.includes(id)) return id;
    say(id === "" ? howToChoose(choices) : unknown(id));
  }
  return undefined;
};

/** A generator, and the words of a command that name it. */
export interface NamedGenerator {
  readonly what: readonly string[];
  readonly generator: Generator;
}

/**
 * The generator that the first words of a command name: a kind and, for a fact, a list. Missing
 * words are asked for.
 * @returns undefined if a word is missing and nobody is there to choose
 * @throws {UserError} if a word names nothing that can be started
 */
export const findGenerator = async (
  [kindWord, listWord]: readonly string[],
  context: Context,
  dialogue: Dialogue,
): Promise<NamedGenerator | undefined> => {
  const choices = Object.entries(kinds).map(([id, title]) => ({ id, title }));
  const kind = (await chooseId(kindWord, "What do you want to add?", choices, dialogue)) as
    Kind | undefined;
  if (kind === undefined) return undefined;
  if (kind !== "fact") return { what: [kind], generator: generators[kind](context) };
  const list = await chooseId(listWord, "To which list?", lists(context.content), dialogue);
  const found = list === undefined ? undefined : namedList(context.content, list);
  return list === undefined || found === undefined
    ? undefined
    : { what: [kind, list], generator: fact(found, context) };
};
