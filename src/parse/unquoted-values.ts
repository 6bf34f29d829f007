import { error, type Issue } from "./issue.ts";
import type { YamlText, YamlValue } from "./yaml.ts";

/** Unquoted values that the build reads as YAML dates, which roll over (js-yaml 4). */
const yamlDate = /^\d{4}-\d\d?-\d\d?(?:$|[Tt]|[ \t]+\d)/;

/** Unquoted values that the build reads as numbers (js-yaml 4), though YAML 1.2 has them as text. */
const buildsNumber =
  /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?)$/i;

const messageOf = ({ value, source }: YamlValue): string | undefined => {
  if (yamlDate.test(source))
    return `${source} is a date without quotes; put it in quotes: "${source}"`;
  return typeof value === "string" && buildsNumber.test(source)
    ? `${source} would be published as a number; put it in quotes: "${source}"`
    : undefined;
};

/** Values in front matter without quotes that the build would not read as the check does. */
export const unquotedValues = (file: string, matter: YamlText | undefined): Issue[] =>
  (matter?.values ?? []).flatMap((value) => {
    const message = value.inQuotes ? undefined : messageOf(value);
    return message === undefined ? [] : [error(file, value, message)];
  });
