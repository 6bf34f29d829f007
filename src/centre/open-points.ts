import { isRecord, type FieldPath } from "../schemas/introspection.ts";
import { filesOf, type Records } from "../schemas/records.ts";

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

/** Every unconfirmed fact: the site's settings first, then file by file. */
export const openPoints = (records: Records): OpenPoint[] =>
  filesOf(records).flatMap(({ file, value }) =>
    unconfirmedIn(value, [], {}).map((point) => ({ file, ...point })),
  );
