import { error, type Issue } from "./issue.ts";
import type { YamlText } from "./yaml.ts";

/** Plain values that the build reads as a day of YAML's own, which rolls over (js-yaml 4). */
const ownDate = /^\d{4}-\d\d?-\d\d?(?:$|[Tt]|[ \t]+\d)/;

/** Dates in front matter that would not be read as they are written. */
export const datesWithoutQuotes = (file: string, matter: YamlText | undefined): Issue[] =>
  (matter?.values ?? [])
    .filter(({ source, inQuotes }) => !inQuotes && ownDate.test(source))
    .map((value) =>
      error(
        file,
        value,
        `${value.source} is a date without quotes; put it in quotes: "${value.source}"`,
      ),
    );
