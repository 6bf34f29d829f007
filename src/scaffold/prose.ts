import { pagePath, questionsPage } from "../centre/addresses.ts";
import type { z } from "zod";
import { addressesOf } from "../check/links/link-targets.ts";
import type { Content } from "../parse/content.ts";
import { isReserved } from "../check/files/reserved-addresses.ts";
import { readBody } from "../parse/mdx.ts";
import { fileAsking } from "../check/prose/repeated-questions.ts";
import { keysOf } from "../schemas/introspection.ts";
import { folderId, words } from "../schemas/fields.ts";
import { prose, type ProseName } from "../schemas/prose.ts";
import type { Generator, Context } from "./generator.ts";
import { field, fieldsOf, recordOf, type Field, type Answers } from "./fields.ts";
import { idIsTaken, proposedId } from "./ids.ts";
import { proseOf } from "./serialize.ts";

/** The owner of most of the content. */
const usualOwner = ({ prose: { pages, faq, statements } }: Content): string | undefined => {
  const owners = [...pages, ...faq, ...statements].flatMap(({ data: { owner } }) => owner ?? []);
  const count = (name: string) => owners.filter((owner) => owner === name).length;
  return [...new Set(owners)].sort((a, b) => count(b) - count(a))[0];
};

const afterLast = (orders: readonly (number | undefined)[], first: number): number =>
  Math.max(first - 1, ...orders.map((order) => order ?? 0)) + 1;

/** How the kinds of prose differ. */
interface ProseOptions {
  /** The fields that are not asked for. */
  readonly without: readonly string[];
  /** The field from which the id is derived. */
  readonly titled: string;
  readonly text: Field;
  /** Ids that other files have, or had. */
  readonly taken: readonly string[];
  /** Messages about an id that is free but not allowed. */
  readonly validateId?: (id: string) => readonly string[];
  /** Messages about the words from which the id is derived. */
  readonly validateTitle?: (words: string) => readonly string[];
  readonly order?: (answers: Answers) => number | undefined;
  /** Fields with a fixed value. */
  readonly fixed?: Readonly<Record<string, unknown>>;
}

/** Writes a file of front matter and text. */
const proseGenerator = (
  name: ProseName,
  { folder, content, today }: Context,
  { without, titled, text, taken, validateId, validateTitle, order, fixed }: ProseOptions,
): Generator => {
  const schema: z.ZodObject = prose[name];
  const derivations: Readonly<Record<string, Field["derive"]>> = {
    order,
    "last-reviewed": () => today,
    owner: () => usualOwner(content),
  };
  const id = field("id", folderId, {
    derive: (answers) =>
      answers.has(titled) ? proposedId(String(answers.get(titled)), content, taken) : undefined,
    validate: (id) => (taken.includes(id) ? [idIsTaken(id, taken)] : (validateId?.(id) ?? [])),
  });
  const fields = fieldsOf(schema)
    .filter(({ name: field }) => !without.includes(field))
    .map((field): Field => {
      const derive = derivations[field.name];
      return {
        ...field,
        ...(derive && { derive }),
        ...(field.name === titled && validateTitle && { validate: validateTitle }),
      };
    });
  return {
    fields: [...fields, text, id],
    folder: () => folder,
    changes: (answers) => {
      const record: Record<string, unknown> = { ...fixed, ...recordOf(fields, answers) };
      const matter = Object.fromEntries(
        keysOf(schema).flatMap((key) => (key in record ? [[key, record[key]]] : [])),
      );
      const body = String(answers.get(text.name));
      const whole = proseOf(matter, body);
      return [
        {
          path: `${name}/${String(answers.get("id"))}.mdx`,
          text: whole,
          offset: whole.length - body.length - 1,
        },
      ];
    },
  };
};

/** The text below the front matter, with the parser's messages for what cannot be read there. */
const textField = (name: string, description: string, example: string): Field =>
  field(name, words(description, example), {
    isText: true,
    validate: (text) => readBody("", text).issues.map(({ message }) => message),
  });

/** The ids that files of prose have, and had. */
export const idsOf = (
  files: readonly { readonly id: string; readonly data: object }[],
): readonly string[] =>
  files.flatMap(({ id, data }) => [
    id.toLowerCase(),
    ...("formerly" in data ? (data.formerly as readonly string[]) : []),
  ]);

/** A question, with its answer. */
export const question = (context: Context): Generator => {
  const { faq } = context.content.prose;
  return proseGenerator("faq", context, {
    without: ["formerly"],
    titled: "question",
    text: textField("answer", "The answer, in whole sentences", "We keep it in two regions."),
    taken: [
      ...idsOf(faq),
      ...context.content.facts.topics.map(({ id }) => id),
      ...(addressesOf(context.content).get(questionsPage) ?? []).map(({ id }) => id),
    ],
    validateTitle: (words) => {
      const file = fileAsking(context.content)(words);
      return file === undefined
        ? []
        : [
            `${context.folder}/${file} already asks this question; reword it, or change the answer there`,
          ];
    },
    order: (answers) => {
      const topic = answers.get("topic");
      if (topic === undefined) return undefined;
      const orders = faq.filter(({ data }) => data.topic === topic).map(({ data }) => data.order);
      return afterLast(orders, 1);
    },
  });
};

/** A page, with its first sentences. */
export const page = (context: Context): Generator => {
  const { pages } = context.content.prose;
  return proseGenerator("pages", context, {
    without: ["formerly", "former-ids"],
    titled: "title",
    text: textField("text", "The first sentences of the page", "We set three cookies."),
    taken: idsOf(pages),
    validateId: (id) =>
      isReserved(id)
        ? [
            `the site itself uses the address ${pagePath(id)}; write another id, such as --id about-${id}`,
          ]
        : [],
    order: () =>
      afterLast(
        pages.map(({ data }) => data.order),
        0,
      ),
  });
};

/** A statement that no longer applies. */
export const statement = (context: Context): Generator =>
  proseGenerator("statements", context, {
    without: ["status", "history", "contradictions", "former-ids"],
    titled: "title",
    text: textField("text", "The old text, word for word", "We comply with the framework."),
    taken: idsOf(context.content.prose.statements),
    fixed: { status: "archived" },
  });
