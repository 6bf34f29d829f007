import { z } from "zod";
import type { Prose, Records, Target } from "../schemas/records.ts";
import { facts, type Fact, type FactName } from "../schemas/facts.ts";
import { prose, type ProseName } from "../schemas/prose.ts";
import { site, type Site } from "../schemas/site.ts";
import { requestTemplate, type RequestTemplate } from "../schemas/template.ts";
import { typedInYaml } from "../schemas/typed-in-yaml.ts";
import { datesWithoutQuotes } from "./unquoted-dates.ts";
import { faultsOf, type Notation } from "./schema-errors.ts";
import { readFiles } from "./files.ts";
import { error, top, type Issue, type Place } from "./issue.ts";
import { readBody, type Body } from "./mdx.ts";
import { splitProse } from "./front-matter.ts";
import { soundFields, type FieldPath } from "../schemas/introspection.ts";
import { readYaml, type YamlText, type YamlValue } from "./yaml.ts";

/** What is well formed of something: any field may be missing. */
type Sound<Value> = {
  readonly [Key in keyof Value]?: Value[Key] extends Record<string, unknown>
    ? Sound<Value[Key]>
    : Value[Key] | undefined;
};

type SoundProse<Name extends ProseName> = Prose<Sound<z.infer<(typeof prose)[Name]>>>;
type SoundFact<Name extends FactName> = Sound<Fact<Name>> & { readonly id: string };

/** A content folder as it was read, with all that is well formed by itself. */
export interface Content {
  /** Paths from the content folder; those of folders end in a slash. */
  readonly paths: readonly string[];
  /** What stands in each file that could be read. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the fields of each file say, front matter included. */
  readonly values: ReadonlyMap<string, readonly YamlValue[]>;
  readonly site: Sound<Site>;
  readonly template: Sound<RequestTemplate>;
  /** As many records as the files have; the id of one that has none is empty. */
  readonly facts: { readonly [Name in FactName]: readonly SoundFact<Name>[] };
  readonly prose: { readonly [Name in ProseName]: readonly SoundProse<Name>[] };
  /** What stands below the front matter of each file; read once it is asked for. */
  readonly bodies: readonly Body[];
  /** Files of facts that may hold ids which could not be read. */
  readonly uncertain: ReadonlySet<Target>;
  /** What is wrong with files that each can be seen to be wrong by itself. */
  readonly issues: readonly Issue[];
  /** Where a field stands. */
  readonly placeOf: (file: string, path: FieldPath) => Place;
}

/** The language of a content, a BCP 47 tag; English where none could be read. */
export const languageOf = ({ site }: Pick<Content, "site">): string =>
  site.centre?.language ?? "en";

/** The records of a content folder. Where there are errors, fields of theirs may be missing. */
export const recordsOf = ({ site, template, facts, prose }: Content): Records =>
  ({ site, template, facts, ...prose }) as unknown as Records;

const yamlNotation: Notation = {
  name: (field) => `"${field}"`,
  line: (field, value) => `${field}: ${value}`,
  typed: typedInYaml,
  intro: "a line like this: ",
};

const faultsIn = (file: string, { value, understood, placeOf }: YamlText, schema: z.ZodType) =>
  understood
    ? faultsOf(schema, value, yamlNotation).map(({ path, message }) =>
        error(file, placeOf(path), message),
      )
    : [];

const idOf = (path: string) => path.slice(path.lastIndexOf("/") + 1, -".mdx".length);

const noFrontMatter =
  "the fields between two lines of three hyphens are missing at the top of this file; start it the way the other files in this folder start";

/**
 * Reads a content folder. What is wrong with its files is among the issues; nothing throws.
 * @param only the beginnings of those paths that are to be read, as if there were no others
 */
export const readContent = async (folder: string, only?: readonly string[]): Promise<Content> => {
  const { paths, texts, issues: unreadable } = await readFiles(folder, only);
  const issues = [...unreadable];
  const yamls = new Map<string, YamlText>();

  const read = (file: string, text: string | undefined, schema: z.ZodType): unknown => {
    if (text === undefined) return undefined;
    const yaml = readYaml(file, text);
    yamls.set(file, yaml);
    issues.push(...yaml.issues, ...faultsIn(file, yaml, schema));
    return yaml.value;
  };

  const single = (path: string, schema: z.ZodObject) =>
    soundFields(schema, read(path, texts.get(path), schema));

  const uncertain = new Set<Target>();
  const list = <Name extends FactName>(name: Name) => {
    const path = `facts/${name}.yaml`;
    const value = read(path, texts.get(path), z.array(facts[name]));
    const records = (Array.isArray(value) ? value : []).map((record) => ({
      id: "",
      ...soundFields(facts[name], record),
    }));
    if (!Array.isArray(value) || records.some(({ id }) => id === "")) uncertain.add(name);
    return records as unknown as readonly SoundFact<Name>[];
  };

  const sources = new Map<string, string>();
  const folderOf = <Name extends ProseName>(name: Name): SoundProse<Name>[] =>
    paths
      .filter((path) => path.startsWith(`${name}/`) && path.endsWith(".mdx"))
      .map((path) => {
        const text = texts.get(path);
        if (text === undefined) return { id: idOf(path), data: {} };
        const { matter, body } = splitProse(text);
        if (matter === undefined) issues.push(error(path, top, noFrontMatter));
        const data = soundFields(prose[name], read(path, matter, prose[name]));
        issues.push(...datesWithoutQuotes(path, yamls.get(path)));
        sources.set(path, body);
        return { id: idOf(path), data };
      }) as unknown as SoundProse<Name>[];

  const records = {
    site: single("site.yaml", site),
    template: single("templates/privacy-request.yaml", requestTemplate),
    facts: Object.fromEntries(
      (Object.keys(facts) as FactName[]).map((name) => [name, list(name)]),
    ) as unknown as Content["facts"],
    prose: { pages: folderOf("pages"), faq: folderOf("faq"), statements: folderOf("statements") },
  };
  let bodies: Body[] | undefined;
  return {
    ...records,
    paths,
    texts,
    values: new Map([...yamls].map(([file, { values }]) => [file, values])),
    get bodies() {
      return (bodies ??= [...sources].map(([path, source]) => readBody(path, source)));
    },
    uncertain,
    issues,
    placeOf: (file, path) => yamls.get(file)?.placeOf(path) ?? top,
  };
};
