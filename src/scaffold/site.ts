import { siteFolder } from "../environment.ts";
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isMap, isSeq, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { readFiles } from "../parse/files.ts";
import type { Content } from "../parse/content.ts";
import { words } from "../schemas/fields.ts";
import { site as siteSchema } from "../schemas/site.ts";
import type { Generator, Change, Context } from "./generator.ts";
import { field, fieldsOf, recordOf, type Answers } from "./fields.ts";

/** A complete content folder that names no organization; its fields are to be filled in. */
const starter = join(import.meta.dirname, "../../starter");

const folderExample = "content-acme";

const folderName = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/,
    "the name of a folder in the project can have only letters, digits, periods, and hyphens",
  )
  .meta({ description: "The folder to write to, inside the project", examples: [folderExample] });

/** Folders of the project that hold something else. */
const foldersInUse = (folder: string): readonly string[] =>
  [folder, siteFolder, starter, "node_modules", "public", "src", "tests"].map((path) =>
    resolve(path),
  );

const validateFolder = (name: string, folder: string): readonly string[] => {
  const path = resolve(name);
  if (foldersInUse(folder).some((used) => !relative(used, path).startsWith("..")))
    return [
      `the folder "${name}" is used for something else; write the name of a new one, such as ${folderExample}`,
    ];
  return existsSync(path) && readdirSync(path).length > 0
    ? [`the folder "${name}" is not empty; write the name of a new one`]
    : [];
};

/** Values for the fields of a starter file. */
type Values = readonly (readonly [path: readonly string[], value: unknown])[];

/** A YAML text with its fields filled in, and without the fields whose value is undefined. */
const withValues = (text: string, values: Values): string => {
  const document = parseDocument(text);
  for (const [path, value] of values) {
    if (value === undefined) document.deleteIn(path);
    else if (document.hasIn(path)) document.setIn(path, value);
  }
  return document.toString({ lineWidth: 0 });
};

/** Laws as another organisation takes them over: its own counsel has not reviewed them. */
const unreviewed = (regimes: string): string => {
  const document: Document = parseDocument(regimes);
  const reviewed = (isSeq(document.contents) ? document.contents.items : [])
    .filter((record) => isMap(record))
    .filter((record) => record.get("confirmed") !== false || record.has("reviewedOn"));
  for (const record of reviewed) {
    record.delete("reviewedOn");
    if (record.get("confirmed") === false) continue;
    record.set("confirmed", false);
    record.set(
      "question",
      `Has counsel reviewed what this says about ${String(record.get("name"))}?`,
    );
  }
  return reviewed.length === 0 ? regimes : document.toString({ lineWidth: 0 });
};

/**
 * The laws and countries of the content at hand, for another organisation; nothing where they name
 * this one, or rights that the starter does not have.
 */
const lawsOf = ({ texts, facts, site: { organisation } }: Content, rights: string): Change[] => {
  const known = new Set(
    (parseDocument(rights).toJS() as readonly { readonly id: string }[]).map(({ id }) => id),
  );
  const paths = ["facts/regimes.yaml", "facts/countries.yaml"] as const;
  const [regimes, countries] = paths.map((path) => texts.get(path));
  const own = organisation?.name;
  const isFit =
    own !== undefined &&
    regimes !== undefined &&
    countries !== undefined &&
    ![regimes, countries].some((text) => text.includes(own)) &&
    facts.regimes.every((regime) =>
      [...(regime.rights ?? []), ...(regime.answer?.for ?? [])].every((id) => known.has(id)),
    );
  return isFit
    ? [
        { path: paths[0], text: unreviewed(regimes) },
        { path: paths[1], text: countries },
      ]
    : [];
};

/** The site of another organization: a content folder whose facts are still to be confirmed. */
export const site = ({ folder, content, today }: Context): Generator => {
  const { organisation, centre } = siteSchema.shape;
  const organizationFields = fieldsOf(organisation);
  const at = (answers: Answers) => String(answers.get("folder"));
  return {
    fields: [
      field("folder", folderName, { validate: (name) => validateFolder(name, folder) }),
      ...organizationFields,
      field("address", centre.shape.url.optional(), { isOffered: true }),
      field("owner", words("Who is responsible for the pages", "Legal").optional()),
    ],
    folder: at,
    changes: async (answers) => {
      const { paths, texts } = await readFiles(starter);
      const owner = answers.get("owner");
      const matter: Values = [
        [["lastReviewed"], today],
        ...(owner === undefined ? [] : ([[["owner"], owner]] as const)),
      ];
      const address = answers.get("address");
      const own: Values = [
        ...Object.entries(recordOf(organizationFields, answers)).map(
          ([key, value]) => [["organisation", key], value] as const,
        ),
        ...(address === undefined
          ? []
          : ([
              [["centre", "url"], address],
              [["centre", "confirmed"], undefined],
              [["centre", "question"], undefined],
            ] as const)),
      ];
      const laws = lawsOf(content, texts.get("facts/rights.yaml") ?? "");
      return paths
        .filter((path) => !path.endsWith("/"))
        .map((path): Change => {
          const text = texts.get(path) ?? "";
          const law = laws.find((change) => change.path === path);
          if (law) return law;
          if (path === "site.yaml") return { path, text: withValues(text, own) };
          if (!path.endsWith(".mdx")) return { path, text };
          const [, front = "", body = ""] = /^---\n([^]*?\n)---\n([^]*)$/.exec(text) ?? [];
          return { path, text: `---\n${withValues(front, matter)}---\n${body}` };
        });
    },
    next: (answers) => [
      "The site is a draft until all facts are confirmed, and every page says so. Continue with",
      `  CONTENT_DIR=${at(answers)} npm run edit`,
      `  CONTENT_DIR=${at(answers)} npm run check -- --report`,
    ],
  };
};
