import { z } from "zod";
import { facts, isFactName, type FactName } from "./facts.ts";
import type { ListName } from "./lists.ts";
import type { Target } from "./records.ts";
import { id } from "./fields.ts";

/** Facts that a component shows, in rows with ids of their own if `rows` is set. */
export interface Shown {
  readonly of: ListName;
  /** The field that a record must have to be shown, if not all records are. */
  readonly having?: string;
  /** The prefix of a record's id in the id of its row. */
  readonly rows?: string;
}

/**
 * A word of the closed vocabulary that Legal may write in MDX. The components themselves are in
 * `src/components/mdx`.
 */
interface Word {
  /** What it shows, for completion in editors, and how it is written. */
  readonly means: string;
  readonly example: string;
  /** Whether it is used on its own or inside a sentence. */
  readonly place: "block" | "inline";
  readonly props: z.ZodObject;
  /** The list or folder whose ids a property holds, if no other property says which. */
  readonly refersTo?: Readonly<Record<string, Target>>;
  /** Whether text is written inside it: required, or shown instead of text of its own. */
  readonly children?: "needed" | "optional";
  /** The facts that it shows. */
  readonly shows?: readonly Shown[];
  /** The ids of the headings that it contains. */
  readonly headings?: readonly string[];
  /** What stands before its own id in the address of the row that it writes. */
  readonly row?: string;
  /** A property that holds the address of a page, as links do. */
  readonly address?: string;
  /** Its only possible parent, which can contain only this component. */
  readonly within?: string;
  /** The only page that it can be on, which needs it. */
  readonly page?: string;
}

const noProps = z.strictObject({});
const idOnly = z.strictObject({ id });

const listed = z.string().transform((list) => list.split(",").map((part) => part.trim()));

/** Ids separated by commas; only these records are shown, in the file's order. */
const only = listed.pipe(z.array(id).min(1)).optional();

/** Column headings for a table, separated by commas, instead of the site's own; `heads` are examples. */
const columns = (...heads: readonly string[]) =>
  listed
    .refine(
      (written) => written.length === heads.length && written.every((head) => head !== ""),
      `this table has ${String(heads.length)} columns; write a name for each, as in: columns="${heads.join(", ")}"`,
    )
    .optional();

/** The lists whose records have names. */
const namedLists = Object.keys(facts).filter((name) => name !== "countries") as FactName[];

/** The id of the heading above the laws whose deadlines are not confirmed. */
export const unconfirmedDeadlines = "deadlines-not-confirmed";

/** What a row of the reviewer's sheet can say of its subject. */
const reviewStatuses = ["published", "on-request", "not-published"] as const;

export const vocabulary = {
  Contact: {
    means: "An address, within a sentence",
    example: '<Contact id="privacy" />',
    place: "inline",
    props: idOnly,
    refersTo: { id: "contacts" },
  },
  Policy: {
    means: "A link to a document, within a sentence",
    example: '<Policy id="terms">Terms of Service</Policy>',
    place: "inline",
    props: z.strictObject({ id, children: z.unknown().optional() }),
    refersTo: { id: "policies" },
    children: "optional",
  },
  Answer: {
    means: "The answer to a question",
    example: '<Answer to="who-owns-data" />',
    place: "block",
    props: z.strictObject({ to: id }),
    refersTo: { to: "faq" },
  },
  Contacts: {
    means: "The contacts: all, or those whose ids are given",
    example: '<Contacts only="privacy, security" />',
    place: "block",
    props: z.strictObject({ only, columns: columns("Topic", "Address") }),
    refersTo: { only: "contacts" },
    shows: [{ of: "contacts", rows: "contact-" }],
  },
  Controller: {
    means: "What a relationship says about the controller, within a sentence or list",
    example: '<Controller id="company" />',
    place: "inline",
    props: idOnly,
    refersTo: { id: "relationships" },
  },
  DataCategories: {
    means: "What is collected, and why: a table",
    example: "<DataCategories />",
    place: "block",
    props: z.strictObject({ columns: columns("Category", "What is collected", "Purpose") }),
    shows: [{ of: "data-categories", rows: "category-" }],
  },
  Deadlines: {
    means: "How long an answer to a request may take, by law",
    example: "<Deadlines />",
    place: "block",
    props: z.strictObject({ columns: columns("Law", "Answer", "Authority") }),
    headings: [unconfirmedDeadlines],
    shows: [{ of: "laws", having: "request", rows: "law-" }],
  },
  Fact: {
    means: "One of the facts on the overview",
    example: '<Fact title="Hosted in" to="/hosting/">Ireland</Fact>',
    place: "block",
    props: z.strictObject({ title: z.string().trim().min(1), to: z.string().trim().min(1) }),
    address: "to",
    children: "needed",
    within: "Facts",
  },
  Facts: {
    means: "What most people come for, in a few words each, on the overview",
    example: '<Facts>\n  <Fact title="Hosted in" to="/hosting/">Ireland</Fact>\n</Facts>',
    place: "block",
    props: noProps,
    children: "needed",
  },
  Frameworks: {
    means: "The standards, policies, and agreements: a table",
    example: "<Frameworks />",
    place: "block",
    props: z.strictObject({ columns: columns("Name", "Description") }),
    shows: [{ of: "frameworks", rows: "framework-" }],
  },
  Handlers: {
    means: "Who handles data, step by step",
    example: "<Handlers />",
    place: "block",
    props: noProps,
    shows: [{ of: "handlers" }],
  },
  HostingMap: {
    means: "Where data is hosted: a map",
    example: "<HostingMap />",
    place: "block",
    props: noProps,
    shows: [{ of: "regions" }],
  },
  HostingRegions: {
    means: "The regions in which data is hosted",
    example: "<HostingRegions />",
    place: "block",
    props: noProps,
    shows: [{ of: "regions" }],
  },
  Laws: {
    means: "The laws that the organization answers to",
    example: "<Laws />",
    place: "block",
    props: noProps,
    shows: [{ of: "laws", having: "order" }],
  },
  List: {
    means: "A list that the organization declares itself: a table",
    example: '<List of="sub-processors" />',
    place: "block",
    props: z.strictObject({ of: id.meta({ examples: ["sub-processors"] }) }),
    refersTo: { of: "lists" },
  },
  Names: {
    means: "The names of the records in a list, or of those whose ids are given, within a sentence",
    example: '<Names of="frameworks" only="iso-27001" />',
    place: "inline",
    props: z.strictObject({
      of: z.enum(namedLists, `the lists are ${namedLists.join(", ")}`),
      only,
    }),
  },
  Pledge: {
    means: "A highlighted sentence",
    example: "<Pledge>A sentence.</Pledge>",
    place: "block",
    props: noProps,
    children: "needed",
  },
  Providers: {
    means: "The providers of the infrastructure",
    example: "<Providers />",
    place: "block",
    props: noProps,
    shows: [{ of: "providers" }],
  },
  Recipients: {
    means: "Who data is shared with, and why",
    example: "<Recipients />",
    place: "block",
    props: noProps,
    shows: [{ of: "recipients", rows: "recipient-" }],
  },
  Representatives: {
    means: "The representatives and their laws",
    example: "<Representatives />",
    place: "block",
    props: noProps,
    shows: [{ of: "representatives", rows: "representative-" }],
  },
  RequestTemplate: {
    means: "The privacy request to fill in",
    example: "<RequestTemplate />",
    place: "block",
    props: noProps,
    shows: [{ of: "rights", rows: "" }, { of: "relationships" }, { of: "countries" }],
    headings: ["your-request", "what-next"],
    page: "request",
  },
  Retention: {
    means: "How long data is kept: a table with a bar for each period",
    example: "<Retention />",
    place: "block",
    props: z.strictObject({ columns: columns("Account", "How long it is kept") }),
    shows: [{ of: "retention", rows: "retention-" }],
  },
  RetentionRule: {
    means: "How long data of one kind of account is kept, within a sentence",
    example: '<RetentionRule id="trial-accounts" />',
    place: "inline",
    props: idOnly,
    refersTo: { id: "retention" },
  },
  ReviewRow: {
    means: "One row of the reviewer's sheet; its text can be left out",
    example:
      '<ReviewRow id="standards" title="Standards" status="published" to="/security/">ISO 27001</ReviewRow>',
    place: "block",
    props: z.strictObject({
      id,
      title: z.string().trim().min(1),
      status: z.enum(
        reviewStatuses,
        `a row is ${new Intl.ListFormat("en", { type: "disjunction" }).format(reviewStatuses)}`,
      ),
      to: z.string().trim().min(1),
    }),
    row: "review-",
    address: "to",
    children: "optional",
    within: "ReviewSheet",
  },
  ReviewSheet: {
    means: "What reviewers ask for, whether it is published, and where: a table",
    example:
      '<ReviewSheet>\n  <ReviewRow id="standards" title="Standards" status="published" to="/security/">ISO 27001</ReviewRow>\n</ReviewSheet>',
    place: "block",
    props: noProps,
    children: "needed",
  },
  Rights: {
    means: "The rights over personal data",
    example: "<Rights />",
    place: "block",
    props: noProps,
    shows: [{ of: "rights", rows: "right-" }],
  },
  WaysIn: {
    means: "The ways into the site, on the overview",
    example: '<WaysIn>\n  <WayIn page="data" title="What we collect">A line.</WayIn>\n</WaysIn>',
    place: "block",
    props: noProps,
    children: "needed",
  },
  WayIn: {
    means: "One of the ways into the site",
    example: '<WayIn page="data" title="What we collect">A line.</WayIn>',
    place: "block",
    props: z.strictObject({ page: id, title: z.string().min(1) }),
    refersTo: { page: "pages" },
    children: "needed",
    within: "WaysIn",
  },
} as const satisfies Record<string, Word>;

export type WordName = keyof typeof vocabulary;

/** The entry of a component in the vocabulary, with its optional fields. */
export const wordOf = (name: WordName): Word => vocabulary[name];

type PropOf = (name: string) => string | undefined;

/** The list or folder whose ids each property of a component holds, given its properties. */
export const referencesOf = (name: WordName, prop: PropOf): Readonly<Record<string, Target>> => {
  const { refersTo = {} } = wordOf(name);
  const list = name === "Names" ? prop("of") : undefined;
  return list !== undefined && isFactName(list) ? { ...refersTo, only: list } : refersTo;
};

/** The facts that a component shows in rows or as a list, given its properties. */
export const shownBy = (name: WordName, prop: PropOf): readonly Shown[] => {
  const list = name === "List" ? prop("of") : undefined;
  return list === undefined
    ? (wordOf(name).shows ?? [])
    : [{ of: `lists/${list}`, rows: rowsOfList(list) }];
};

const rowsOfList = (list: string) => `${list}-`;

/** The id of a record's row in the table of a declared list. */
export const listRowId = (list: string, id: string): string => `${rowsOfList(list)}${id}`;

/** The ids that rows of a fact can have, whichever component shows it; those that say of what come first. */
export const rowsOfFacts = (name: string, id: string): readonly string[] =>
  Object.values<Word>(vocabulary)
    .flatMap(({ shows = [] }) => shows)
    .flatMap(({ of, rows }) => (of === name && rows !== undefined ? [rows] : []))
    .sort((one, other) => other.length - one.length)
    .map((rows) => `${rows}${id}`);

/** The id of a record's row in a component. */
export const rowId = (name: WordName, id: string): string =>
  `${wordOf(name).shows?.[0]?.rows ?? ""}${id}`;

/**
 * Validates the properties of a component as written in the content.
 * @throws if any is unknown, missing or invalid; the content check reports that first, with file and
 * line
 */
export const propsOf = <Name extends WordName>(
  name: Name,
  props: Record<string, unknown>,
): z.infer<(typeof vocabulary)[Name]["props"]> =>
  vocabulary[name].props.parse(props) as z.infer<(typeof vocabulary)[Name]["props"]>;
