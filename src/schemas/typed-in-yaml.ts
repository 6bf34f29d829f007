import { stringify } from "yaml";

/**
 * A value as typed after a field's name in YAML: lists in brackets, texts in quotes where they need
 * them. The rules are those of YAML 1.1, in which dates need quotes: some parsers read an unquoted
 * one as a point in time, and February 31 as March 3.
 */
export const typedInYaml = (value: unknown): string =>
  stringify(value, {
    schema: "yaml-1.1",
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
