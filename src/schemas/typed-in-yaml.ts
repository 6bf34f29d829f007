import { stringify } from "yaml";

/**
 * A value as it is typed behind a field's name in YAML: a list in brackets, a text in quotes where
 * it needs them. The rules are those of YAML 1.1, under which a day needs quotes: some readers
 * take one without for a moment of time, and 31 February for 3 March.
 */
export const typedInYaml = (value: unknown): string =>
  stringify(value, {
    schema: "yaml-1.1",
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
