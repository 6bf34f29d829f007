import { isStarterText, stillStarter, stillStarterStatement } from "../parse/starter.ts";
import type { FactName } from "../schemas/facts.ts";
import { isRecord, type FieldPath } from "../schemas/introspection.ts";
import { accessibilityFile, filesOf, type Records } from "../schemas/records.ts";

/** A fact that Legal must still confirm. */
export interface OpenPoint {
  /** The file of the fact, relative to the content folder. */
  readonly file: string;
  /** The path of the fact in that file. */
  readonly path: FieldPath;
  /** The id of its record; undefined for the site's settings. */
  readonly id?: string;
  /** What must be settled. */
  readonly question: string;
}

type PointInFile = Omit<OpenPoint, "file">;

const unconfirmedIn = (
  value: unknown,
  path: FieldPath,
  record: Pick<PointInFile, "id">,
): PointInFile[] => {
  if (Array.isArray(value))
    return value.flatMap((entry, at) => unconfirmedIn(entry, [...path, at], record));
  if (!isRecord(value)) return [];
  const { confirmed, question, id } = value;
  const own = typeof id === "string" ? { id } : record;
  return [
    ...(confirmed === false && typeof question === "string" ? [{ path, question, ...own }] : []),
    ...Object.entries(value).flatMap(([key, below]) => unconfirmedIn(below, [...path, key], own)),
  ];
};

const untouched = (question: string) => `${question} It still stands as a new site begins with it.`;

/** Records that still are those a new site begins with, whatever they say of their confirmation. */
const starterRecords = ({ facts, accessibility }: Records): OpenPoint[] => [
  ...(Object.keys(facts) as FactName[]).flatMap((name) =>
    stillStarter(name, facts[name]).map(([position, question]) => ({
      file: `facts/${name}.yaml`,
      path: [position],
      id: facts[name][position]?.id ?? "",
      question: untouched(question),
    })),
  ),
  ...stillStarterStatement(accessibility).map((part) => ({
    ...part,
    file: accessibilityFile,
    question: untouched(part.question),
  })),
];

/** Pages and questions whose text still is that which a new site begins with. */
const starterTexts = (records: Records): OpenPoint[] =>
  (["pages", "faq"] as const).flatMap((name) =>
    records[name].flatMap(({ id, body }) => {
      const file = `${name}/${id}.mdx`;
      return isStarterText(file, body ?? "")
        ? [
            {
              file,
              path: [],
              question:
                "Is this what the organization says? The text still stands as a new site begins with it; write it in the words of the organization.",
            },
          ]
        : [];
    }),
  );

/**
 * Every unconfirmed fact: the site's settings first, then file by file; and what a new site begins
 * with and nobody has touched since.
 */
export const openPoints = (records: Records): OpenPoint[] => {
  const unconfirmed = filesOf(records).flatMap(({ file, value }) =>
    unconfirmedIn(value, [], {}).map((point) => ({ file, ...point })),
  );
  /* A record of a list is open as a whole, the statement on accessibility part by part. */
  const isSamePart = (one: FieldPath, other: FieldPath, file: string) =>
    file === accessibilityFile ? String(one) === String(other) : one[0] === other[0];
  const isOpen = ({ file, path }: OpenPoint) =>
    unconfirmed.some((point) => point.file === file && isSamePart(point.path, path, file));
  return [
    ...unconfirmed,
    ...starterRecords(records).filter((point) => !isOpen(point)),
    ...starterTexts(records),
  ];
};
