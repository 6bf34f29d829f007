import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, matchesGlob } from "node:path";
import { pathToFileURL } from "node:url";
import { reviewedFile } from "../../src/parse/files.ts";
import { expect, test } from "@playwright/test";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { parse } from "yaml";
import { withListTable } from "../../src/vscode/sections.ts";
import { splitProse } from "../../src/parse/front-matter.ts";
import { facts } from "../../src/schemas/facts.ts";
import { editorFiles, writeEditorFiles } from "../../src/vscode/editor-files.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** A file of settings, in which VS Code allows remarks of a line each. */
const settings = (path: string) =>
  JSON.parse(read(path).replaceAll(/^\s*\/\/.*$/gm, "")) as Record<string, unknown>;

const schemaFiles = globSync(".vscode/schemas/*.json", { cwd: root }).map((path) =>
  path.replaceAll("\\", "/"),
);

/** `defaultSnippets` and `errorMessage` are VS Code's own words. */
const ajv = formats(new Ajv({ allErrors: true, keywords: ["defaultSnippets", "errorMessage"] }));

const validators = new Map<string, ValidateFunction>(
  schemaFiles.map((path) => [path, ajv.compile(JSON.parse(read(path)) as object)]),
);

const mapped = settings(".vscode/settings.json")["yaml.schemas"] as Record<
  string,
  string | readonly string[]
>;

/** The schema that an editor takes for a file of `content/`, or for the front matter of one. */
const schemaFor = (path: string) =>
  Object.entries(mapped).find(([, files]) =>
    [files].flat().some((pattern) => matchesGlob(path, pattern)),
  )?.[0] ?? `.vscode/schemas/${path.split("/")[1] ?? ""}-front-matter.json`;

const matterOf = (path: string, text: string): unknown =>
  parse(path.endsWith(".mdx") ? (splitProse(text).matter ?? "") : text);

/** What the schema for a file of `content/` says of a text, as "/0/email must …". */
const faultsOf = (path: string, text: string) => {
  const validate = validators.get(schemaFor(path));
  if (!validate) throw new Error(`There is no schema for ${path}.`);
  validate(matterOf(path, text));
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath} ${String(message)} ${Object.values(params).join(" ")}`,
  );
};

for (const folder of ["content", "tests/fixtures/another-organization"])
  test(`editors find nothing wrong with ${folder}`, () => {
    const files = globSync(
      "{site.yaml,{facts,lists,templates}/*.yaml,{pages,faq,statements}/*.mdx}",
      {
        cwd: join(root, folder),
      },
    ).map((path) => path.replaceAll("\\", "/"));
    const kinds = new Set(files.map((path) => schemaFor(`content/${path}`)));
    const faults = files.flatMap((path) =>
      faultsOf(`content/${path}`, read(`${folder}/${path}`)).map((fault) => `${path}${fault}`),
    );
    expect(faults).toEqual([]);
    /* Another organization has no statement; the one that is shipped declares no list. */
    expect(kinds.size).toBe(schemaFiles.length - 1);
  });

test("editors mark what a record or a page lacks, and names that it does not know", () => {
  const contacts = "content/facts/contacts.yaml";
  expect(faultsOf(contacts, "- { id: privacy, topic: Privacy, email: privacy@acme.org }")).toEqual(
    [],
  );
  expect(faultsOf(contacts, "- { id: privacy, topic: Privacy }")).toEqual([
    "/0 must have required property 'email' email",
  ]);
  expect(
    faultsOf(contacts, "- { id: privacy, topic: Privacy, email: privacy@acme.org, confrmed: no }"),
  ).toEqual(["/0 must NOT have additional properties confrmed"]);

  const page = (lines: string) => `---\ntitle: A page\ndescription: It.\n${lines}\n---\n\nText.\n`;
  const rest = 'navigation: A page\norder: 1\nlastReviewed: "2026-03-31"';
  expect(faultsOf("content/pages/a-page.mdx", page(`${rest}\nowner: Legal`))).toEqual([]);
  expect(faultsOf("content/pages/a-page.mdx", page(rest))).toEqual([
    " must have required property 'owner' owner",
  ]);
  expect(faultsOf("content/pages/a-page.mdx", page(`${rest}\nowner: Legal\nledd: It.`))).toEqual([
    " must NOT have additional properties ledd",
  ]);
});

test("editors mark a day that does not exist, an address without an @ and an id in capitals", () => {
  const record = (id: string, email: string) => `- { id: ${id}, topic: Privacy, email: ${email} }`;
  expect(
    faultsOf("content/facts/contacts.yaml", record("privacy", "privacy.acme.org")),
  ).not.toEqual([]);
  expect(faultsOf("content/facts/contacts.yaml", record("Privacy", "a@acme.org"))).not.toEqual([]);
  const question = (day: string) =>
    `---\nquestion: Why?\ntopic: a\norder: 1\nowner: Legal\nlastReviewed: "${day}"\n---\n`;
  expect(faultsOf("content/faq/why.mdx", question("2026-02-28"))).toEqual([]);
  expect(faultsOf("content/faq/why.mdx", question("2026-02-31"))).not.toEqual([]);
});

interface Described {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** Every field of a schema at whatever depth, by its path. */
const fieldsOf = (schema: Described, path: string): [string, Described][] =>
  [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items?.properties ? Object.entries(schema.items.properties) : []),
  ].flatMap(([name, field]) => [
    [`${path}/${name}`, field] as [string, Described],
    ...fieldsOf(field, `${path}/${name}`),
  ]);

test("every field explains itself, and shows an example that fits it", () => {
  const fields = schemaFiles.flatMap((path) => fieldsOf(JSON.parse(read(path)) as Described, path));
  expect(fields.length).toBeGreaterThan(100);
  const isGroup = ({ properties }: Described) => properties !== undefined;
  const silent = fields.filter(([, { description, examples }]) => !description || !examples);
  expect(silent.filter(([, field]) => !isGroup(field)).map(([path]) => path)).toEqual([]);
  const wrong = fields.filter(
    ([, field]) => !(field.examples ?? []).every((example) => ajv.validate(field, example)),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
});

test("a new record has every field that its file asks for, and is well formed", () => {
  const filled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, filled(below)]));
    return parse(String(value).replaceAll(/\$\{\d+:(.*?)\}/g, "$1")) as unknown;
  };
  const lists = schemaFiles.filter((path) => String(mapped[path]).includes("/facts/"));
  expect(lists).toHaveLength(Object.keys(facts).length + 1);
  for (const path of lists) {
    const { defaultSnippets } = JSON.parse(read(path)) as {
      defaultSnippets: readonly { body: unknown }[];
    };
    for (const { body } of defaultSnippets) {
      const validate = validators.get(path);
      /* The statement on accessibility is a record by itself. */
      const written = path.endsWith("/accessibility.json") ? filled(body) : [filled(body)];
      expect(validate?.(written), `${path}: ${JSON.stringify(validate?.errors)}`).toBe(true);
    }
  }
});

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

/** What a snippet has written once one has gone through it and typed nothing. */
const writtenBy = ({ body }: Snippet) =>
  body
    .join("\n")
    .replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-03-31")
    .replaceAll(/\$\{\d+:(.*?)\}/g, "$1")
    .replaceAll("$0", "");

const snippets = settings(".vscode/prose.code-snippets") as unknown as Record<string, Snippet>;

for (const [name, folder] of Object.entries({
  page: "pages",
  question: "faq",
  statement: "statements",
}))
  test(`the snippet of a new ${name} writes front matter that is well formed`, () => {
    const snippet = snippets[name];
    expect(snippet?.prefix).toEqual([`new ${name}`]);
    expect(faultsOf(`content/${folder}/new.mdx`, snippet ? writtenBy(snippet) : "")).toEqual([]);
  });

test("every component that the guide for editors names has a snippet that writes it", () => {
  const named = [...read("content/README.md").matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(20);
  for (const name of new Set(named)) {
    const snippet = snippets[String(name)];
    expect(snippet?.prefix).toEqual([`<${String(name)}`, name]);
    expect(snippet ? writtenBy(snippet) : "").toMatch(new RegExp(`^<${String(name)}\\b`));
  }
  expect(snippets["Policy"] && writtenBy(snippets["Policy"])).toBe(
    '<Policy id="terms">Terms of Service</Policy>',
  );
});

test("what is committed for editors is up to date with the schemas", async () => {
  const files = await editorFiles(pathToFileURL(`${root}/`));
  const stale = [...files].filter(
    ([path, text]) => !existsSync(join(root, path)) || read(path) !== text,
  );
  expect(
    stale.map(([path]) => path),
    "Write them with `npm run build`, and commit them.",
  ).toEqual([]);
  expect([...files.keys()].filter((path) => path.includes("/schemas/")).toSorted()).toEqual(
    schemaFiles.toSorted(),
  );
});

test("just what differs from the schemas is written", async () => {
  const folder = test.info().outputPath();
  const target = pathToFileURL(`${folder}/`);
  expect(await writeEditorFiles(target)).toEqual([...(await editorFiles(target)).keys()]);
  expect(await writeEditorFiles(target)).toEqual([]);
  const [path, text] = [...(await editorFiles(target))][0] ?? ["", ""];
  writeFileSync(join(folder, path), "{}");
  expect(await writeEditorFiles(target)).toEqual([path]);
  expect(readFileSync(join(folder, path), "utf8")).toBe(text);
});

test("the settings give every file of facts its schema, and name none that is not there", () => {
  /* What was reviewed is written by the commands; nobody edits it. */
  const yaml = globSync("content/{*,*/*}.yaml", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path !== `content/${reviewedFile}`);
  expect(yaml.filter((path) => !schemaFor(path).endsWith(".json"))).toEqual([]);
  expect(Object.values(mapped).toSorted()).toEqual([...yaml, "content/lists/*.yaml"].toSorted());
  expect(Object.keys(mapped).filter((path) => !schemaFiles.includes(path))).toEqual([]);
});

test("a declared list has a schema and a record to begin with, as long as it is there", async () => {
  const target = pathToFileURL(`${test.info().outputPath()}/`);
  const write = (path: string, text: string) => {
    mkdirSync(new URL(".", new URL(path, target)), { recursive: true });
    writeFileSync(new URL(path, target), text);
  };
  write(
    ".vscode/settings.json",
    '{\n  // A remark.\n  "yaml.schemas": { "x": "y" },\n  "a": {}\n}\n',
  );
  const list = "content/lists/auditors.yaml";
  write(
    list,
    "title: Auditors\ncolumns:\n  - { id: name, label: Name, kind: words }\n  - { id: since, label: Since, kind: date }\nrecords: []\n",
  );
  await writeEditorFiles(target);
  const own = ".vscode/schemas/list-auditors.json";
  const after = readFileSync(new URL(".vscode/settings.json", target), "utf8");
  expect(after).toMatch(/^\{\n {2}\/\/ A remark\.\n {2}"yaml\.schemas": \{\n/);
  expect(after).toMatch(/\n {2}\},\n {2}"a": \{\}\n\}\n$/);
  const { "yaml.schemas": mapping } = JSON.parse(after.replaceAll(/^\s*\/\/.*$/gm, "")) as {
    "yaml.schemas": Record<string, unknown>;
  };
  expect(mapping[own]).toBe(list);
  expect(mapping[".vscode/schemas/list.json"]).toEqual(["content/lists/*.yaml", `!${list}`]);
  const schema = JSON.parse(readFileSync(new URL(own, target), "utf8")) as {
    properties: { records: { defaultSnippets: readonly { body: unknown }[] } };
  };
  expect(schema.properties.records.defaultSnippets[0]?.body).toEqual({
    ...{ id: "${1:data-protection}", name: "${2:Name}", since: "${3:2026-03-31}" },
  });
  const fits = ajv.compile(schema);
  const record = { id: "acme", name: "Acme", since: "2026-03-31" };
  const columns = [{ id: "name", label: "Name", kind: "words" }];
  expect(fits({ title: "Auditors", columns, records: [record] })).toBe(true);
  expect(fits({ title: "Auditors", columns, records: [{ ...record, sinse: "2026" }] })).toBe(false);
  rmSync(new URL(list, target));
  await writeEditorFiles(target);
  expect(existsSync(new URL(own, target))).toBe(false);
});

test("the guide says what each list of facts is of, and by what it is shown", () => {
  const guide = read("content/README.md");
  for (const name of Object.keys(facts))
    expect(guide).toMatch(new RegExp(`^\\| \`${name}\\.yaml\` \\| [A-Z].+ \\| .*\\|$`, "m"));
  expect(withListTable(guide.replace(/^\| `rights\.yaml`.*\n/m, ""))).toBe(guide);
  expect(withListTable("Another guide.")).toBe("Another guide.");
});

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly message?: number;
}

interface Task {
  readonly label: string;
  readonly command: string;
  readonly problemMatcher: readonly { severity: string; pattern: Pattern | readonly Pattern[] }[];
}

test("the check's task lists every problem under its file, line and severity", () => {
  const { tasks } = settings(".vscode/tasks.json") as unknown as { tasks: readonly Task[] };
  const check = tasks.find(({ label }) => label === "check");
  expect(check?.command).toBe("npm run check");
  const scripts = settings("package.json")["scripts"] as Record<string, string>;
  expect(scripts["check"]).toBeDefined();

  const patternsFor = (severity: string) =>
    [check?.problemMatcher.find((matcher) => matcher.severity === severity)?.pattern ?? []].flat();
  const problem = (line: string, { regexp, file, line: at, column, message }: Pattern) => {
    const found = new RegExp(regexp).exec(line);
    return found && [file, at, column, message].map((group) => found[group ?? 0]);
  };

  const folder = test.info().outputPath("content");
  cpSync(join(root, "tests/fixtures/another-organization"), folder, { recursive: true });
  const broken = (path: string, from: RegExp, to: string) => {
    writeFileSync(
      join(folder, path),
      readFileSync(join(folder, path), "utf8").replace(from, () => to),
    );
  };
  broken("facts/contacts.yaml", /email: .*/, "email: privacy at acme");
  const [answer = ""] = globSync("faq/*.mdx", { cwd: folder }).sort();
  broken(answer, /$/, "\n## Flaws\n\nWrite to security@acme.org.\n");
  const env = { ...process.env, CONTENT_DIR: folder, GITHUB_ACTIONS: "" };
  const { stderr } = spawnSync(process.execPath, ["src/cli/check.ts"], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  const lines = stderr.split("\n");
  const isFound = (line: string) => line.includes(" – ");

  const [error] = patternsFor("error");
  const [heading, warning] = patternsFor("warning");
  const begins = lines.findIndex((line) => heading && problem(line, heading));
  expect(begins).toBeGreaterThan(0);
  const errors = lines.slice(0, begins).filter(isFound);
  expect(errors.map((line) => error && problem(line, error))).toContainEqual([
    join(folder, "facts/contacts.yaml"),
    expect.stringMatching(/^\d+$/),
    "3",
    expect.stringMatching(/^"email" cannot be "privacy at acme": /),
  ]);
  // The matcher of warnings holds from their heading to the first line that is none.
  const end = lines.findIndex((line, at) => at > begins && !(warning && problem(line, warning)));
  const warnings = lines.slice(begins + 1, end);
  expect(warnings.map((line) => warning && problem(line, warning))).toContainEqual([
    join(folder, answer),
    expect.stringMatching(/^\d+$/),
    "10",
    expect.stringMatching(/^security@acme.org is /),
  ]);
  expect([...errors, ...warnings]).toEqual(lines.filter(isFound));
});
