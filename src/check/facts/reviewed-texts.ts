import { createHash } from "node:crypto";
import { parse, stringify } from "yaml";
import type { FactName } from "../../schemas/facts.ts";
import { fileOfList, type ListName } from "../../schemas/lists.ts";
import { confirmationFields } from "../../schemas/fields.ts";
import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import type { ProseName } from "../../schemas/prose.ts";
import { reviewedFile } from "../../parse/files.ts";
import { splitProse } from "../../parse/front-matter.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import { accessibilityFile } from "../../schemas/records.ts";
import { referencesOf, shownBy } from "../../schemas/vocabulary.ts";
import { propOf } from "../../parse/mdx-tree.ts";
import { longDate } from "../../words/formats.ts";
import { componentsIn } from "../components/placed-components.ts";
import { isoDate } from "./reviews.ts";

/*
 * Whether a text is still the one that was reviewed. The digest of each reviewed text is kept in the
 * content folder, since nothing else is there wherever content is edited: Git may be absent, and a
 * clone of a single commit knows no earlier one.
 */

/** A text that readers see, and the day on which it was reviewed. */
interface ReviewedText {
  /** Its file, and the id of its record in a list. */
  readonly name: string;
  readonly file: string;
  readonly path: FieldPath;
  /** An ISO date. */
  readonly day: string;
  readonly digest: string;
}

/** The fields of front matter that readers see. */
const shown = ["title", "question", "description", "lead", "navigation", "summary"];

/** The fields of a record that say how sure it is, and not what. */
const aside = new Set([
  ...confirmationFields,
  ...["reviewedOn", "confidence"],
  ...["prepared", "lastReviewed", "owner"],
]);

const digestOf = (...texts: readonly string[]): string =>
  createHash("sha256")
    .update(texts.map((text) => text.replaceAll(/\s+/g, " ").trim()).join("\n"))
    .digest("base64url")
    .slice(0, 16);

/** Every text and figure of a record, from top to bottom. */
const wordsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (isRecord(value))
    return Object.entries(value)
      .filter(([key]) => !aside.has(key))
      .flatMap(([key, below]) => wordsIn(below).map((words) => `${key}: ${words}`));
  return value === undefined || value === null ? [] : [JSON.stringify(value)];
};

const proseTexts = ({ prose, texts }: Content): ReviewedText[] =>
  (Object.keys(prose) as ProseName[]).flatMap((name) =>
    prose[name].flatMap(({ id, data }) => {
      const file = `${name}/${id}.mdx`;
      const { lastReviewed: day } = data;
      if (day === undefined) return [];
      const matter: Readonly<Record<string, unknown>> = { ...data };
      const fields = shown.map((field) => wordsIn(matter[field]).join(" "));
      const digest = digestOf(...fields, splitProse(texts.get(file) ?? "").body);
      return [{ name: file, file, path: ["lastReviewed"], day, digest }];
    }),
  );

const latest = (texts: readonly ReviewedText[]): string =>
  texts
    .map(({ day }) => day)
    .sort()
    .at(-1) ?? "";

/** Each list that prose shows, or whose records it refers to, with the files that do so. */
const filesByList = ({ bodies }: Content): ReadonlyMap<string, ReadonlySet<string>> => {
  const files = new Map<string, Set<string>>();
  for (const body of bodies)
    for (const { name, node } of componentsIn(body)) {
      const prop = (of: string) => propOf(node, of);
      const shown = shownBy(name, prop).map(({ of }) => of);
      for (const list of [...shown, ...Object.values(referencesOf(name, prop))])
        files.set(list, (files.get(list) ?? new Set()).add(body.file));
    }
  return files;
};

/**
 * The records of lists. They are reviewed with the prose that shows them, or, where none does, with
 * whatever was reviewed last. Those of countries have no words of their own.
 */
const recordTexts = (content: Content, prose: readonly ReviewedText[]): ReviewedText[] => {
  const { facts, lists } = content;
  const all: readonly (readonly [ListName, readonly { readonly id: string }[], FieldPath])[] = [
    ...(Object.keys(facts) as FactName[])
      .filter((list) => list !== "countries")
      .map((list) => [list, facts[list], []] as const),
    ...lists.map(({ id, records }) => [`lists/${id}`, records, ["records"]] as const),
  ];
  const showing = filesByList(content);
  return all.flatMap(([list, records, within]) => {
    const file = fileOfList(list);
    const texts = prose.filter((text) => showing.get(list)?.has(text.file));
    const day = latest(texts) || latest(prose);
    return records.flatMap((record, at) =>
      record.id === ""
        ? []
        : [
            {
              name: `${file}#${record.id}`,
              file,
              path: [...within, at],
              day,
              digest: digestOf(...wordsIn(record)),
            },
          ],
    );
  });
};

const statementTexts = ({ accessibility }: Content): ReviewedText[] => {
  const day = accessibility?.lastReviewed;
  return day === undefined
    ? []
    : [
        {
          name: accessibilityFile,
          file: accessibilityFile,
          path: ["lastReviewed"],
          day,
          digest: digestOf(...wordsIn(accessibility)),
        },
      ];
};

const reviewedTexts = (content: Content): ReviewedText[] => {
  const prose = proseTexts(content);
  return [...prose, ...recordTexts(content, prose), ...statementTexts(content)];
};

/** What was kept of each text: the day of its review, and its digest; undefined if it cannot be read. */
const kept = ({ texts }: Content): ReadonlyMap<string, string> | undefined => {
  try {
    /* Of two versions that somebody kept side by side, the later stands. */
    const value: unknown = parse(texts.get(reviewedFile) ?? "{}", { uniqueKeys: false });
    return new Map(
      Object.entries(isRecord(value) ? value : {}).flatMap(([name, line]) =>
        typeof line === "string" ? [[name, line] as const] : [],
      ),
    );
  } catch {
    return undefined;
  }
};

const today = () => isoDate(Date.now());

/** Texts that have changed since they were reviewed. Changes on the day of the review belong to it. */
export const changedSinceReview = (content: Content): Issue[] => {
  const known = kept(content) ?? new Map<string, string>();
  return reviewedTexts(content).flatMap(({ name, file, path, day, digest }) => {
    const [reviewedOn, reviewed] = (known.get(name) ?? "").split(" ");
    if (!day || reviewedOn !== day || reviewed === digest || day >= today()) return [];
    const where = path[0] === "lastReviewed" ? "" : " of the page that shows it";
    return [
      warning(
        file,
        content.placeOf(file, path),
        `this has changed since ${longDate("en", day)}, the day of its last review, and tests may refuse it; review it, and write the day on which you did in lastReviewed${where}`,
      ),
    ];
  });
};

const fileOf = (lines: readonly (readonly [name: string, line: string])[]): string =>
  "# The texts as they were last reviewed. Written by `npm run build` and `npm run edit`, not by hand; commit it.\n" +
  stringify(Object.fromEntries(lines.filter(([, line]) => line !== "").toSorted()), {
    lineWidth: 0,
  });

/**
 * The text of the file that keeps what was reviewed, after texts have moved and what they refer to was
 * given other ids: that is no change to review. What had changed before still has.
 * @param nameAfter what a text is called afterwards
 * @returns undefined where there is no such file, it cannot be read, or it stays as it is
 */
export const keptTextsAfterMove = (
  before: Content,
  after: Content,
  nameAfter: (name: string) => string,
): string | undefined => {
  const text = before.texts.get(reviewedFile);
  const known = kept(before);
  if (text === undefined || known === undefined) return undefined;
  const digests = (content: Content) =>
    new Map(reviewedTexts(content).map(({ name, digest }) => [name, digest]));
  const [old, present] = [digests(before), digests(after)];
  const lines = [...known].map(([name, line]) => {
    const [day = "", digest] = line.split(" ");
    const now = present.get(nameAfter(name));
    const isSame = digest === old.get(name) && now !== undefined;
    return [nameAfter(name), isSame ? `${day} ${now}` : line] as const;
  });
  const isChanged = lines.some(([name, line]) => known.get(name) !== line);
  return isChanged ? fileOf(lines) : undefined;
};

/**
 * The text of the file that keeps what was reviewed, brought up to date: with what was reviewed since,
 * once the day of the review is over. Until then, what was reviewed before stays.
 * @returns undefined where it is up to date, or cannot be read
 */
export const keptTexts = (content: Content): string | undefined => {
  const known = kept(content);
  if (known === undefined) return undefined;
  const lines = reviewedTexts(content).map(({ name, day, digest }): [string, string] => {
    const [reviewedOn = ""] = (known.get(name) ?? "").split(" ");
    return [
      name,
      reviewedOn === day || day >= today() ? (known.get(name) ?? "") : `${day} ${digest}`,
    ];
  });
  const text = fileOf(lines);
  return text === content.texts.get(reviewedFile) ? undefined : text;
};
