import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import type { Content } from "../../parse/content.ts";
import type { Place } from "../../parse/issue.ts";
import type { FactName } from "../../schemas/facts.ts";

/** A fact awaiting confirmation, and the place of its question. */
export interface OpenPoint extends Place {
  readonly file: string;
  /** What must be settled. */
  readonly question: string;
}

/** Every fact awaiting confirmation: those in site.yaml first, then in the order of the files. */
export const openPointsOf = ({ site, facts, placeOf }: Content): OpenPoint[] => {
  const pointOf = (file: string, path: FieldPath, value: unknown): OpenPoint[] =>
    isRecord(value) && value["confirmed"] === false && typeof value["question"] === "string"
      ? [{ file, ...placeOf(file, [...path, "question"]), question: value["question"] }]
      : [];
  return [
    ...Object.entries(site).flatMap(([name, value]) => pointOf("site.yaml", [name], value)),
    ...(Object.keys(facts) as FactName[]).flatMap((name) =>
      facts[name].flatMap((record, at) => pointOf(`facts/${name}.yaml`, [at], record)),
    ),
  ];
};
