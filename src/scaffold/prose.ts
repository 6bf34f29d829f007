import { pagePath, questionsPage } from "../centre/addresses.ts";
import type { z } from "zod";
import { addressesOf } from "../check/links/link-targets.ts";
import { languageOf, type Content } from "../parse/content.ts";
import { reservedNames } from "../check/files/reserved-addresses.ts";
import { readBody } from "../parse/mdx.ts";
import { fileAsking } from "../check/prose/repeated-questions.ts";
import { keysOf } from "../schemas/introspection.ts";
import { id as idSchema, words } from "../schemas/fields.ts";
import { prose, type ProseName } from "../schemas/prose.ts";
import type { Generator, Context } from "./generator.ts";
import { field, fieldsOf, recordOf, type Field, type Answers } from "./fields.ts";
import { freeId, idFrom } from "./ids.ts";
import { proseOf } from "./serialize.ts";

/** Who answers for most of what there is. */
const usualOwner = ({ prose: { pages, faq, statements } }: Content): string | undefined => {
  const owners = [...pages, ...faq, ...statements].flatMap(({ data: { owner } }) => owner ?? []);
  const count = (one: string) => owners.filter((owner) => owner === one).length;
  return [...new Set(owners)].sort((a, b) => count(b) - count(a))[0];
};

const afterLast = (orders: readonly (number | undefined)[], first: number): number =>
  Math.max(first - 1, ...orders.map((order) => order ?? 0)) + 1;

/** What kinds of prose differ in. */
interface Options {
  /** The fields that are not filled from one line of words. */
  readonly without: readonly string[];
  /** The field from whose words the id follows. */
  readonly titled: string;
  readonly text: Field;
  /** Ids that others have, or had. */
  readonly taken: readonly string[];
  /** Why an id that nobody has cannot be had. */
  readonly refuseId?: (id: string) => readonly string[];
  /** Why the words from which the id follows cannot stand. */
  readonly refuseTitle?: (words: string) => readonly string[];
  readonly order?: (answers: Answers) => number;
  /** Fields that are always the same. */
  readonly fixed?: Readonly<Record<string, unknown>>;
}

const proseGenerator = (
  name: ProseName,
  { folder, content, today }: Context,
  { without, titled, text, taken, refuseId, refuseTitle, order, fixed }: Options,
): Generator => {
  const schema: z.ZodObject = prose[name];
  const derivations: Readonly<Record<string, Field["derive"]>> = {
    order,
    "last-reviewed": () => today,
    owner: () => usualOwner(content),
  };
  const id = field("id", idSchema, {
    derive: (answers) => {
      const found = idFrom(
        String(answers.get(titled)),
        languageOf(content),
        content.site.organisation?.name,
      );
      return found && freeId(found, taken);
    },
    refuse: (one) =>
      taken.includes(one)
        ? [`the id "${one}" is taken; write another, such as ${freeId(one, taken)}`]
        : (refuseId?.(one) ?? []),
  });
  const fields = fieldsOf(schema)
    .filter(({ name: field }) => !without.includes(field))
    .map((field): Field => {
      const derive = derivations[field.name];
      return {
        ...field,
        ...(derive && { derive }),
        ...(field.name === titled && refuseTitle && { refuse: refuseTitle }),
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

/** The text below the front matter. What cannot be read there is told in the checker's words. */
const textBlank = (name: string, description: string, example: string): Field =>
  field(name, words(description, example), {
    isText: true,
    refuse: (text) => readBody("", text).issues.map(({ message }) => message),
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
    text: textBlank("answer", "The answer, in whole sentences", "We keep it in two regions."),
    taken: [
      ...idsOf(faq),
      ...context.content.facts.topics.map(({ id }) => id),
      ...(addressesOf(context.content).get(questionsPage) ?? []).map(({ id }) => id),
    ],
    refuseTitle: (words) => {
      const file = fileAsking(context.content)(words);
      return file === undefined
        ? []
        : [
            `${context.folder}/${file} already asks this question; reword it, or change the answer there`,
          ];
    },
    order: (answers) => {
      const topic = answers.get("topic");
      const orders = faq.filter(({ data }) => data.topic === topic).map(({ data }) => data.order);
      return afterLast(orders, 1);
    },
  });
};

/** A page, with its first sentences. */
export const page = (context: Context): Generator => {
  const { pages } = context.content.prose;
  return proseGenerator("pages", context, {
    without: ["formerly"],
    titled: "title",
    text: textBlank("text", "The first sentences of the page", "We set three cookies."),
    taken: idsOf(pages),
    refuseId: (id) =>
      reservedNames.includes(id)
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
    without: ["status", "history", "contradictions"],
    titled: "title",
    text: textBlank("text", "The old text, word for word", "We comply with the framework."),
    taken: idsOf(context.content.prose.statements),
    fixed: { status: "archived" },
  });
