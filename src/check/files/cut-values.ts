import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";
import type { YamlValue } from "../../parse/yaml.ts";

/** What stands behind a value in its line and is not read. */
const lostBehind = (text: string, { end }: YamlValue): string | undefined =>
  /^[ \t]*(#.*)/.exec(text.slice(end))?.[1]?.trimEnd();

const isText = ({ value, inQuotes }: YamlValue, lost: string) =>
  !inQuotes && (typeof value === "string" || (value === null && /^#\S/.test(lost)));

/** Texts without quotes that end where a `#` begins what is not read. */
export const cutValues = ({ texts, values }: Content): Issue[] =>
  [...values].flatMap(([file, all]) => {
    const text = texts.get(file) ?? "";
    return all.flatMap((value) => {
      const lost = lostBehind(text, value);
      return lost === undefined || !isText(value, lost)
        ? []
        : [
            error(
              file,
              value,
              `what follows "#" is not read, so that ${value.source === "" ? "nothing" : `only "${value.source}"`} is left; put all of it in quotes, as in "${`${value.source} ${lost}`.trimStart()}", or a remark into a line of its own`,
            ),
          ];
    });
  });
