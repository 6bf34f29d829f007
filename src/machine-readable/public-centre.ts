import { accessibilityPage, centreSchemaFile, factsFile, twinOf } from "../centre/addresses.ts";
import { byId, type Centre } from "../centre/centre.ts";
import { lawsWithRequest, surePeriods, type RequestProvisions } from "../centre/laws.ts";
import { confirmationFields } from "../schemas/fields.ts";
import { facts, type FactName } from "../schemas/facts.ts";
import { isRecord } from "../schemas/introspection.ts";
import type { Column } from "../schemas/lists.ts";

/** A record as the pages show it, with the address of its row where a page has one. */
export interface PublicRecord {
  readonly id: string;
  readonly address?: string;
  readonly [field: string]: unknown;
}

/** A list of records, and the files that hold it alone. */
export interface PublicList {
  readonly title: string;
  readonly csv: string;
  readonly json: string;
  readonly records: readonly PublicRecord[];
}

interface PublicDeclaredList extends PublicList {
  readonly columns: readonly Column[];
}

/** What is said of a text as long as it does not hold yet. */
export interface ToCome {
  /** The first day on which it holds. */
  readonly holdsFrom?: string;
  /** In Markdown. */
  readonly notice?: string;
}

/** A page or statement; the text is known once the page is built. */
interface PublicPage extends ToCome {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly markdown: string;
  readonly text?: string;
}

interface PublicQuestion extends ToCome {
  readonly id: string;
  readonly question: string;
  /** The id of its topic. */
  readonly topic: string;
  readonly address: string;
  readonly answer?: string;
}

/** All that the site says, for programs: `/centre.json`. Addresses are complete. */
export interface PublicCentre {
  readonly $schema: string;
  readonly name: string;
  readonly organization: {
    readonly name: string;
    readonly legalName: string;
    readonly url: string;
  };
  readonly address: string;
  readonly language: string;
  readonly asOf: string;
  readonly unconfirmed: number;
  readonly pages: readonly PublicPage[];
  readonly statements: readonly PublicPage[];
  readonly questions: readonly PublicQuestion[];
  readonly facts: Readonly<Record<string, PublicList>>;
  readonly lists: Readonly<Record<string, PublicDeclaredList>>;
}

/** What is asked about a fact, and who confirmed it from what: for those who edit. */
export const ofConfirmation: ReadonlySet<string> = new Set(
  confirmationFields.filter((name) => name !== "confirmed"),
);

/** What no page shows of a record: what is asked of counsel, and how sure they are. */
export const keptBack: ReadonlySet<string> = new Set([
  ...ofConfirmation,
  "confidence",
  "reviewedOn",
]);

/** A value without the fields that are kept back, at any depth. */
const shown = (value: unknown, hidden: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((entry) => shown(entry, hidden));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !hidden.has(name))
      .map(([name, below]) => [name, shown(below, hidden)]),
  );
};

/** What a law gives to requesters, as far as it is sure enough to be shown. */
const sure = ({ note, lastDay, ...request }: RequestProvisions) => {
  const periods = surePeriods(request);
  return {
    ...request,
    periods,
    ...(lastDay && periods.length > 0 ? { lastDay } : {}),
    ...(note !== undefined && request.confidence === "high" ? { note } : {}),
  };
};

/** The topics, each with its address where it has questions. */
const topicsOf = ({ facts, questions, site }: Centre) =>
  facts.topics.map((topic) => {
    const asked = questions.topics.find(({ id }) => id === topic.id);
    return asked ? { ...topic, address: new URL(asked.href, site.center.url).href } : topic;
  });

const recordsOf = (centre: Centre, name: FactName): readonly unknown[] => {
  if (name === "topics") return topicsOf(centre);
  if (name === "countries")
    return centre.facts.countries.map((record) => ({
      ...record,
      name: byId(centre.countries, record.id).name,
    }));
  if (name !== "laws") return centre.facts[name];
  const giving = new Map(
    lawsWithRequest(centre.facts.laws).map(({ id, request }) => [id, request]),
  );
  return centre.facts.laws.map((law) => {
    const request = giving.get(law.id);
    return request ? { ...law, request: sure(request) } : law;
  });
};

/** The name of the site, as its pages have it. */
const nameOf = ({ site: { organization, center } }: Centre) =>
  `${organization.name} ${center.name}`;

/**
 * The model as programs get it: what the pages show, and nothing that is only for those who edit. The
 * texts of pages and the addresses of rows are added once the pages are built.
 */
export const publicCentre = (centre: Centre): PublicCentre => {
  const { site, words, pages, statements, questions, lists, accessibility, openPoints } = centre;
  const { organization, center } = site;
  const complete = (path: string) => new URL(path, center.url).href;
  const listOf = (
    name: string,
    title: string,
    records: readonly unknown[],
    hidden: ReadonlySet<string>,
  ) => ({
    title,
    csv: complete(factsFile(name, "csv")),
    json: complete(factsFile(name, "json")),
    records: records.map((record) => shown(record, hidden) as PublicRecord),
  });
  const pageOf = (
    id: string,
    href: string,
    { title, description }: { title: string; description: string },
  ) => ({
    id,
    title,
    description,
    address: complete(href),
    markdown: complete(twinOf(href)),
  });
  return {
    $schema: complete(centreSchemaFile),
    name: nameOf(centre),
    organization,
    address: complete("/"),
    language: center.language,
    asOf: centre.asOf,
    unconfirmed: openPoints.length,
    pages: [
      ...pages.map((page) => pageOf(page.id, page.href, page)),
      ...(accessibility
        ? [
            pageOf("accessibility", accessibilityPage, {
              title: words.accessibility.title,
              description: words.accessibility.description(nameOf(centre)),
            }),
          ]
        : []),
    ],
    statements: statements.map((statement) => pageOf(statement.id, statement.href, statement)),
    questions: questions.topics.flatMap((topic) =>
      topic.questions.map(({ id, question, href }) => ({
        id,
        question,
        topic: topic.id,
        address: complete(href),
      })),
    ),
    facts: Object.fromEntries(
      (Object.keys(facts) as FactName[]).map((name) => [
        name,
        listOf(name, words.machineReadable.lists[name], recordsOf(centre, name), keptBack),
      ]),
    ),
    lists: Object.fromEntries(
      lists.map(({ id, title, columns, records }) => [
        id,
        { ...listOf(id, title, records, ofConfirmation), columns },
      ]),
    ),
  };
};
