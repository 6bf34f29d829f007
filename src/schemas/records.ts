import { z } from "zod";
import { accessibility, type Accessibility } from "./accessibility.ts";
import { facts, type FactName, type Facts } from "./facts.ts";
import { listOfColumns, type DeclaredList, type ListName } from "./lists.ts";
import { prose, type PageMatter, type QuestionMatter, type StatementMatter } from "./prose.ts";
import { site, type Site } from "./site.ts";
import { requestTemplate, type RequestTemplate } from "./template.ts";

/** A file of prose: its id (the file name), its front matter, and its text. */
export interface Prose<Matter> {
  readonly id: string;
  readonly data: Matter;
  /** Its text as written in the file, below the front matter. */
  readonly body?: string | undefined;
}

/** Everything in `content/`, valid by itself, with references not yet resolved. */
export interface Records {
  readonly site: Site;
  readonly template: RequestTemplate;
  /** Undefined where the organization makes no statement. */
  readonly accessibility?: Accessibility | undefined;
  readonly facts: Facts;
  readonly lists: readonly DeclaredList[];
  readonly pages: readonly Prose<PageMatter>[];
  readonly faq: readonly Prose<QuestionMatter>[];
  readonly statements: readonly Prose<StatementMatter>[];
}

/** What can be referred to: records of a list, pages, questions, or declared lists as a whole. */
export type Target = ListName | "pages" | "faq" | "lists";

/** A file of the content folder: the value of its fields, and their schema. */
export interface RecordFile {
  readonly file: string;
  readonly value: unknown;
  readonly schema: z.ZodType;
}

/** The file of the statement on accessibility, which need not be there. */
export const accessibilityFile = "facts/accessibility.yaml";

/** Every file that has fields, in the order in which findings are reported. */
export const filesOf = (records: Records): RecordFile[] => [
  { file: "site.yaml", value: records.site, schema: site },
  { file: "templates/privacy-request.yaml", value: records.template, schema: requestTemplate },
  ...(Object.keys(facts) as FactName[]).map((name) => ({
    file: `facts/${name}.yaml`,
    value: records.facts[name],
    schema: z.array(facts[name]),
  })),
  ...(records.accessibility
    ? [{ file: accessibilityFile, value: records.accessibility, schema: accessibility }]
    : []),
  ...records.lists.map(({ id, ...value }) => ({
    file: `lists/${id}.yaml`,
    value,
    schema: listOfColumns(value.columns),
  })),
  ...(["pages", "faq", "statements"] as const).flatMap((name) =>
    records[name].map(({ id, data }) => ({
      file: `${name}/${id}.mdx`,
      value: data,
      schema: prose[name],
    })),
  ),
];
