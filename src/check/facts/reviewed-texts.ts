import { createHash } from "node:crypto";
import { parse, stringify } from "yaml";
import type { FactName } from "../../schemas/facts.ts";
import { fileOfList } from "../../schemas/lists.ts";
import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import type { ProseName } from "../../schemas/prose.ts";
import { reviewedFile } from "../../parse/files.ts";
import { splitProse } from "../../parse/front-matter.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import { longDate } from "../../words/formats.ts";

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
const aside = new Set(["confirmed", "question", "reviewedOn", "confidence"]);

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

/** Records are reviewed with the pages that show them. Those of countries have no words of their own. */
const recordTexts = ({ facts }: Content, day: string): ReviewedText[] =>
  (Object.keys(facts) as FactName[])
    .filter((list) => list !== "countries")
    .flatMap((list) =>
      facts[list].flatMap((record, at) => {
        const file = fileOfList(list);
        const digest = digestOf(...wordsIn(record));
        return record.id === ""
          ? []
          : [{ name: `${file}#${record.id}`, file, path: [at], day, digest }];
      }),
    );

const reviewedTexts = (content: Content): ReviewedText[] => {
  const prose = proseTexts(content);
  const latest =
    prose
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? "";
  return [...prose, ...recordTexts(content, latest)];
};

/** What was kept of each text: the day of its review, and its digest. */
const kept = ({ texts }: Content): ReadonlyMap<string, string> => {
  try {
    const value: unknown = parse(texts.get(reviewedFile) ?? "{}");
    return new Map(
      Object.entries(isRecord(value) ? value : {}).flatMap(([name, line]) =>
        typeof line === "string" ? [[name, line] as const] : [],
      ),
    );
  } catch {
    return new Map();
  }
};

const today = () => new Date().toISOString().slice(0, 10);

/** Texts that have changed since they were reviewed. Changes on the day of the review belong to it. */
export const changedSinceReview = (content: Content): Issue[] => {
  const known = kept(content);
  return reviewedTexts(content).flatMap(({ name, file, path, day, digest }) => {
    const [reviewedOn, reviewed] = (known.get(name) ?? "").split(" ");
    if (!day || reviewedOn !== day || reviewed === digest || day >= today()) return [];
    const where = file.endsWith(".mdx") ? "" : " of the page that shows it";
    return [
      warning(
        file,
        content.placeOf(file, path),
        `this has changed since ${longDate("en", day)}, the day of its last review, and tests may refuse it; review it, and write the day on which you did in lastReviewed${where}`,
      ),
    ];
  });
};

/**
 * The text of the file that keeps what was reviewed, brought up to date: with what was reviewed since,
 * once the day of the review is over.
 * @returns undefined where it is up to date
 */
export const keptTexts = (content: Content): string | undefined => {
  const known = kept(content);
  const lines = reviewedTexts(content).map(({ name, day, digest }): [string, string] => {
    const [reviewedOn = ""] = (known.get(name) ?? "").split(" ");
    return [
      name,
      reviewedOn === day ? (known.get(name) ?? "") : day < today() ? `${day} ${digest}` : "",
    ];
  });
  const text =
    "# The texts as they were last reviewed. Written by `npm run build` and `npm run edit`, not by hand; commit it.\n" +
    stringify(Object.fromEntries(lines.filter(([, line]) => line !== "").sort()), { lineWidth: 0 });
  return text === content.texts.get(reviewedFile) ? undefined : text;
};
