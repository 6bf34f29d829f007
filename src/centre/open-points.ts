import { isRecord, type FieldPath } from "../schemas/introspection.ts";
import { filesOf, type Records } from "../schemas/records.ts";

/** A fact that Legal must still confirm. */
export interface OpenPoint {
  /** The file in which the fact is written, from the content folder. */
  readonly file: string;
  /** Where the fact stands in it. */
  readonly path: FieldPath;
  /** The id of the record that it is, or belongs to; none for the site's own settings. */
  readonly id?: string;
  /** What has to be settled. */
  readonly question: string;
}

type Found = Omit<OpenPoint, "file">;

const unconfirmedIn = (value: unknown, path: FieldPath, within: Pick<Found, "id">): Found[] => {
  if (Array.isArray(value))
    return value.flatMap((entry, at) => unconfirmedIn(entry, [...path, at], within));
  if (!isRecord(value)) return [];
  const { confirmed, question, id } = value;
  const here = typeof id === "string" ? { id } : within;
  return [
    ...(confirmed === false && typeof question === "string" ? [{ path, question, ...here }] : []),
    ...Object.entries(value).flatMap(([key, below]) => unconfirmedIn(below, [...path, key], here)),
  ];
};

/** Every unconfirmed fact: those of the site first, then file by file in the order of the files. */
export const openPoints = (records: Records): OpenPoint[] =>
  filesOf(records).flatMap(({ file, value }) =>
    unconfirmedIn(value, [], {}).map((point) => ({ file, ...point })),
  );
