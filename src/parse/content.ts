import { z } from "zod";
import { accessibility, type Accessibility } from "../schemas/accessibility.ts";
import { accessibilityFile, type Prose, type Records, type Target } from "../schemas/records.ts";
import { facts, type Fact, type FactName } from "../schemas/facts.ts";
import {
  columnsOf,
  recordOfColumns,
  schemaOfList,
  targetOfColumn,
  type DeclaredList,
} from "../schemas/lists.ts";
import { prose, type ProseName } from "../schemas/prose.ts";
import { site, type Site } from "../schemas/site.ts";
import { requestTemplate, type RequestTemplate } from "../schemas/template.ts";
import { typedInYaml } from "../schemas/typed-in-yaml.ts";
import { unquotedValues } from "./unquoted-values.ts";
import { unusualNumbers } from "./unusual-numbers.ts";
import { faultsOf, type Notation } from "./schema-errors.ts";
import { readFiles, type Unsaved } from "./files.ts";
import { readReleases, type ReleaseFolder } from "./releases.ts";
import { error, top, type Issue, type Place } from "./issue.ts";
import { readBody, type Body } from "./mdx.ts";
import { splitProse } from "./front-matter.ts";
import { isRecord, validFields, type FieldPath } from "../schemas/introspection.ts";
import { readYaml, type YamlText, type YamlValue } from "./yaml.ts";

/** The valid part of a value: any field may be missing. */
type Valid<Value> = {
  readonly [Key in keyof Value]?: Value[Key] extends Record<string, unknown>
    ? Valid<Value[Key]>
    : Value[Key] | undefined;
};

type ValidProse<Name extends ProseName> = Prose<Valid<z.infer<(typeof prose)[Name]>>>;
type ValidFact<Name extends FactName> = Valid<Fact<Name>> & { readonly id: string };

/** A content folder as read, with every field that is valid by itself. */
export interface Content {
  /** Paths from the content folder; those of folders end in a slash. */
  readonly paths: readonly string[];
  /** The text of each file that could be read. */
  readonly texts: ReadonlyMap<string, string>;
  /** The values of the fields in each file, front matter included. */
  readonly values: ReadonlyMap<string, readonly YamlValue[]>;
  readonly site: Valid<Site>;
  readonly template: Valid<RequestTemplate>;
  /** Undefined where there is no such file. */
  readonly accessibility: Valid<Accessibility> | undefined;
  /** Every record in the files; the id of a record without one is empty. */
  readonly facts: { readonly [Name in FactName]: readonly ValidFact<Name>[] };
  /** The lists that the organization declares itself; without columns where these are invalid. */
  readonly lists: readonly DeclaredList[];
  readonly prose: { readonly [Name in ProseName]: readonly ValidProse<Name>[] };
  /** What was published, the earliest first; nothing where only some paths are read. */
  readonly releases: readonly ReleaseFolder[];
  /** The text below the front matter of each file; parsed on first access. */
  readonly bodies: readonly Body[];
  /** Lists that may contain ids that could not be read, or that do not exist. */
  readonly uncertain: ReadonlySet<Target>;
  /** Issues that show in a single file, without looking at the others. */
  readonly issues: readonly Issue[];
  /** The place of a field. */
  readonly placeOf: (file: string, path: FieldPath) => Place;
}

/** The language of a content, a BCP 47 tag; English where none could be read. */
export const languageOf = ({ site }: Pick<Content, "site">): string =>
  site.center?.language ?? "en";

/** What the one entry is called that the site keeps all records in but those of prose. */
export const recordsEntry = "all";

const recordsByContent = new WeakMap<Content, Records>();

/** The records of a content folder. Where there are errors, fields of theirs may be missing. */
export const recordsOf = (content: Content): Records => {
  const records = recordsByContent.get(content) ?? gatherRecords(content);
  recordsByContent.set(content, records);
  return records;
};

const gatherRecords = ({
  site,
  template,
  accessibility,
  facts,
  lists,
  prose,
  texts,
}: Content): Records => {
  const withBodies = (name: ProseName) =>
    prose[name].map(({ id, data }) => ({
      id,
      data,
      body: splitProse(texts.get(`${name}/${id}.mdx`) ?? "").body.trim(),
    }));
  return {
    ...{ site, template, accessibility, facts, lists },
    pages: withBodies("pages"),
    faq: withBodies("faq"),
    statements: withBodies("statements"),
  } as unknown as Records;
};

const yamlNotation: Notation = {
  name: (field) => `"${field}"`,
  line: (field, value) => `${field}: ${value}`,
  typed: typedInYaml,
  intro: "a line like this: ",
};

const isSamePath = (a: FieldPath, b: FieldPath) =>
  a.length === b.length && a.every((step, at) => String(step) === String(b[at]));

const faultsIn = (file: string, text: string, yaml: YamlText, schema: z.ZodType): Issue[] => {
  if (!yaml.understood) return [];
  /* What a "#" hides has a check of its own. */
  const isCommentedOut = (value: YamlValue | undefined) =>
    value?.source === "" && /^[ \t]*#\S/.test(text.slice(value.end));
  const valueAt = (path: FieldPath) => yaml.values.find((value) => isSamePath(value.path, path));
  const sourceOf = (path: FieldPath) => {
    const value = valueAt(path);
    return value?.inQuotes === false ? value.source : undefined;
  };
  const faults = faultsOf(schema, yaml.value, { ...yamlNotation, sourceOf }).filter(
    ({ path }) => !isCommentedOut(valueAt(path)),
  );
  return (
    [
      ...faults,
      ...unusualNumbers(yaml).filter(({ path }) =>
        faults.every((other) => !isSamePath(other.path, path)),
      ),
    ]
      .map(({ path, message }) => error(file, yaml.placeOf(path), message))
      // What is wrong with a line has been said, and may be the reason.
      .filter(({ line }) => yaml.issues.every((issue) => issue.line !== line))
  );
};

const idOf = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:mdx|yaml)$/, "");

/**
 * Reads a content folder. Never throws because of its files: what is wrong with them is in the issues.
 * @param only prefixes of the paths to read, as if there were no other files
 * @param unsaved texts to read in place of those of files, by their paths; undefined for none
 */
export const readContent = async (
  folder: string,
  only?: readonly string[],
  unsaved?: Unsaved,
): Promise<Content> => {
  const [{ paths, texts, issues: unreadable }, releases] = await Promise.all([
    readFiles(folder, only, unsaved),
    only ? [] : readReleases(folder),
  ]);
  const issues = [...unreadable];
  const yamls = new Map<string, YamlText>();

  const read = (
    file: string,
    text: string | undefined,
    schema: z.ZodType | ((value: unknown) => z.ZodType),
  ): unknown => {
    if (text === undefined) return undefined;
    const yaml = readYaml(file, text);
    yamls.set(file, yaml);
    issues.push(
      ...yaml.issues,
      ...faultsIn(file, text, yaml, typeof schema === "function" ? schema(yaml.value) : schema),
    );
    return yaml.value;
  };

  const single = (path: string, schema: z.ZodObject) =>
    validFields(schema, read(path, texts.get(path), schema));

  const uncertain = new Set<Target>();
  const list = <Name extends FactName>(name: Name) => {
    const path = `facts/${name}.yaml`;
    const value = read(path, texts.get(path), z.array(facts[name]));
    const records = (Array.isArray(value) ? value : []).map((record) => ({
      id: "",
      ...validFields(facts[name], record),
    }));
    if (!Array.isArray(value) || records.some(({ id }) => id === "")) uncertain.add(name);
    return records as unknown as readonly ValidFact<Name>[];
  };

  const declared = (path: string): DeclaredList => {
    const id = idOf(path);
    const value = read(path, texts.get(path), schemaOfList);
    const { title, records: written } = isRecord(value) ? value : {};
    const columns = columnsOf(value);
    const entries = columns !== undefined && Array.isArray(written) ? written : undefined;
    const records = (entries ?? []).map((record) => ({
      id: "",
      ...validFields(recordOfColumns(columns ?? []), record),
    }));
    if (entries === undefined || records.some((record) => record.id === ""))
      uncertain.add(`lists/${id}`);
    return { id, title: typeof title === "string" ? title : "", columns: columns ?? [], records };
  };

  const declaredLists = (): DeclaredList[] => {
    const lists = paths
      .filter((path) => path.startsWith("lists/") && path.endsWith(".yaml"))
      .map(declared);
    const known = lists.map(({ id }) => `lists/${id}`);
    for (const { of } of lists.flatMap(({ columns }) => columns)) {
      const target = of === undefined ? undefined : targetOfColumn(of);
      if (target?.startsWith("lists/") && !known.includes(target)) uncertain.add(target);
    }
    return lists;
  };

  const sources = new Map<string, string>();
  const folderOf = <Name extends ProseName>(name: Name): ValidProse<Name>[] =>
    paths
      .filter((path) => path.startsWith(`${name}/`) && path.endsWith(".mdx"))
      .map((path) => {
        const text = texts.get(path);
        if (text === undefined) return { id: idOf(path), data: {} };
        const { matter, body, faults } = splitProse(text);
        issues.push(...faults.map(({ message, ...place }) => error(path, place, message)));
        const data = validFields(prose[name], read(path, matter, prose[name]));
        issues.push(
          ...unquotedValues(path, yamls.get(path)).filter(({ line }) =>
            issues.every((other) => other.file !== path || other.line !== line),
          ),
        );
        sources.set(path, body);
        return { id: idOf(path), data };
      }) as unknown as ValidProse<Name>[];

  const records = {
    site: single("site.yaml", site),
    template: single("templates/privacy-request.yaml", requestTemplate),
    accessibility: texts.has(accessibilityFile)
      ? single(accessibilityFile, accessibility)
      : undefined,
    facts: Object.fromEntries(
      (Object.keys(facts) as FactName[]).map((name) => [name, list(name)]),
    ) as unknown as Content["facts"],
    lists: declaredLists(),
    prose: { pages: folderOf("pages"), faq: folderOf("faq"), statements: folderOf("statements") },
  };
  let bodies: Body[] | undefined;
  return {
    ...records,
    releases,
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
