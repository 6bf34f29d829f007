import { contentFolder } from "../../src/environment.ts";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Fact, FactName } from "../../src/schemas/facts.ts";
import type { PageMatter, QuestionMatter, StatementMatter } from "../../src/schemas/prose.ts";
import type { Site } from "../../src/schemas/site.ts";
import type { RequestTemplate } from "../../src/schemas/template.ts";
import { wordsOf } from "../../src/words/index.ts";

/*
 * The content as its files have it. Read here without the site's own model, so that a fault of the
 * model cannot hide itself.
 */

const yaml = (path: string): unknown => parse(readFileSync(join(contentFolder, path), "utf8"));

export const site = yaml("site.yaml") as Site;
export const template = yaml("templates/privacy-request.yaml") as RequestTemplate;

/** What the site says, in the language of the content. */
export const words = wordsOf(site.center.language);

/** The records of a file of facts, in its order. */
export const facts = <Name extends FactName>(name: Name): readonly Partial<Fact<Name>>[] =>
  yaml(`facts/${name}.yaml`) as Partial<Fact<Name>>[];

/** A list that the organization declares itself, as its file has it. */
interface DeclaredList {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: string;
    readonly of?: string;
  }[];
  readonly records: readonly ({ readonly id: string } & Readonly<Record<string, string>>)[];
}

export const declaredLists = globSync("lists/*.yaml", { cwd: contentFolder })
  .sort()
  .map((file) => ({
    ...(yaml(file) as Omit<DeclaredList, "id">),
    id: basename(file, ".yaml"),
  })) satisfies DeclaredList[];

/** A record as it may be written, with a field left out that then has its default. */
type Optional<Record, Field extends keyof Record> = Omit<Record, Field> &
  Partial<Pick<Record, Field>>;

/** The laws that give somebody who makes a request rights, each with what it gives. */
export const laws = (
  facts("laws") as readonly (Partial<Omit<Fact<"laws">, "request">> & {
    readonly request?: Optional<NonNullable<Fact<"laws">["request"]>, "periods">;
  })[]
).flatMap(({ id = "", name = "", request }) =>
  request === undefined ? [] : [{ ...request, periods: request.periods ?? [], id, name }],
);

const { language } = site.center;
const nameOf = new Intl.DisplayNames(language, { type: "region" });

/** The countries by the names that the site gives them, in the order of its language. */
export const countries = facts("countries")
  .map(({ id = "", part, laws = [], holidays = [] }) => {
    const [country = ""] = id.toUpperCase().split("-");
    const name = [nameOf.of(country), ...(part === undefined ? [] : [part])].join(": ");
    return { id, name, laws, holidays };
  })
  .sort((a, b) => a.name.localeCompare(b.name, language));

/** Every file of a folder of prose, which need not be there: its id, front matter and body. */
const prose = (folder: string): readonly { id: string; body: string; matter: unknown }[] =>
  globSync(`${folder}/*.mdx`, { cwd: contentFolder })
    .sort()
    .map((file) => {
      const text = readFileSync(join(contentFolder, file), "utf8");
      const [, matter = "", ...body] = text.split(/^---$/m);
      return {
        id: basename(file, ".mdx"),
        body: body.join("---"),
        matter: parse(matter) as unknown,
      };
    });

const byOrder = prose("faq")
  .map(({ id, matter }) => ({ id, ...(matter as QuestionMatter) }))
  .sort((a, b) => a.order - b.order);

/** Every question with its id, in the order in which they are to stand on their page. */
export const questions = facts("topics").flatMap(({ id }) =>
  byOrder.filter(({ topic }) => topic === id),
);

export const statements = prose("statements").map(({ id, matter }) => ({
  id,
  ...(matter as Partial<StatementMatter> & Pick<StatementMatter, "title" | "replacedBy">),
}));

const pages = prose("pages");

/** The latest day on which a page, question or statement was reviewed, an ISO date. */
export const lastReviewed =
  ["pages", "faq", "statements"]
    .flatMap(prose)
    .map(({ matter }) => (matter as Partial<PageMatter>).lastReviewed ?? "")
    .sort()
    .at(-1) ?? "";

/** The addresses that pages used to have, each with the id of the page that is there now. */
export const formerAddresses = pages.flatMap(({ id, matter }) =>
  ((matter as Partial<PageMatter>).formerly ?? []).map((former) => ({ former, now: id })),
);

/** The front matter of a page. */
export const pageNamed = (id: string): PageMatter => {
  const found = pages.find((page) => page.id === id);
  if (!found) throw new Error(`there is no ${contentFolder}/pages/${id}.mdx`);
  return found.matter as PageMatter;
};

/** The address of the page whose own prose shows a component. */
export const pathShowing = (component: string): string => {
  const found = pages.find(({ body }) => new RegExp(`<${component}(?![\\w-])`).test(body));
  if (!found) throw new Error(`no page of ${contentFolder} shows <${component} />`);
  return `/${found.id}/`;
};
