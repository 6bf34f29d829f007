import { contentFolder } from "../environment.ts";
import { meantId } from "../parse/nearest.ts";
import { type Records, type Target } from "../schemas/records.ts";

/** A record or front matter that refers to something which is not there. */
export interface DeadReference {
  /** The file, relative to the content folder. */
  readonly file: string;
  /** Where in the file: keys and positions from the top. */
  readonly path: readonly (string | number)[];
  /** Where it should be. */
  readonly target: Target;
  readonly message: string;
}

/** What one can refer to: a record, or a file of prose with the ids that it had before it moved. */
interface Referable {
  readonly id: string;
  readonly data?: { readonly formerly?: readonly string[] };
}

/** What one can refer to in a file of facts or a folder of prose. */
const referablesIn = (records: Records, target: Target): readonly Referable[] =>
  target === "pages" || target === "faq" ? records[target] : records.facts[target];

/** What is wrong with a reference, in a sentence; nothing where the other side exists. */
export const deadReference = (records: Records, target: Target, id: string): string | undefined => {
  const there = referablesIn(records, target);
  const known = there.map((one) => one.id);
  if (known.includes(id)) return undefined;
  const where =
    target === "pages" || target === "faq"
      ? `${contentFolder}/${target}`
      : `${contentFolder}/facts/${target}.yaml`;
  const moved = there.find(({ data }) => data?.formerly?.includes(id));
  if (moved) return `there is no "${id}" in ${where}; it is now called "${moved.id}"; write that`;
  const guess = meantId(id, known);
  return `there is no "${id}" in ${where}; ${
    guess ? `did you mean "${guess}"?` : `write one of: ${known.join(", ")}`
  }`;
};

interface Reference {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly target: Target;
  readonly id: string | undefined;
}

/** The references of a list of ids; of none where a faulty record lacks the list. */
const each = (
  file: string,
  path: Reference["path"],
  target: Target,
  ids: readonly string[] | undefined,
): Reference[] => (ids ?? []).map((id, at) => ({ file, path: [...path, at], target, id }));

/** Every reference in records and front matter whose other side is missing. */
export const deadReferences = (records: Records): DeadReference[] => {
  const references: Reference[] = [
    {
      file: "templates/privacy-request.yaml",
      path: ["to"],
      target: "contacts",
      id: records.template.to,
    },
    {
      file: "site.yaml",
      path: ["security", "contact"],
      target: "contacts",
      id: records.site.security.contact,
    },
    {
      file: "site.yaml",
      path: ["security", "policy"],
      target: "policies",
      id: records.site.security.policy,
    },
    ...records.facts.frameworks.map(({ policy }, position) => ({
      file: "facts/frameworks.yaml",
      path: [position, "policy"],
      target: "policies" as const,
      id: policy,
    })),
    ...records.facts.regimes.flatMap(({ rights, answer }, position) => [
      ...each("facts/regimes.yaml", [position, "rights"], "rights", rights),
      ...each("facts/regimes.yaml", [position, "answer", "for"], "rights", answer?.for),
    ]),
    ...records.facts.countries.flatMap(({ regimes }, position) =>
      each("facts/countries.yaml", [position, "regimes"], "regimes", regimes),
    ),
    ...records.faq.map(({ id, data }) => ({
      file: `faq/${id}.mdx`,
      path: ["topic"],
      target: "topics" as const,
      id: data.topic,
    })),
    ...records.statements.map(({ id, data }) => ({
      file: `statements/${id}.mdx`,
      path: ["replacedBy"],
      target: "pages" as const,
      id: data.replacedBy,
    })),
  ];
  return references.flatMap(({ file, path, target, id }) => {
    const message = id === undefined ? undefined : deadReference(records, target, id);
    return message === undefined ? [] : [{ file, path, target, message }];
  });
};
