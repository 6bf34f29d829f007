import { pagePath, questionsAnchor, statementPath } from "../../centre/addresses.ts";
import type { Content } from "../../parse/content.ts";
import { choicesOf, type Choice } from "../../scaffold/choices.ts";
import { reference } from "../../schemas/fields.ts";
import { vocabulary, wordOf, type WordName } from "../../schemas/vocabulary.ts";

/** A component that can be put into a text. */
interface InsertableComponent {
  readonly name: string;
  /** What it shows. */
  readonly means: string;
  readonly isBlock: boolean;
  /** How it is written; an id that was chosen stands in place of the one in quotes. */
  readonly example: string;
  /** The property that takes an id, and what can be chosen for it. */
  readonly property: string | undefined;
  readonly choices: readonly Choice[];
}

/** What can be put into the text of a page. */
export interface Insertable {
  readonly links: readonly {
    readonly kind: string;
    readonly href: string;
    readonly title: string;
  }[];
  readonly components: readonly InsertableComponent[];
}

const choicesIn = (content: Content, target: string): readonly Choice[] => {
  if (target === "faq")
    return content.prose.faq.map(({ id, data }) => ({ id, title: data.question ?? id }));
  if (target === "lists") return content.lists.map(({ id, title }) => ({ id, title }));
  const schema = reference(target);
  return choicesOf({ name: "id", path: [], schema, isNeeded: () => true }, content) ?? [];
};

const componentOf = (name: WordName, content: Content): InsertableComponent => {
  const { means, place, example, refersTo = {} } = wordOf(name);
  const [property, target] = Object.entries(refersTo).find(([key]) => key !== "only") ?? [];
  return {
    name,
    means,
    isBlock: place === "block",
    example,
    property,
    choices: target === undefined ? [] : choicesIn(content, target),
  };
};

/** The pages and questions that a text can link to, and the components that it can hold. */
export const insertableIn = (content: Content): Insertable => {
  const { pages, faq, statements } = content.prose;
  return {
    links: [
      ...pages.map(({ id, data }) => ({
        kind: "Pages",
        href: pagePath(id),
        title: data.title ?? id,
      })),
      ...faq.map(({ id, data }) => ({
        kind: "Questions",
        href: questionsAnchor(id),
        title: data.question ?? id,
      })),
      ...statements.map(({ id, data }) => ({
        kind: "Statements",
        href: statementPath(id),
        title: data.title ?? id,
      })),
    ],
    components: (Object.keys(vocabulary) as WordName[])
      .filter((name) => wordOf(name).within === undefined && wordOf(name).page === undefined)
      .map((name) => componentOf(name, content))
      .filter(({ property, choices }) => property === undefined || choices.length > 0),
  };
};
