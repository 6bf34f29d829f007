import { siteFolder } from "../environment.ts";
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isMap, isSeq, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { readFiles } from "../parse/files.ts";
import type { Content } from "../parse/content.ts";
import { words } from "../schemas/fields.ts";
import { site } from "../schemas/site.ts";
import type { Generator, Change, Context } from "./generator.ts";
import { field, fieldsOf, recordOf, type Answers } from "./fields.ts";

/** A whole content folder that says nothing of anybody; the fields in it are empty. */
const starter = join(import.meta.dirname, "../../starter");

const folderExample = "content-acme";

const folderName = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/,
    "a folder within the project has letters, digits, dots and hyphens only",
  )
  .meta({ description: "The folder to write, within the project", examples: [folderExample] });

/** Folders of the project that hold something else. */
const otherwiseUsed = (folder: string): readonly string[] =>
  [folder, siteFolder, starter, "node_modules", "public", "src", "tests"].map((one) =>
    resolve(one),
  );

const refuseFolder = (name: string, folder: string): readonly string[] => {
  const path = resolve(name);
  if (otherwiseUsed(folder).some((one) => !relative(one, path).startsWith("..")))
    return [
      `the folder "${name}" holds something else; write the name of a new one, such as ${folderExample}`,
    ];
  return existsSync(path) && readdirSync(path).length > 0
    ? [`there is something in the folder "${name}" already; write the name of a new one`]
    : [];
};

/** What fills the fields of a starter file. */
type Values = readonly (readonly [path: readonly string[], value: unknown])[];

/** A YAML text with its fields filled, and without the fields whose value is nothing. */
const filled = (text: string, values: Values): string => {
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
    record.set("question", `Has counsel reviewed what this says of ${String(record.get("name"))}?`);
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

/** The centre of another organisation: a content folder whose facts are still to be confirmed. */
export const centre = ({ folder, content, today }: Context): Generator => {
  const { organisation, centre: place } = site.shape;
  const organisationBlanks = fieldsOf(organisation);
  const at = (answers: Answers) => String(answers.get("folder"));
  return {
    fields: [
      field("folder", folderName, { refuse: (name) => refuseFolder(name, folder) }),
      ...organisationBlanks,
      field("address", place.shape.url.optional(), { isOffered: true }),
      field("owner", words("Who answers for the pages", "Legal").optional()),
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
        ...Object.entries(recordOf(organisationBlanks, answers)).map(
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
          const law = laws.find((one) => one.path === path);
          if (law) return law;
          if (path === "site.yaml") return { path, text: filled(text, own) };
          if (!path.endsWith(".mdx")) return { path, text };
          const [, front = "", body = ""] = /^---\n([^]*?\n)---\n([^]*)$/.exec(text) ?? [];
          return { path, text: `---\n${filled(front, matter)}---\n${body}` };
        });
    },
    next: (answers) => [
      "It is a draft: every page says what is still to be confirmed. Go on with",
      `  CONTENT_DIR=${at(answers)} npm run edit`,
      `  CONTENT_DIR=${at(answers)} npm run check -- --report`,
    ],
  };
};
