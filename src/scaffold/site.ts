import { siteFolder } from "../environment.ts";
import { existsSync, readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { readFiles } from "../parse/files.ts";
import { starterFolder } from "../parse/starter.ts";
import type { Content } from "../parse/content.ts";
import { isRefusedByWindows, words } from "../schemas/fields.ts";
import { accessibilityFile } from "../schemas/records.ts";
import { site as siteSchema } from "../schemas/site.ts";
import type { Generator, Change, Context } from "./generator.ts";
import { field, fieldsOf, recordOf, type Answers } from "./fields.ts";

const folderExample = "content-acme";

const folderName = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/,
    "the name of a folder in the project can have only letters, digits, periods, and hyphens",
  )
  .refine((name) => !name.split("/").some(isRefusedByWindows), {
    error: ({ input }) =>
      `Windows cannot have a folder named "${String(input)}"; write another name, such as ${folderExample}`,
  })
  .meta({ description: "The folder to write to, inside the project", examples: [folderExample] });

/** Folders of the project that hold something else. */
const foldersInUse = (folder: string): readonly string[] =>
  [folder, siteFolder, starterFolder, "node_modules", "public", "src", "tests"].map((path) =>
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

/** What of a law another organization takes over: what it gives to requesters, not how this one names it. */
const takenOver = new Set(["id", "name", "request"]);

/** What the starter says of the laws that are named on its overview, without what these would give. */
const namedLaws = (starterLaws: string): string => {
  const document = parseDocument(starterLaws);
  if (isSeq(document.contents))
    for (const law of document.contents.items) if (isMap(law)) law.delete("request");
  return document.toString({ lineWidth: 0 });
};

/** Laws as another organization takes them over: its own counsel has not reviewed them. */
const unreviewed = (laws: string): string => {
  const document: Document = parseDocument(laws);
  if (!isSeq(document.contents)) return "";
  document.contents.items = document.contents.items.filter(
    (law) => isMap(law) && law.has("request"),
  );
  for (const law of document.contents.items) {
    if (!isMap(law)) continue;
    for (const { key } of [...law.items])
      if (isScalar(key) && !takenOver.has(String(key.value))) law.delete(key);
    const request = law.get("request");
    if (!isMap(request)) continue;
    for (const key of ["reviewedOn", "confirmedBy", "confirmedOn", "confirmedFrom"])
      request.delete(key);
    if (request.get("confirmed") === false) continue;
    request.set("confirmed", false);
    request.set(
      "question",
      `Has counsel reviewed what this says about ${String(law.get("name"))}?`,
    );
  }
  document.commentBefore = null;
  document.contents.commentBefore = null;
  return document.toString({ lineWidth: 0 });
};

/**
 * The laws and countries of the content at hand, for another organization; nothing where they name
 * this one, or rights that the starter does not have.
 */
const lawsOf = (
  { texts, facts, site: { organization } }: Content,
  starterTexts: ReadonlyMap<string, string>,
): Change[] => {
  const starterIds = (file: string) =>
    (parseDocument(starterTexts.get(file) ?? "").toJS() as readonly { readonly id: string }[]).map(
      ({ id }) => id,
    );
  const known = starterIds("facts/rights.yaml");
  const paths = ["facts/laws.yaml", "facts/countries.yaml"] as const;
  const [laws, countries] = paths.map((path) => texts.get(path));
  const own = organization?.name;
  const taken = laws === undefined ? "" : unreviewed(laws);
  const isFit =
    own !== undefined &&
    countries !== undefined &&
    taken !== "" &&
    ![taken, countries].some((text) => text.includes(own)) &&
    facts.laws.every(({ request }) =>
      [request?.rights ?? [], ...(request?.periods ?? []).map((period) => period.for)]
        .flat()
        .every((id) => known.includes(id)),
    ) &&
    starterIds(paths[0]).every((id) => facts.laws.every((law) => law.id !== id));
  return isFit
    ? [
        { path: paths[0], text: `${namedLaws(starterTexts.get(paths[0]) ?? "")}\n${taken}` },
        { path: paths[1], text: countries },
      ]
    : [];
};

/** The site of another organization: a content folder whose facts are still to be confirmed. */
export const site = ({ folder, content, today }: Context): Generator => {
  const { organization, center } = siteSchema.shape;
  const organizationFields = fieldsOf(organization);
  const at = (answers: Answers) => String(answers.get("folder"));
  return {
    fields: [
      field("folder", folderName, { validate: (name) => validateFolder(name, folder) }),
      ...organizationFields,
      field("address", center.shape.url.optional(), { isOffered: true }),
      field("owner", words("Who is responsible for the pages", "Legal").optional()),
    ],
    folder: at,
    changes: async (answers) => {
      const { paths, texts } = await readFiles(starterFolder);
      const owner = answers.get("owner");
      const matter: Values = [
        [["lastReviewed"], today],
        ...(owner === undefined ? [] : ([[["owner"], owner]] as const)),
      ];
      const address = answers.get("address");
      const own: Values = [
        ...Object.entries(recordOf(organizationFields, answers)).map(
          ([key, value]) => [["organization", key], value] as const,
        ),
        ...(address === undefined
          ? []
          : ([
              [["center", "url"], address],
              [["center", "confirmed"], undefined],
              [["center", "question"], undefined],
            ] as const)),
      ];
      const laws = lawsOf(content, texts);
      return paths
        .filter((path) => !path.endsWith("/"))
        .map((path): Change => {
          const text = texts.get(path) ?? "";
          const law = laws.find((change) => change.path === path);
          if (law) return law;
          if (path === "site.yaml") return { path, text: withValues(text, own) };
          if (path === accessibilityFile)
            return { path, text: withValues(text, [...matter, [["prepared"], today]]) };
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
