import { isRecord, type FieldPath } from "../../schemas/introspection.ts";
import type { Content } from "../../parse/content.ts";
import type { Place } from "../../parse/issue.ts";
import type { FactName } from "../../schemas/facts.ts";

/** A fact that awaits confirmation, and where its question stands. */
export interface OpenPoint extends Place {
  readonly file: string;
  /** What has to be settled. */
  readonly question: string;
}

/** Every fact that awaits confirmation: those of the site first, then in the order of the files. */
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
