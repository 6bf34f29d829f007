import { contentFolder } from "../environment.ts";
import type { FactName } from "../schemas/facts.ts";
import { type Records } from "../schemas/records.ts";

/** A fact that Legal must still confirm. */
export interface OpenPoint {
  /** The file in which the fact is written, from the project's folder. */
  readonly file: string;
  /** The fact's id; none for the site's own settings. */
  readonly id?: string;
  /** What has to be settled. */
  readonly question: string;
}

interface Confirmable {
  readonly confirmed: boolean;
  readonly question?: string | undefined;
}

const pointOf = (file: string, value: Confirmable, id?: string): OpenPoint[] =>
  value.confirmed || value.question === undefined
    ? []
    : [
        {
          file: `${contentFolder}/${file}`,
          question: value.question,
          ...(id === undefined ? {} : { id }),
        },
      ];

/** Every unconfirmed fact: those of the site first, then file by file in the order of the files. */
export const openPoints = ({ site, facts }: Records): OpenPoint[] => [
  ...pointOf("site.yaml", site.centre),
  ...pointOf("site.yaml", site.review),
  ...(Object.keys(facts) as FactName[]).flatMap((name) =>
    facts[name].flatMap((fact) => pointOf(`facts/${name}.yaml`, fact, fact.id)),
  ),
];
