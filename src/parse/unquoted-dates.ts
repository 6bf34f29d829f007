import { error, type Issue } from "./issue.ts";
import type { YamlText } from "./yaml.ts";

/** Unquoted values that the build reads as YAML dates, which roll over (js-yaml 4). */
const yamlDate = /^\d{4}-\d\d?-\d\d?(?:$|[Tt]|[ \t]+\d)/;

/** Unquoted dates in front matter, which might be read as other dates. */
export const unquotedDates = (file: string, matter: YamlText | undefined): Issue[] =>
  (matter?.values ?? [])
    .filter(({ source, inQuotes }) => !inQuotes && yamlDate.test(source))
    .map((value) =>
      error(
        file,
        value,
        `${value.source} is a date without quotes; put it in quotes: "${value.source}"`,
      ),
    );
