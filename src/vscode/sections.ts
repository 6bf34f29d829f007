import { facts, type FactName } from "../schemas/facts.ts";
import { metaOf } from "../schemas/introspection.ts";
import { fileOfList, type DeclaredList } from "../schemas/lists.ts";
import { accessibilityFile } from "../schemas/records.ts";
import { vocabulary, wordOf, type WordName } from "../schemas/vocabulary.ts";
import { listSchemaName, newListSchema } from "./json-schemas.ts";

/* Parts of files that are otherwise written by hand. */

const factNames = Object.keys(facts) as FactName[];

const schemaPath = (name: string) => `.vscode/schemas/${name}.json`;

/** The files of the content folder that each JSON Schema is for, as VS Code's YAML extension has them. */
const schemaMapping = (
  lists: readonly DeclaredList[],
): Record<string, string | readonly string[]> => {
  const pathOf = (id: string) => `content/${fileOfList(`lists/${id}`)}`;
  const declared = lists.map(({ id }) => pathOf(id));
  const anyList = "content/lists/*.yaml";
  return {
    [schemaPath("site")]: "content/site.yaml",
    [schemaPath("privacy-request")]: "content/templates/privacy-request.yaml",
    ...Object.fromEntries(
      factNames.map((name) => [schemaPath(name), `content/${fileOfList(name)}`]),
    ),
    [schemaPath("accessibility")]: `content/${accessibilityFile}`,
    [schemaPath(newListSchema)]:
      declared.length === 0 ? anyList : [anyList, ...declared.map((path) => `!${path}`)],
    ...Object.fromEntries(lists.map(({ id }) => [schemaPath(listSchemaName(id)), pathOf(id)])),
  };
};

/** Settings of VS Code with the mapping in its place. */
export const withSchemaMapping = (settings: string, lists: readonly DeclaredList[]): string =>
  settings.replace(
    /^(?<indent> *)"yaml\.schemas": \{[^}]*\}/m,
    (_, indent: string) =>
      `${indent}"yaml.schemas": ${JSON.stringify(schemaMapping(lists), null, 2).replaceAll("\n", `\n${indent}`)}`,
  );

const componentsShowing = (list: FactName): string =>
  (Object.keys(vocabulary) as WordName[])
    .flatMap((name) => {
      const { shows, refersTo, example } = wordOf(name);
      if (shows?.some(({ of }) => of === list)) return [`\`<${name} />\``];
      return refersTo?.["id"] === list ? [`\`${example}\``] : [];
    })
    .join(" ");

const rowOf = (name: FactName): string => {
  const { description } = metaOf(facts[name]);
  return `| \`${name}.yaml\` | ${String(description)} | ${componentsShowing(name)} |`;
};

const begins = "<!-- `npm run build` writes this table from src/schemas. -->";
const ends = "<!-- The table ends here. -->";

/** The guide for those who edit with the table of the lists of facts in its place. */
export const withListTable = (guide: string): string => {
  const start = guide.indexOf(begins);
  const end = guide.indexOf(ends, start);
  if (start === -1 || end === -1) return guide;
  const rows = [
    "| File | What it lists | Shown by |",
    "| --- | --- | --- |",
    ...factNames.map(rowOf),
  ];
  return `${guide.slice(0, start + begins.length)}\n\n${rows.join("\n")}\n\n${guide.slice(end)}`;
};
