import { contentFolder } from "../environment.ts";
import type { Accessibility } from "../schemas/accessibility.ts";
import type { Fact, Facts, FactName } from "../schemas/facts.ts";
import type { DeclaredList } from "../schemas/lists.ts";
import type { PageMatter, StatementMatter } from "../schemas/prose.ts";
import type { Site } from "../schemas/site.ts";
import type { RequestTemplate } from "../schemas/template.ts";
import { countriesIn, type Country } from "./countries.ts";
import { openPoints, type OpenPoint } from "./open-points.ts";
import { pagePath, statementPath } from "./addresses.ts";
import { layOutQuestions, type Questions } from "./questions.ts";
import { redirectsOf, type Redirect } from "./redirects.ts";
import { type Prose, type Records } from "../schemas/records.ts";
import { wordsOf, type Words } from "../words/index.ts";
import { deadReferences } from "./references.ts";

export interface Page extends PageMatter {
  readonly id: string;
  /** The path on the site, with slashes at both ends. */
  readonly href: string;
}

export interface Statement extends Omit<StatementMatter, "replacedBy"> {
  readonly id: string;
  /** Says first that it is archived, wherever it is named. */
  readonly title: string;
  readonly href: string;
  readonly replacedBy: Page;
}

/** The whole site as a model: every reference resolved, everything in reading order. */
export interface Centre {
  readonly site: Site;
  /** The catalogue of the site's language. */
  readonly words: Words;
  readonly facts: Facts;
  readonly template: RequestTemplate;
  /** What the organization says of the site's accessibility; undefined if nothing. */
  readonly accessibility: Accessibility | undefined;
  /** The lists that the organization declares itself. */
  readonly lists: readonly DeclaredList[];
  /** Sorted by name. */
  readonly countries: readonly Country[];
  /** In navigation order, the overview first. */
  readonly pages: readonly Page[];
  readonly questions: Questions;
  readonly statements: readonly Statement[];
  /** Redirects from former and alternative addresses. */
  readonly redirects: readonly Redirect[];
  /** The facts that Legal must still confirm. The site is a draft while there are any. */
  readonly openPoints: readonly OpenPoint[];
  /** The day of the latest review of any page, question or statement, as an ISO date. */
  readonly asOf: string;
}

const byOrder = (a: Prose<{ order: number }>, b: Prose<{ order: number }>) =>
  a.data.order - b.data.order || a.id.localeCompare(b.id, "en");

/**
 * Builds the model from the records of a content folder. Pure: the same records give the same model.
 * @throws if a reference is dead; the content check reports that first, with file and line
 */
export const buildCentre = (records: Records): Centre => {
  const [dead] = deadReferences(records);
  if (dead) throw new Error(`${contentFolder}/${dead.file}: ${dead.message}`);
  const words = wordsOf(records.site.center.language);
  const pages = [...records.pages]
    .sort(byOrder)
    .map(({ id, data }) => ({ ...data, id, href: pagePath(id) }));
  const statements = [...records.statements]
    .sort((a, b) => a.id.localeCompare(b.id, "en"))
    .map(({ id, data }) => ({
      ...data,
      id,
      title: words.statements.title(data.title),
      href: statementPath(id),
      replacedBy: byId(pages, data.replacedBy),
    }));
  const { topics } = records.facts;
  const questions = layOutQuestions(topics, [...records.faq].sort(byOrder));
  return {
    site: records.site,
    words,
    facts: records.facts,
    template: records.template,
    accessibility: records.accessibility,
    lists: records.lists,
    countries: countriesIn(records.site.center.language, records.facts.countries),
    pages,
    questions,
    statements,
    redirects: redirectsOf({ pages, topics, questions }),
    openPoints: openPoints(records).map((point) => ({
      ...point,
      file: `${contentFolder}/${point.file}`,
    })),
    asOf: [...records.pages, ...records.faq, ...records.statements]
      .map(({ data }) => data.lastReviewed)
      .reduce((latest, day) => (day > latest ? day : latest), ""),
  };
};

/**
 * Finds the item with an id.
 * @throws if there is none
 */
export const byId = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
): Item => {
  const found = items.find((item) => item.id === id);
  if (!found)
    throw new Error(`there is no "${id}" among: ${items.map((item) => item.id).join(", ")}`);
  return found;
};

/**
 * Finds a record of a file of facts by its id.
 * @throws if there is none
 */
export const fact = <Name extends FactName>(centre: Centre, name: Name, id: string): Fact<Name> =>
  byId<Fact<Name>>(centre.facts[name], id);
