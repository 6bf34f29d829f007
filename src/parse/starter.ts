import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { facts, type FactName } from "../schemas/facts.ts";
import { confirmationFields } from "../schemas/fields.ts";
import { isRecord, type FieldPath } from "../schemas/introspection.ts";
import { accessibilityFile } from "../schemas/records.ts";
import { splitProse } from "./front-matter.ts";

/** The content that a new site begins with, relative to the project. It names no organization. */
export const starterFolder = "starter";

/** What the starter has in its files of facts and its prose. */
interface Starter {
  readonly lists: Readonly<Partial<Record<FactName, readonly unknown[]>>>;
  /** The statement on accessibility. */
  readonly accessibility: unknown;
  /** The text of each page and question, without its front matter, by its file. */
  readonly bodies: ReadonlyMap<string, string>;
}

const textOf = (file: string) => readFileSync(join(starterFolder, file), "utf8");

const read = (): Starter => ({
  lists: Object.fromEntries(
    (Object.keys(facts) as FactName[]).map((name) => [
      name,
      z.array(facts[name]).parse(parse(textOf(`facts/${name}.yaml`))),
    ]),
  ),
  accessibility: parse(textOf(accessibilityFile)),
  bodies: new Map(
    globSync("{pages,faq}/*.mdx", { cwd: starterFolder }).map((file) => [
      `${basename(dirname(file))}/${basename(file)}`,
      splitProse(textOf(file)).body.trim(),
    ]),
  ),
});

let starter: Starter | undefined;

const theStarter = (): Starter => (starter ??= read());

/** A value without what says whether and how it is confirmed, at any depth. */
const withoutFlags = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFlags);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, below]) => !confirmationFields.includes(key) && below !== undefined)
      .map(([key, below]) => [key, withoutFlags(below)] as const)
      .sort(([a], [b]) => a.localeCompare(b, "en")),
  );
};

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(withoutFlags(one)) === JSON.stringify(withoutFlags(other));

/** Whether a record has nothing that the starter's has not: parts of it may be gone. */
const isWithin = (record: unknown, starterRecord: unknown): boolean =>
  isRecord(record) &&
  isRecord(starterRecord) &&
  isSame(
    record,
    Object.fromEntries(Object.entries(starterRecord).filter(([key]) => record[key] !== undefined)),
  );

const questionOf = (record: unknown): string | undefined =>
  isRecord(record) && record["confirmed"] === false ? String(record["question"]) : undefined;

/**
 * The positions of records that still are the starter's, with the starter's question about each. Where
 * the starter asks only about some records of a list, these ask about all of it, which is then the
 * starter's as a whole or not at all.
 */
export const stillStarter = (
  name: FactName,
  records: readonly unknown[],
): readonly (readonly [position: number, question: string])[] => {
  const own = theStarter().lists[name] ?? [];
  const isWhole = own.some((record) => questionOf(record) === undefined);
  if (isWhole && !isSame(own, records)) return [];
  return records.flatMap((record, position) =>
    own
      .filter((starterRecord) => isWithin(record, starterRecord))
      .flatMap((starterRecord): (readonly [number, string])[] => {
        const question = questionOf(starterRecord);
        return question === undefined ? [] : [[position, question]];
      }),
  );
};

/** What a record says itself: not what is confirmed apart from it, nor who and when. */
const ownWords = (record: Readonly<Record<string, unknown>>, starterRecord: object) =>
  Object.fromEntries(
    Object.entries(starterRecord)
      .filter(([key, value]) => value !== "" && key !== "owner" && !holdsQuestion(value))
      .map(([key]) => [key, record[key]]),
  );

const holdsQuestion = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(holdsQuestion) : questionOf(value) !== undefined;

/** A part of the statement on accessibility that still is the starter's, with its question about it. */
interface StarterPart {
  readonly path: FieldPath;
  readonly question: string;
  readonly id?: string;
}

const stillStarterIn = (value: unknown, starterValue: unknown, path: FieldPath): StarterPart[] => {
  if (Array.isArray(value) && Array.isArray(starterValue))
    return value.flatMap((entry, at) =>
      starterValue.flatMap((own) => stillStarterIn(entry, own, [...path, at])),
    );
  if (!isRecord(value) || !isRecord(starterValue)) return [];
  const question = questionOf(starterValue);
  const id = typeof value["id"] === "string" ? { id: value["id"] } : {};
  const isStill =
    Object.keys(value).every((key) => value[key] === undefined || key in starterValue) &&
    isSame(ownWords(value, starterValue), ownWords(starterValue, starterValue));
  return [
    ...(question !== undefined && isStill ? [{ path, question, ...id }] : []),
    ...Object.entries(value).flatMap(([key, below]) =>
      stillStarterIn(below, starterValue[key], [...path, key]),
    ),
  ];
};

/** The parts of a statement on accessibility that still are the starter's. */
export const stillStarterStatement = (statement: unknown): readonly StarterPart[] =>
  stillStarterIn(statement, theStarter().accessibility, []);

/** Whether a page or question has a sentence that is the starter's, and none of its own. */
export const isStarterText = (file: string, body: string): boolean =>
  theStarter().bodies.get(file) === body.trim() && /^[^#<\s-]/m.test(body.trim());
