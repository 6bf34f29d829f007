import { mdxToMarkdown } from "mdast-util-mdx";
import { toMarkdown } from "mdast-util-to-markdown";
import {
  embeddedAnchor,
  everythingPage,
  pagePath,
  statementPart,
  statementPath,
} from "../../centre/addresses.ts";
import { addressesOf } from "../../check/links/link-targets.ts";
import { componentsIn } from "../../check/components/placed-components.ts";
import { requiredFiles } from "../../parse/files.ts";
import { nearest } from "../../parse/nearest.ts";
import { recordOf, type Answers, type Field } from "../../scaffold/fields.ts";
import { statement } from "../../scaffold/prose.ts";
import { folderId } from "../../schemas/fields.ts";
import { isRecord, keysOf } from "../../schemas/introspection.ts";
import { prose } from "../../schemas/prose.ts";
import { dataOf, withEdit, type Edit } from "../store/edit.ts";
import { passageOf } from "../store/passages.ts";
import { Refusal } from "../store/refusal.ts";
import { formerlyOf, withFormer, withFormerId } from "./former.ts";
import { mended, type Renaming } from "./mend.ts";
import { nameOf, pagePlaces } from "./move.ts";
import { fileIn, mendedTexts, planOf, soundPlan, type Ground, type Plan } from "./plan.ts";

/** Why a file cannot be archived; undefined if it can. */
export const isNotArchived = (file: string): string | undefined => {
  if (requiredFiles.includes(file)) return "The site needs this page, so it cannot be archived.";
  return nameOf(file)[0] === "pages" && file.endsWith(".mdx")
    ? undefined
    : "Only a page can be archived. To keep an older text, start a new statement.";
};

/** The fields of a statement that is made of a page: what the page says already is proposed. */
export const archiveFields = (ground: Ground, file: string, today: string): readonly Field[] => {
  const [, id] = nameOf(file);
  const data = ground.content.prose.pages.find((page) => page.id === id)?.data ?? {};
  const own: Readonly<Record<string, string | undefined>> = {
    title: data.title,
    description: data.description,
    "last-reviewed": data.lastReviewed,
    owner: data.owner,
  };
  const { fields } = statement({ folder: ground.folder, content: ground.content, today });
  const taken = ground.content.prose.statements.map((other) => other.id);
  return fields
    .filter(({ isText }) => isText !== true)
    .map((field): Field => {
      if (field.name === "id")
        return { ...field, derive: () => (taken.includes(id) ? undefined : id) };
      if (field.name === "replaced-by")
        return {
          ...field,
          validate: (page) =>
            page === id ? ["it cannot replace itself; choose the page that applies now"] : [],
        };
      const value = own[field.name];
      return value === undefined ? field : { ...field, derive: () => value };
    });
};

const renamingOf = (ground: Ground, old: string, id: string, replacedBy: string): Renaming => {
  const moved = pagePlaces(old, statementPath(id));
  const part = embeddedAnchor(old, "");
  return {
    site: ground.content.site.center?.url,
    id: (target, name) => (target === "pages" && name === old ? replacedBy : name),
    place: (place) => {
      if (place.path !== everythingPage) return moved(place);
      const { fragment } = place;
      if (fragment === old) return { ...place, fragment: statementPart(id) };
      return fragment.startsWith(part)
        ? { ...place, fragment: embeddedAnchor(statementPart(id), fragment.slice(part.length)) }
        : place;
    },
  };
};

/** Words as they stand in prose. */
const inProse = (words: string): string =>
  toMarkdown(
    { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: words }] }] },
    { extensions: [mdxToMarkdown()] },
  ).trim();

/** What makes a page a statement: its own words stay, and its fields become those of one. */
const editsToStatement = (
  file: string,
  text: string,
  answers: Answers,
  fields: readonly Field[],
): readonly Edit[] => {
  const value = dataOf(file, text)?.value;
  const matter = isRecord(value) ? value : {};
  const schema = prose.statements;
  const known = keysOf(schema);
  const lead = matter["lead"];
  const body = dataOf(file, text)?.body ?? "";
  const record: Record<string, unknown> = { status: "archived", ...recordOf(fields, answers) };
  return [
    ...(typeof lead === "string"
      ? [
          {
            kind: "body",
            text: `${inProse(lead)}\n\n${passageOf(body.replaceAll(/\r\n?/g, "\n"))}`,
          } as const,
        ]
      : []),
    ...known
      .filter((key) => key in record)
      .map((key) => ({ kind: "set", path: [key], value: record[key] }) as const),
    ...Object.keys(matter)
      .filter((key) => !known.includes(key))
      .map((key) => ({ kind: "remove", path: [key] }) as const),
  ];
};

/** The page that applies now, with the addresses that led to the one before it. */
const leadingHere = (
  { content }: Ground,
  file: string,
  text: string,
  old: string,
  former: readonly string[],
): string => {
  const [, id] = nameOf(file);
  const withOld = [...former, old]
    .filter((name) => folderId.safeParse(name).success)
    .reduce((before, name) => withFormer(file, before, name, id), text);
  if (content.releases.length === 0) return withOld;
  /* What was published on the old page leads to what is most like it, or comes first. */
  const addresses = addressesOf(content);
  const idsOf = (path: string) => addresses.get(path)?.map((target) => target.id) ?? [];
  const known = idsOf(pagePath(id));
  return idsOf(pagePath(old))
    .filter((name) => !known.includes(name))
    .reduce((before, name) => {
      const now = nearest(name, known) ?? known[0];
      if (now === undefined)
        throw new Refusal(
          `the page that applies now has no heading to which “#${name}” could lead; write one there first`,
        );
      return withFormerId(file, before, name, now, true);
    }, withOld);
};

/** What readers will see, and where, once a page is archived. */
export const whatIsSeen = (ground: Ground, file: string, answers: Answers): readonly string[] => {
  const [, old] = nameOf(file);
  const id = typeof answers.get("id") === "string" ? String(answers.get("id")) : old;
  const replacedBy = answers.get("replaced-by");
  const titleOf = (page: unknown) =>
    ground.content.prose.pages.find((other) => other.id === page)?.data.title ?? "";
  const body = ground.content.bodies.find((other) => other.file === file);
  const shown = [...new Set((body ? componentsIn(body) : []).map(({ name }) => name))];
  return [
    `The text stays, word for word, at ${statementPath(id)}. There the site says first that it is archived, then why it no longer applies, and which page applies now.`,
    "The navigation no longer has it; the search finds it last.",
    replacedBy === undefined
      ? `Its old address, ${pagePath(old)}, will lead to the page that applies now.`
      : `Its old address, ${pagePath(old)}, will lead to “${titleOf(replacedBy)}”.`,
    "Links to it lead to the statement from then on. What can name a page alone, such as a way in on the overview, names the page that applies now: read these again.",
    ...(shown.length > 0
      ? [
          `Its text shows facts by components (${shown.join(", ")}), which change with the facts. To keep what they show today, write it out first.`,
        ]
      : []),
  ];
};

/**
 * Plans to make a page an archived statement.
 * @param fields with which the answers were given
 * @throws {Refusal} if that cannot be done
 */
export const planArchive = async (
  ground: Ground,
  file: string,
  fields: readonly Field[],
  answers: Answers,
): Promise<Plan> => {
  const refused = isNotArchived(file);
  if (refused !== undefined) throw new Refusal(refused);
  const [, old] = nameOf(file);
  const { text } = fileIn(ground, file);
  const [id, replacedBy] = [answers.get("id"), answers.get("replaced-by")].map(String);
  if (id === undefined || replacedBy === undefined) throw new Refusal("this is not complete");
  const renaming = renamingOf(ground, old, id, replacedBy);
  const texts = mendedTexts(ground, renaming, [old]);
  const to = `statements/${id}.mdx`;
  const edits = editsToStatement(file, text, answers, fields);
  const own = mended({ ...renaming, id: (_, name) => name }, file, text);
  texts.set(
    file,
    edits.reduce((before, edit) => withEdit(to, before, edit), own),
  );
  const page = `pages/${replacedBy}.mdx`;
  const pageText = texts.get(page) ?? fileIn(ground, page).text;
  texts.set(page, leadingHere(ground, page, pageText, old, formerlyOf(file, text).map(String)));
  const title = ground.content.prose.pages.find((other) => other.id === old)?.data.title ?? old;
  return soundPlan(
    await planOf(
      ground,
      `Archived “${title}”; it is now at ${statementPath(id)}.`,
      texts,
      [pagePath(old), statementPath(id)],
      { file, to },
    ),
  );
};
