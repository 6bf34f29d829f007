import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";
import type { YamlValue } from "../../parse/yaml.ts";

/** The comment after a value on its line, which is ignored. */
const commentAfter = (text: string, { end }: YamlValue): string | undefined =>
  /^[ \t]*(#.*)/.exec(text.slice(end))?.[1]?.trimEnd();

const isText = ({ value, inQuotes }: YamlValue, comment: string) =>
  !inQuotes && (typeof value === "string" || (value === null && /^#\S/.test(comment)));

/** Unquoted texts that are cut off where a `#` starts a comment. */
export const truncatedValues = ({ texts, values }: Content): Issue[] =>
  [...values].flatMap(([file, all]) => {
    const text = texts.get(file) ?? "";
    return all.flatMap((value) => {
      const comment = commentAfter(text, value);
      return comment === undefined || !isText(value, comment)
        ? []
        : [
            error(
              file,
              value,
              `everything after "#" is ignored, so ${value.source === "" ? "nothing" : `only "${value.source}"`} is left; put the whole text in quotes, as in "${`${value.source} ${comment}`.trimStart()}", or move a comment to a line of its own`,
            ),
          ];
    });
  });
