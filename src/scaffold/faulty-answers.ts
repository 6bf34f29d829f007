import { placeAt, top, type Issue, type Place } from "../parse/issue.ts";
import { splitProse } from "../parse/front-matter.ts";
import { readYaml } from "../parse/yaml.ts";
import type { Field } from "./fields.ts";
import type { Change } from "./generator.ts";

const isBefore = (one: Place, other: Place): boolean =>
  one.line < other.line || (one.line === other.line && one.column <= other.column);

/** Where the value of each field starts in a file that was written. */
const placesOf = (
  fields: readonly Field[],
  { path: file, text, offset = 0, within = [] }: Change,
): { readonly field: Field; readonly place: Place }[] => {
  const yaml = readYaml(file, (file.endsWith(".mdx") ? splitProse(text).matter : text) ?? "");
  return fields.map((field) => {
    if (field.isText) return { field, place: placeAt(text, offset) };
    if (field.name === "unconfirmed")
      return { field, place: yaml.placeOf([...within, "question"]) };
    /* The name of the file is in none of its lines. */
    return {
      field,
      place: field.path.length === 0 ? top : yaml.placeOf([...within, ...field.path]),
    };
  });
};

/**
 * The names of the fields whose answers the issues are about, once the answers have been written.
 * @param fields those that have an answer
 */
export const faultyFields = (
  fields: readonly Field[],
  changes: readonly Change[],
  issues: readonly Issue[],
  folder: string,
): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) => {
      const places = placesOf(fields, change).sort((a, b) => (isBefore(a.place, b.place) ? -1 : 1));
      return issues
        .filter(({ file, severity }) => severity === "error" && file === `${folder}/${change.path}`)
        .flatMap(
          (issue) => places.findLast(({ place }) => isBefore(place, issue))?.field.name ?? [],
        );
    }),
  );
