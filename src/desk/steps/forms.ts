import type { z } from "zod";
import { pagePath, questionsAnchor, statementPath } from "../../centre/addresses.ts";
import { fact } from "../../scaffold/fact.ts";
import { field, type Answers, type Field } from "../../scaffold/fields.ts";
import type { Change, Context } from "../../scaffold/generator.ts";
import { namedList } from "../../scaffold/lists.ts";
import { page, question, statement } from "../../scaffold/prose.ts";
import { reference } from "../../schemas/fields.ts";
import { metaOf } from "../../schemas/introspection.ts";
import { editAddress } from "../editor/paths.ts";
import { recordTitles, titleOfFile } from "../editor/titles.ts";
import { Refusal } from "../store/refusal.ts";
import { archiveFields, isNotArchived, planArchive, whatIsSeen } from "./archive.ts";
import { formerlyOf } from "./former.ts";
import { nameOf, planMove, staysPut } from "./move.ts";
import { planOf, type Ground, type Plan } from "./plan.ts";
import { keepsIds, planRename, targetOfFile } from "./rename.ts";

/** What is done in one step. */
export type Step =
  | { readonly kind: "new"; readonly what: "question" | "page" | "statement" }
  | { readonly kind: "move" | "archive"; readonly file: string }
  | { readonly kind: "rename"; readonly file: string; readonly record: string };

/** Where something is after a step. */
interface Whereabouts {
  readonly edit: string;
  /** The page that shows it; undefined for facts, which several may show. */
  readonly show: string | undefined;
}

/** The form of a step, and what it does. */
export interface StepForm {
  readonly heading: string;
  /** What it is about, in sentences. */
  readonly about: (answers: Answers) => readonly string[];
  readonly fields: readonly Field[];
  /** What is in a field before anything is typed, by the fields' names. */
  readonly initial: Readonly<Record<string, string>>;
  readonly plan: (answers: Answers) => Promise<Plan>;
  /** The files of which the check may say something about what was typed. */
  readonly changes?: (answers: Answers) => Promise<readonly Change[]> | readonly Change[];
  readonly after: (answers: Answers) => Whereabouts;
}

const isGone = (file: string) =>
  `this cannot be opened: ${file}; it may be gone, or was just changed like this in another window`;

const contextOf = ({ folder, content }: Ground, today: string): Context => ({
  folder,
  content,
  today,
});

const whereabouts = (file: string): Whereabouts => {
  const [folder, id] = nameOf(file);
  const show = { pages: pagePath, statements: statementPath, faq: questionsAnchor };
  return { edit: editAddress(file), show: show[folder as keyof typeof show](id) };
};

const newKinds = {
  question: { of: question, folder: "faq", heading: "New question", titled: "question" },
  page: { of: page, folder: "pages", heading: "New page", titled: "title" },
  statement: { of: statement, folder: "statements", heading: "New statement", titled: "title" },
} as const;

const aboutNew: Readonly<Record<keyof typeof newKinds, string>> = {
  question: "A question and its answer. It is the last of its topic, unless you say otherwise.",
  page: "A page with its first sentences. The rest is written once it is there.",
  statement:
    "A statement that no longer applies and is kept for the record, word for word. To keep a page of this site that way, open it in the editor and choose “Archive”.",
};

const formOfNew = (ground: Ground, what: keyof typeof newKinds, today: string): StepForm => {
  const { of, folder, heading, titled } = newKinds[what];
  const { fields, changes } = of(contextOf(ground, today));
  return {
    heading,
    about: () => [aboutNew[what]],
    fields,
    initial: {},
    changes,
    plan: async (answers) =>
      planOf(
        ground,
        `Started “${String(answers.get(titled))}”.`,
        new Map((await changes(answers)).map(({ path, text }) => [path, text])),
      ),
    after: (answers) => whereabouts(`${folder}/${String(answers.get("id"))}.mdx`),
  };
};

/** The field of an id as for something new, judged as if what has the id now were not there. */
const idField = (fields: readonly Field[], own: readonly unknown[]): Field => {
  const id = fields.find(({ name }) => name === "id");
  if (!id) throw new Error("Everything that is moved has an id.");
  const { name, path, schema, validate } = id;
  const about = { ...metaOf(schema), description: "What it is called from now on" };
  /* What it was called before, it may be called again. */
  return field(name, (schema as z.ZodType).meta(about), {
    path,
    validate: (words) => (own.includes(words) ? [] : (validate?.(words) ?? [])),
  });
};

const formOfMove = (ground: Ground, file: string, today: string): StepForm => {
  const stays = staysPut(file);
  if (stays !== undefined) throw new Refusal(stays);
  const { content, opened } = ground;
  const [folder, id] = nameOf(file);
  const context = contextOf(ground, today);
  const isPage = folder === "pages";
  const text = opened.get(file)?.text;
  if (text === undefined) throw new Refusal(isGone(file));
  const own = [id, ...formerlyOf(file, text)];
  const ids = idField((isPage ? page : question)(context).fields, own);
  const topic = content.prose.faq.find((other) => other.id === id)?.data.topic;
  const title = titleOfFile(file, content);
  return {
    heading: `Move: ${title}`,
    about: () => [
      isPage
        ? `The page is at ${pagePath(id)}. Its file name is its address, so another id gives it another.`
        : "Another id gives the question another address; another topic puts it at the end of that topic.",
      "The old address keeps working: it leads to the new one. Whatever refers to it in the content is mended in the same step: links, components and fields.",
    ],
    fields: isPage ? [ids] : [ids, field("topic", reference("topics"))],
    initial: { id, ...(topic === undefined ? {} : { topic }) },
    plan: (answers) => {
      const [to, into] = [answers.get("id"), answers.get("topic")].map((answer) =>
        typeof answer === "string" ? answer : undefined,
      );
      if (to === undefined || (to === id && (into === undefined || into === topic)))
        throw new Refusal("this is where it is already; write another id");
      return planMove(ground, { file, id: to, ...(into === undefined ? {} : { topic: into }) });
    },
    after: (answers) => whereabouts(`${folder}/${String(answers.get("id"))}.mdx`),
  };
};

const formOfRename = (ground: Ground, file: string, record: string, today: string): StepForm => {
  const stays = keepsIds(file);
  if (stays !== undefined) throw new Refusal(stays);
  const list = namedList(ground.content, targetOfFile(file).replace(/^lists\//, ""));
  const named = recordTitles(ground.content, file).find(({ id }) => id === record);
  if (!list || !named) throw new Refusal(`there is no record “${record}” in ${file}`);
  return {
    heading: `Another id: ${named.title}`,
    about: () => [
      "The id is what other records, pages and links know the record by. Whatever refers to it in the content is mended in the same step.",
      "Where its row on a page had an address, links to the old one keep working.",
    ],
    fields: [idField(fact(list, contextOf(ground, today)).fields, [record])],
    initial: { id: record },
    plan: (answers) => {
      const id = String(answers.get("id"));
      if (id === record) throw new Refusal("this is the id that it has; write another");
      return planRename(ground, { file, record, id });
    },
    after: (answers) => ({ edit: editAddress(file, String(answers.get("id"))), show: undefined }),
  };
};

const formOfArchive = (ground: Ground, file: string, today: string): StepForm => {
  const refused = isNotArchived(file);
  if (refused !== undefined) throw new Refusal(refused);
  if (!ground.opened.has(file)) throw new Refusal(isGone(file));
  const fields = archiveFields(ground, file, today);
  return {
    heading: `Archive: ${titleOfFile(file, ground.content)}`,
    about: (answers) => whatIsSeen(ground, file, answers),
    fields,
    initial: {},
    plan: (answers) => planArchive(ground, file, fields, answers),
    after: (answers) => whereabouts(`statements/${String(answers.get("id"))}.mdx`),
  };
};

/**
 * The form of a step in the content as it is.
 * @throws {Refusal} if the step cannot be done at all
 */
export const formOf = (ground: Ground, step: Step, today: string): StepForm => {
  if (step.kind === "new") return formOfNew(ground, step.what, today);
  if (step.kind === "rename") return formOfRename(ground, step.file, step.record, today);
  return step.kind === "move"
    ? formOfMove(ground, step.file, today)
    : formOfArchive(ground, step.file, today);
};
